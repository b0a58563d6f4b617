import { type KeyboardEvent, useEffect, useState } from 'react';
import { moveElements } from '../../../../shared/commands/move-elements';
import type { ActionId } from '../../actions/action';
import { runAction } from '../../actions/registry';
import { isTextFocused } from '../../session/text-focus';
import { app } from '../../store/app';
import { toggleElement } from '../../store/selection';
import { openConnectSearch } from './connect-menu-state';
import { gestures } from './gestures';
import { type Direction, reorder } from './reorder';

const STEP = 4;
const BIG_STEP = 20;

const FIT_KEYS: Readonly<Record<string, ActionId>> = { Digit1: 'view.fit', Digit2: 'view.fitSelection' };

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const idUnder = (target: EventTarget | null, attribute: 'data-element-id' | 'data-connection-id'): string | null =>
  target instanceof Element ? (target.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null) : null;

function nudge(direction: Direction, step: number): void {
  const { elements } = app.getState().selection;
  const [only, ...others] = elements;
  if (only !== undefined && others.length === 0 && reorder(only, direction)) return;
  const [x, y] = direction;
  const by = { dx: x * step, dy: y * step };
  app.dispatch(elements.length === 1 ? 'Move element' : `Move ${elements.length} elements`, (design) =>
    moveElements(design, { ids: elements, by }),
  );
}

/** Picks what has the keyboard focus. With Shift it is added to the selection or taken out. */
function pick(elementId: string | null, connectionId: string | null, isAdding: boolean): void {
  const { selection } = app.getState();
  if (elementId !== null) app.select(isAdding ? toggleElement(selection, elementId) : { elements: [elementId] });
  else if (connectionId !== null) app.select({ connections: [connectionId] });
}

/** Starts editing the name, or the text of a note, where it stands. */
export function startRenaming(id: string): void {
  if (app.getState().design.elements.has(id)) gestures.setState({ renaming: id });
}

/** Keys that belong to the canvas while something on it has the focus. */
export function handleCanvasKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || isTextFocused() || event.ctrlKey || event.metaKey || event.altKey) return;
  const elementId = idUnder(event.target, 'data-element-id');
  const connectionId = idUnder(event.target, 'data-connection-id');
  const { selection, outage } = app.getState();
  if (outage) {
    if (event.key !== 'Enter' || elementId === null) return;
    event.preventDefault();
    app.toggleFailure(elementId);
    return;
  }
  const single = selection.elements.length === 1 ? selection.elements[0] : undefined;
  const direction = DIRECTIONS[event.key];
  if (direction && selection.elements.length > 0) nudge(direction, event.shiftKey ? BIG_STEP : STEP);
  else if (event.key === 'Enter') pick(elementId, connectionId, event.shiftKey);
  else if (event.key === 'F2' && (elementId ?? single) !== undefined) startRenaming(elementId ?? single ?? '');
  else if (event.key === 'C' && event.shiftKey && (elementId ?? single) !== undefined)
    openConnectSearch(elementId ?? single ?? '');
  else return;
  event.preventDefault();
}

/** Shift+1 shows everything and Shift+2 the selection, wherever the focus is outside of text. */
export function useFitKeys(): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const action = FIT_KEYS[event.code];
      if (!action || !event.shiftKey || !isPlain || isTextFocused()) return;
      event.preventDefault();
      runAction(action);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('button:not(.canvas-resize), a, [role="menuitem"], [role="tab"]') !== null;

/** True while the space bar is held outside of text and buttons: the pointer then pans, whatever lies under it. */
export function useSpaceHeld(): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.code !== 'Space' || isTextFocused() || isPressable(event.target)) return;
      event.preventDefault();
      setHeld(true);
    };
    window.addEventListener('keydown', press, { signal });
    window.addEventListener('keyup', (event) => (event.code === 'Space' ? setHeld(false) : undefined), { signal });
    window.addEventListener('blur', () => setHeld(false), { signal });
    return () => stop.abort();
  }, []);
  return isHeld;
}
