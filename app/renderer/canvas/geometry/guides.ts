import type { Point, Rect } from './rect';

/** A line that shows what a dragged thing is in line with, or a gap that is as wide as another. */
export interface GuideLine {
  readonly from: Point;
  readonly to: Point;
  /** Gaps have ticks at their ends. */
  readonly isGap: boolean;
}

export interface Guidance {
  /** What brings the dragged thing into line. */
  readonly dx: number;
  readonly dy: number;
  readonly lines: readonly GuideLine[];
}

export type Guide = (moving: Rect, tolerance: number) => Guidance;

type Axis = 'x' | 'y';

/** A place along an axis that a sibling offers: its edges and its middle. */
interface Stop {
  readonly at: number;
  readonly rect: Rect;
}

interface Snap {
  readonly by: number;
  readonly at: number | null;
  readonly gaps: readonly GuideLine[];
}

/** Frames lie on this grid; a snap that would leave it is none. */
const GRID = 4;
const NOWHERE: Snap = { by: 0, at: null, gaps: [] };

const start = (rect: Rect, axis: Axis): number => rect[axis];
const size = (rect: Rect, axis: Axis): number => (axis === 'x' ? rect.width : rect.height);
const end = (rect: Rect, axis: Axis): number => start(rect, axis) + size(rect, axis);
const stopsOf = (rect: Rect, axis: Axis): readonly number[] => [
  start(rect, axis),
  start(rect, axis) + size(rect, axis) / 2,
  end(rect, axis),
];
const other = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
const overlapAlong = (a: Rect, b: Rect, axis: Axis): boolean =>
  start(a, axis) < end(b, axis) && start(b, axis) < end(a, axis);

/** Index of the first stop at or after a place. */
function search(stops: readonly Stop[], at: number): number {
  let [low, high] = [0, stops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stops[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least shift within the tolerance that brings an edge or the middle onto a stop, and keeps to the grid. */
function alignAlong(stops: readonly Stop[], moving: Rect, axis: Axis, tolerance: number): Snap {
  let best: Snap = NOWHERE;
  let least = tolerance + 1e-6;
  for (const own of stopsOf(moving, axis)) {
    for (let index = search(stops, own - tolerance); index < stops.length; index += 1) {
      const at = stops[index]?.at ?? 0;
      if (at > own + tolerance) break;
      const by = at - own;
      if (Math.abs(by) >= least || (start(moving, axis) + by) % GRID !== 0) continue;
      least = Math.abs(by);
      best = { by, at, gaps: [] };
    }
  }
  return best;
}

const gapLine = (from: number, to: number, across: number, axis: Axis): GuideLine =>
  axis === 'x'
    ? { from: { x: from, y: across }, to: { x: to, y: across }, isGap: true }
    : { from: { x: across, y: from }, to: { x: across, y: to }, isGap: true };

/** The two nearest siblings of the same row (column) on either side, nearest first. */
function neighbours(siblings: readonly Rect[], moving: Rect, axis: Axis) {
  const row = siblings.filter((rect) => overlapAlong(rect, moving, other(axis)));
  const middle = start(moving, axis) + size(moving, axis) / 2;
  const before = row.filter((rect) => end(rect, axis) <= middle).sort((a, b) => end(b, axis) - end(a, axis));
  const after = row.filter((rect) => start(rect, axis) >= middle).sort((a, b) => start(a, axis) - start(b, axis));
  return { before, after };
}

/** A shift that makes the gap to a neighbour as wide as another gap of the row. */
function spaceAlong(siblings: readonly Rect[], moving: Rect, axis: Axis, tolerance: number): Snap {
  const { before, after } = neighbours(siblings, moving, axis);
  const [left, farLeft] = before;
  const [right, farRight] = after;
  const own = size(moving, axis);
  const candidates: { readonly at: number; readonly gaps: readonly (readonly [number, number])[] }[] = [];
  if (left && right) {
    const gap = (start(right, axis) - end(left, axis) - own) / 2;
    const at = end(left, axis) + gap;
    candidates.push({
      at,
      gaps: [
        [end(left, axis), at],
        [at + own, start(right, axis)],
      ],
    });
  }
  if (left && farLeft && start(left, axis) > end(farLeft, axis)) {
    const at = end(left, axis) + start(left, axis) - end(farLeft, axis);
    candidates.push({
      at,
      gaps: [
        [end(farLeft, axis), start(left, axis)],
        [end(left, axis), at],
      ],
    });
  }
  if (right && farRight && start(farRight, axis) > end(right, axis)) {
    const at = start(right, axis) - (start(farRight, axis) - end(right, axis)) - own;
    candidates.push({
      at,
      gaps: [
        [at + own, start(right, axis)],
        [end(right, axis), start(farRight, axis)],
      ],
    });
  }
  const across = start(moving, other(axis)) + size(moving, other(axis)) / 2;
  let best: Snap = NOWHERE;
  let least = tolerance + 1e-6;
  for (const { at, gaps } of candidates) {
    const by = at - start(moving, axis);
    if (Math.abs(by) >= least || at % GRID !== 0 || gaps.some(([from, to]) => to <= from)) continue;
    least = Math.abs(by);
    best = { by, at: null, gaps: gaps.map(([from, to]) => gapLine(from, to, across, axis)) };
  }
  return best;
}

/** The line through all that meet at a place, the dragged thing among them. */
function lineAt(stops: readonly Stop[], at: number, moved: Rect, axis: Axis): GuideLine {
  const cross = other(axis);
  let [low, high] = [start(moved, cross), end(moved, cross)];
  for (let index = search(stops, at); stops[index]?.at === at; index += 1) {
    const rect = stops[index]?.rect ?? moved;
    low = Math.min(low, start(rect, cross));
    high = Math.max(high, end(rect, cross));
  }
  return axis === 'x'
    ? { from: { x: at, y: low }, to: { x: at, y: high }, isGap: false }
    : { from: { x: low, y: at }, to: { x: high, y: at }, isGap: false };
}

const sortedStops = (siblings: readonly Rect[], axis: Axis): readonly Stop[] =>
  siblings.flatMap((rect) => stopsOf(rect, axis).map((at) => ({ at, rect }))).sort((a, b) => a.at - b.at);

/** Prepares guides along the edges and middles of siblings and the gaps between them; asking is cheap and done on every move. */
export function makeGuide(siblings: readonly Rect[]): Guide {
  const stops = { x: sortedStops(siblings, 'x'), y: sortedStops(siblings, 'y') };
  const snapAlong = (moving: Rect, axis: Axis, tolerance: number): Snap => {
    const aligned = alignAlong(stops[axis], moving, axis, tolerance);
    return aligned.at === null ? spaceAlong(siblings, moving, axis, tolerance) : aligned;
  };
  return (moving, tolerance) => {
    const across = snapAlong(moving, 'x', tolerance);
    const down = snapAlong({ ...moving, x: moving.x + across.by }, 'y', tolerance);
    const moved = { ...moving, x: moving.x + across.by, y: moving.y + down.by };
    const lines = [
      ...across.gaps,
      ...down.gaps,
      ...(across.at === null ? [] : [lineAt(stops.x, across.at, moved, 'x')]),
      ...(down.at === null ? [] : [lineAt(stops.y, down.at, moved, 'y')]),
    ];
    return { dx: across.by, dy: down.by, lines };
  };
}
