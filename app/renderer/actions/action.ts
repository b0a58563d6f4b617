import type { LucideIcon } from 'lucide-react';
import type { MenuCommand } from '../../../shared/ipc/commands';
import type { Layer } from '../store/layers';
import type { AppState } from '../store/state';
import type { ArrangeId } from './arrange-actions';
import type { AutoArrangeId } from './auto-arrange-actions';
import type { GroupId } from './group-actions';
import type { StackingId } from './stacking-actions';

/** What the user can do; the ids of native menu items are among them. */
export type ActionId =
  | MenuCommand
  | 'view.zoom100'
  | 'view.toggleCode'
  | 'view.nextRegion'
  | 'view.previousRegion'
  | 'edit.rename'
  | 'edit.selectSameKind'
  | 'edit.selectInside'
  | 'file.duplicate'
  | ArrangeId
  | AutoArrangeId
  | StackingId
  | GroupId
  | `layer.${Layer}`
  | 'edit.reverseConnection'
  | 'edit.reattachStart'
  | 'edit.reattachEnd'
  | 'edit.straightenConnection'
  | 'edit.collapse'
  | 'view.focus'
  | 'edit.expandAll'
  | 'tool.select'
  | 'tool.hand'
  | 'tool.connect'
  | 'tool.note'
  | 'design.drawVpc'
  | 'design.settings'
  | 'design.fixSafe'
  | 'design.reach'
  | 'design.keepVariant'
  | 'help.shortcuts';

/** One thing the user can do, wherever it is offered: native menu, toolbar, context menu, shortcut. */
export interface Action {
  readonly id: ActionId;
  readonly label: string | ((state: AppState) => string);
  readonly group: 'File' | 'Edit' | 'View' | 'Tools' | 'Design' | 'Help';
  readonly icon?: LucideIcon;
  /** Such as `Mod+Shift+Z`; the first is shown, all work. A single letter works outside text fields only. */
  readonly shortcuts?: readonly string[];
  isEnabled(state: AppState): boolean;
  run(): unknown;
}

export const labelOf = (action: Action, state: AppState): string =>
  typeof action.label === 'string' ? action.label : action.label(state);

export const hasDocument = ({ document }: AppState): boolean => document !== null;
export const hasSelectedElements = ({ selection }: AppState): boolean => selection.elements.length > 0;
