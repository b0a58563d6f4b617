import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { collapseProblem } from '../../../shared/commands/collapse-element';
import { setCollapsed } from '../canvas/interaction/collapsing';
import { app } from '../store/app';
import type { AppState } from '../store/state';
import type { Action } from './action';

/** The selected containers that can be collapsed or expanded. */
const candidates = ({ design, selection }: AppState): readonly string[] =>
  selection.elements.filter((id) => collapseProblem(design, id) === undefined);

/** Some open ones among the selection: all are collapsed; else all are expanded. */
const wouldCollapse = (state: AppState): boolean =>
  candidates(state).some((id) => !state.design.elements.get(id)?.collapsed);

const collapsedOf = ({ design }: AppState): string[] =>
  [...design.elements.values()].flatMap(({ id, collapsed }) => (collapsed ? [id] : []));

function toggle(): void {
  const state = app.getState();
  const ids = candidates(state);
  if (ids.length > 0) {
    setCollapsed(ids, wouldCollapse(state));
    return;
  }
  const [id] = state.selection.elements;
  const problem = id === undefined ? 'Select a container first.' : collapseProblem(state.design, id);
  if (problem !== undefined) app.notify({ tone: 'info', text: problem });
}

/** Containers as one box each. */
export const collapseActions: readonly Action[] = [
  {
    id: 'edit.collapse',
    label: (state) => (candidates(state).length === 0 || wouldCollapse(state) ? 'Collapse' : 'Expand'),
    group: 'Edit',
    icon: ChevronsDownUp,
    shortcuts: ['Mod+.'],
    isEnabled: ({ selection, outage }) => !outage && selection.elements.length > 0,
    run: toggle,
  },
  {
    id: 'edit.expandAll',
    label: 'Expand all',
    group: 'Edit',
    icon: ChevronsUpDown,
    isEnabled: (state) => !state.outage && collapsedOf(state).length > 0,
    run: () => setCollapsed(collapsedOf(app.getState()), false),
  },
];
