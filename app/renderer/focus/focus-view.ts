import type { Topology } from '../../../shared/topology/topology';
import type { AppState } from '../store/state';
import { type FocusPath, focusPath } from './focus-path';

interface Known {
  readonly focus: readonly string[];
  readonly topology: Topology;
  readonly path: FocusPath | null;
}

/** Every node asks at every change, and all of them get the same answer. */
let known: Known | null = null;

/** What is in the light in focus mode; null outside of it. Follows the design while it is edited. */
export function selectFocusPath({ focus, topology, preview }: AppState): FocusPath | null {
  if (!focus) return null;
  const now = preview?.analysis.topology ?? topology;
  if (known?.focus !== focus || known.topology !== now) known = { focus, topology: now, path: focusPath(now, focus) };
  return known.path;
}

/** Whether focus mode takes the light from an element. */
export const selectElementUnfocused =
  (id: string) =>
  (state: AppState): boolean => {
    const path = selectFocusPath(state);
    return path !== null && !path.elements.has(id);
  };

/** Whether focus mode takes the light from a drawn connection: from all it stands for. */
export const selectConnectionUnfocused =
  (ids: readonly string[]) =>
  (state: AppState): boolean => {
    const path = selectFocusPath(state);
    return path !== null && !ids.some((id) => path.connections.has(id));
  };
