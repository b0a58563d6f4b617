import type { ElementId, Frame } from '../../model/design';
import { snap } from '../measures';

/** Edges nearer than this were meant to be in line. */
const IN_LINE = 24;
/** Wider gaps are holes, */
const HOLE = 128;
/** and become as wide as this. */
const CLOSED = 64;

type Axis = 'x' | 'y';

const sizeOf = (frame: Frame, axis: Axis): number => (axis === 'x' ? frame.width : frame.height);

/** Frames whose left (upper) edges nearly meet, brought in line with the first of them. */
function align(frames: ReadonlyMap<ElementId, Frame>, axis: Axis): Map<ElementId, Frame> {
  const order = [...frames].sort(([a, one], [b, two]) => one[axis] - two[axis] || (a < b ? -1 : 1));
  let line = Number.NEGATIVE_INFINITY;
  const aligned = new Map<ElementId, Frame>();
  for (const [id, frame] of order) {
    if (frame[axis] - line > IN_LINE) line = frame[axis];
    aligned.set(id, { ...frame, [axis]: snap(line) });
  }
  return aligned;
}

/** Frames in the same order along the axis, with the empty stretches between them made narrow. */
function closeHoles(frames: ReadonlyMap<ElementId, Frame>, axis: Axis): Map<ElementId, Frame> {
  const order = [...frames].sort(([, one], [, two]) => one[axis] - two[axis]);
  let edge = order[0]?.[1][axis] ?? 0;
  let closed = 0;
  const moved = new Map<ElementId, Frame>();
  for (const [id, frame] of order) {
    const gap = frame[axis] - edge;
    if (gap > HOLE) closed += snap(gap - CLOSED);
    moved.set(id, { ...frame, [axis]: frame[axis] - closed });
    edge = Math.max(edge, frame[axis] + sizeOf(frame, axis));
  }
  return moved;
}

/** Siblings as a person placed them, with rows and columns in line and without holes between them. */
export function tidy(frames: ReadonlyMap<ElementId, Frame>): ReadonlyMap<ElementId, Frame> {
  const inLine = align(align(frames, 'x'), 'y');
  return closeHoles(closeHoles(inLine, 'x'), 'y');
}
