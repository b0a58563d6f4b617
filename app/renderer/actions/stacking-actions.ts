import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, Lock } from 'lucide-react';
import { lockElements } from '../../../shared/commands/lock-elements';
import { orderElements, type Stacking } from '../../../shared/commands/order-elements';
import { shorten } from '../format';
import { app } from '../store/app';
import type { AppState } from '../store/state';
import { type Action, hasSelectedElements } from './action';

export type StackingId = 'edit.lock' | `arrange.${Stacking}`;

/** True where all selected elements are locked, so that the action unlocks them. */
export const isSelectionLocked = ({ design, selection }: Pick<AppState, 'design' | 'selection'>): boolean =>
  selection.elements.length > 0 && selection.elements.every((id) => design.elements.get(id)?.locked === true);

/** "Lock Web server", "Unlock 3 elements". */
const nameFor = (verb: string, { design, selection }: AppState): string => {
  const [id, ...others] = selection.elements;
  const only = id !== undefined && others.length === 0 ? design.elements.get(id) : undefined;
  return `${verb} ${only ? shorten(only.name, 40) : `${selection.elements.length} elements`}`;
};

function toggleLock(): void {
  const state = app.getState();
  const locked = !isSelectionLocked(state);
  app.dispatch(nameFor(locked ? 'Lock' : 'Unlock', state), (design) =>
    lockElements(design, { ids: state.selection.elements, locked }),
  );
}

const orderAction = (to: Stacking, label: string, icon: Action['icon'], shortcut: string): Action => ({
  id: `arrange.${to}`,
  label,
  group: 'Edit',
  ...(icon ? { icon } : {}),
  shortcuts: [shortcut],
  isEnabled: hasSelectedElements,
  run: () => {
    const { selection } = app.getState();
    app.dispatch(label, (design) => orderElements(design, { ids: selection.elements, to }));
  },
});

/** Locking, and who lies before whom. */
export const stackingActions: readonly Action[] = [
  {
    id: 'edit.lock',
    label: (state) => (isSelectionLocked(state) ? 'Unlock' : 'Lock'),
    group: 'Edit',
    icon: Lock,
    shortcuts: ['Mod+Shift+L'],
    isEnabled: hasSelectedElements,
    run: toggleLock,
  },
  orderAction('front', 'Bring to front', ArrowUpToLine, ']'),
  orderAction('forward', 'Bring forward', ArrowUp, 'Mod+]'),
  orderAction('backward', 'Send backward', ArrowDown, 'Mod+['),
  orderAction('back', 'Send to back', ArrowDownToLine, '['),
];
