import { bendConnection } from '../../../../shared/commands/bend-connection';
import { app } from '../../store/app';
import { nearestPiece, pushPiece } from '../geometry/bent-path';
import type { Point } from '../geometry/rect';
import { currentStage } from './stage';
import { trackPointer } from './track-pointer';

const NAME = 'Bend connection';
/** The grid corners snap to, and how far the pointer must go before a press is a drag, px. */
const GRID = 4;
const THRESHOLD = 4;

const snap = (value: number): number => Math.round(value / GRID) * GRID;

/** Whether a connection can be bent now: it is in the design, and nothing else has the pointer. */
export function isBendable(id: string): boolean {
  const { design, outage, preview, view } = app.getState();
  return view.tool === 'select' && !outage && !preview && design.connections.has(id);
}

export const isUpright = (points: readonly Point[], index: number): boolean => {
  const [start, end] = [points[index], points[index + 1]];
  return !!start && !!end && Math.abs(end.x - start.x) < Math.abs(end.y - start.y);
};

/** Pushes one piece of a connection's line aside, in canvas pixels. */
export function bend(id: string, points: readonly Point[], index: number, by: number): void {
  app.dispatch(NAME, (design) => bendConnection(design, { id, bends: pushPiece(points, index, by) }));
}

/** Drags a piece of a connection's line aside, the one under the pointer where none is named; Escape takes it back. */
export function startBending(id: string, points: readonly Point[], piece: number | null, pressed: PointerEvent): void {
  const stage = currentStage();
  if (!stage || pressed.button !== 0 || !isBendable(id)) return;
  const start = stage.toCanvas({ x: pressed.clientX, y: pressed.clientY });
  const index = piece ?? nearestPiece(points, start);
  const upright = isUpright(points, index);
  let isDragging = false;
  trackPointer({
    onMove: (event) => {
      if (!isDragging) {
        const way = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
        if (way < THRESHOLD) return;
        isDragging = true;
        app.hover(null);
        app.select({ connections: [id] });
        app.beginGesture(NAME);
      }
      const now = stage.toCanvas({ x: event.clientX, y: event.clientY });
      bend(id, points, index, snap(upright ? now.x - start.x : now.y - start.y));
    },
    onDrop: () => (isDragging ? app.commitGesture() : undefined),
    onCancel: () => (isDragging ? app.cancelGesture() : undefined),
  });
}
