import { bridge, candidatePaths, type Ends, isVertical, type Lanes, pointOn, STUB } from './candidate-paths';
import type { Obstacle, Obstacles } from './obstacles';
import type { Point, Rect } from './rect';

/** A bend, or a hook back to the same side, weighs as much as this many pixels of detour. */
const BEND = 48;
const HOOK = 160;
/** Distance a detour keeps from the box it goes around. */
const CLEARANCE = 14;
const MOST_CHANNELS = 8;

export interface PathChoice {
  readonly points: readonly Point[];
  readonly cost: number;
  readonly crossed: readonly Obstacle[];
}

export interface PathRequest {
  readonly from: Rect;
  readonly to: Rect;
  readonly ends: Ends;
  readonly obstacles: Obstacles;
  /** Ids of the two boxes themselves. */
  readonly except: readonly string[];
  readonly lanes: Lanes;
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1];
    return before ? sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y) : sum;
  }, 0);

function judge(points: readonly Point[], { ends, obstacles, except }: PathRequest): PathChoice {
  const crossed = new Set<Obstacle>();
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from && to) for (const box of obstacles.crossedBy(from, to, except)) crossed.add(box);
  }
  const hook = ends.fromSide === ends.toSide ? HOOK : 0;
  const crossing = [...crossed].reduce((sum, { weight }) => sum + weight, 0);
  const cost = crossing + Math.max(0, points.length - 2) * BEND + hook + lengthOf(points);
  return { points, cost, crossed: [...crossed] };
}

const pick = (places: readonly number[]): readonly number[] => [...new Set(places)].slice(0, MOST_CHANNELS);

/** Paths between opposite sides that leave the way clear of `blocking` through a channel above, below or beside it. */
function detours({ from, to, ends }: PathRequest, blocking: readonly Obstacle[]): readonly (readonly Point[])[] {
  const vertical = isVertical(ends.fromSide);
  if (isVertical(ends.toSide) !== vertical || ends.fromSide === ends.toSide) return [];
  const start = pointOn(from, ends.fromSide, ends.fromAt);
  const end = pointOn(to, ends.toSide, ends.toAt);
  const sign = ends.fromSide === 'right' || ends.fromSide === 'bottom' ? 1 : -1;
  const channels = blocking.flatMap(({ rect }) =>
    vertical
      ? [rect.x - CLEARANCE, rect.x + rect.width + CLEARANCE]
      : [rect.y - CLEARANCE, rect.y + rect.height + CLEARANCE],
  );
  const crossings = blocking.flatMap(({ rect }) =>
    vertical
      ? [rect.y - CLEARANCE, rect.y + rect.height + CLEARANCE]
      : [rect.x - CLEARANCE, rect.x + rect.width + CLEARANCE],
  );
  const bridges = pick(crossings).map((across) => bridge(start, end, vertical, across));
  const around = pick(channels).map((at) => {
    if (vertical) {
      const out = start.y + sign * STUB;
      const back = end.y - sign * STUB;
      return [start, { x: start.x, y: out }, { x: at, y: out }, { x: at, y: back }, { x: end.x, y: back }, end];
    }
    const out = start.x + sign * STUB;
    const back = end.x - sign * STUB;
    return [start, { x: out, y: start.y }, { x: out, y: at }, { x: back, y: at }, { x: back, y: end.y }, end];
  });
  return [...bridges, ...around];
}

const cheaper = (a: PathChoice | undefined, b: PathChoice): PathChoice => (a && a.cost <= b.cost ? a : b);

/** The best path for the given ends; undefined where the sides do not suit the positions. */
export function cheapestPath(request: PathRequest): PathChoice | undefined {
  let best: PathChoice | undefined;
  for (const points of candidatePaths(request.from, request.to, request.ends, request.lanes))
    best = cheaper(best, judge(points, request));
  if (!best || best.crossed.length === 0) return best;
  for (const points of detours(request, best.crossed)) best = cheaper(best, judge(points, request));
  return best;
}
