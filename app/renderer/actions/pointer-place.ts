import type { Point } from '../canvas/geometry/rect';
import { currentStage } from '../canvas/interaction/stage';

let last: Point | null = null;

/** Follows the pointer, so that a paste knows where it is. Answers with what stops it. */
export function followPointer(): () => void {
  const follow = (event: PointerEvent): void => {
    const isOnMenu = event.target instanceof Element && event.target.closest('[role="menu"]') !== null;
    // A paste chosen from a menu goes where the menu was opened.
    if (!isOnMenu) last = { x: event.clientX, y: event.clientY };
  };
  window.addEventListener('pointermove', follow, { passive: true });
  return () => window.removeEventListener('pointermove', follow);
}

/** Where the pointer is on the canvas, in canvas pixels; null while it is elsewhere. */
export function pointOnCanvas(): Point | null {
  const stage = currentStage();
  return last && stage?.covers(last) ? stage.toCanvas(last) : null;
}
