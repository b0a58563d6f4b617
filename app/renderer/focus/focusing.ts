import { shorten } from '../format';
import type { Core } from '../store/core';
import type { AppState } from '../store/state';
import { focusPath } from './focus-path';

export interface Focusing {
  /** Fades what does not lie on the way of requests through the selection. Says why where nothing would be left. */
  enterFocus(): void;
  leaveFocus(): void;
}

/** What the focus is on, in words. */
export function nameFocus({ design }: Pick<AppState, 'design'>, ids: readonly string[]): string {
  const [first, ...others] = ids;
  if (first === undefined) return '';
  if (others.length > 0) return `${ids.length} selected`;
  const connection = design.connections.get(first);
  const nameOf = (id: string): string => shorten(design.elements.get(id)?.name ?? id, 40);
  return connection ? `${nameOf(connection.from)} to ${nameOf(connection.to)}` : nameOf(first);
}

function enter(core: Core): void {
  const state = core.get();
  const { elements, connections } = state.selection;
  const focus = [...elements, ...connections];
  const path = focusPath(state.topology, focus);
  if (!path) {
    const text =
      focus.length === 0
        ? 'Select what to focus on first: a service, a container or a connection.'
        : 'Nothing that was selected takes part in requests. Select a service or a connection.';
    core.notify({ tone: 'info', text });
    return;
  }
  const total = state.topology.services.length + state.topology.actors.length;
  const announcement = `Focus on ${nameFocus(state, focus)}: ${path.services} of ${total} services and actors. Escape leaves.`;
  core.set({ focus, highlight: null, announcement });
}

export const makeFocusing = (core: Core): Focusing => ({
  enterFocus: () => enter(core),
  leaveFocus: () => {
    if (core.get().focus) core.set({ focus: null, announcement: 'Left focus mode' });
  },
});
