import { CornerDownLeft, CornerUpRight, Spline } from 'lucide-react';
import { bendConnection } from '../../../shared/commands/bend-connection';
import { openReattachSearch } from '../canvas/interaction/connect-menu-state';
import { app } from '../store/app';
import type { AppState } from '../store/state';
import type { Action } from './action';

const onlyConnection = ({ selection, outage }: AppState): string | undefined =>
  !outage && selection.elements.length === 0 && selection.connections.length === 1
    ? selection.connections[0]
    : undefined;

const isBent = (state: AppState): boolean =>
  state.design.connections.get(onlyConnection(state) ?? '')?.bends !== undefined;

const searchEnd = (end: 'from' | 'to'): void => {
  const id = onlyConnection(app.getState());
  if (id !== undefined) openReattachSearch(id, end);
};

function straighten(): void {
  const id = onlyConnection(app.getState());
  if (id !== undefined) app.dispatch('Straighten connection', (design) => bendConnection(design, { id, bends: [] }));
}

/** What can be done with one selected connection, apart from reversing and deleting it. */
export const connectionActions: readonly Action[] = [
  {
    id: 'edit.reattachStart',
    label: 'Start at another element…',
    group: 'Edit',
    icon: CornerDownLeft,
    isEnabled: (state) => onlyConnection(state) !== undefined,
    run: () => searchEnd('from'),
  },
  {
    id: 'edit.reattachEnd',
    label: 'End at another element…',
    group: 'Edit',
    icon: CornerUpRight,
    isEnabled: (state) => onlyConnection(state) !== undefined,
    run: () => searchEnd('to'),
  },
  {
    id: 'edit.straightenConnection',
    label: 'Straighten',
    group: 'Edit',
    icon: Spline,
    isEnabled: isBent,
    run: straighten,
  },
];
