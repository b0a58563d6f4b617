import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  type LucideIcon,
} from 'lucide-react';
import { app } from '../store/app';
import type { AppState } from '../store/state';
import type { Action } from './action';
import { type Arrange, alignTo, arrangeElements, outermostOf, spread } from './align';

export type ArrangeId =
  | 'arrange.left'
  | 'arrange.centre'
  | 'arrange.right'
  | 'arrange.top'
  | 'arrange.middle'
  | 'arrange.bottom'
  | 'arrange.spreadAcross'
  | 'arrange.spreadDown';

const hasAtLeast =
  (count: number) =>
  ({ design, selection }: AppState): boolean =>
    selection.elements.length >= count && outermostOf(design, selection.elements).length >= count;

const arrangeAction = (id: ArrangeId, label: string, icon: LucideIcon, arrange: Arrange, least: number): Action => ({
  id,
  label,
  group: 'Edit',
  icon,
  isEnabled: hasAtLeast(least),
  run: () => {
    const { selection } = app.getState();
    app.dispatch(label, (design) => arrangeElements(design, selection.elements, arrange));
  },
});

/** Bringing selected elements into line. */
export const arrangeActions: readonly Action[] = [
  arrangeAction('arrange.left', 'Align left', AlignStartVertical, alignTo('left'), 2),
  arrangeAction('arrange.centre', 'Align centres', AlignCenterVertical, alignTo('centre'), 2),
  arrangeAction('arrange.right', 'Align right', AlignEndVertical, alignTo('right'), 2),
  arrangeAction('arrange.top', 'Align top', AlignStartHorizontal, alignTo('top'), 2),
  arrangeAction('arrange.middle', 'Align middles', AlignCenterHorizontal, alignTo('middle'), 2),
  arrangeAction('arrange.bottom', 'Align bottom', AlignEndHorizontal, alignTo('bottom'), 2),
  arrangeAction('arrange.spreadAcross', 'Distribute across', AlignHorizontalSpaceAround, spread('across'), 3),
  arrangeAction('arrange.spreadDown', 'Distribute down', AlignVerticalSpaceAround, spread('down'), 3),
];
