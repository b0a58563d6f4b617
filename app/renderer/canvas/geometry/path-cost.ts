import {
  bridge,
  candidatePaths,
  type Ends,
  HOOK_REACH,
  hook,
  isVertical,
  type Lanes,
  pointOn,
  STUB,
} from './candidate-paths';
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
  readonly ends: Ends;
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

/** What a path costs before anything is in its way. */
const bareCost = (points: readonly Point[], { fromSide, toSide }: Ends): number =>
  lengthOf(points) + Math.max(0, points.length - 2) * BEND + (fromSide === toSide ? HOOK : 0);

/** The path with its full cost; undefined as soon as it is clear that it costs `limit` or more. */
function judge(
  points: readonly Point[],
  ends: Ends,
  { obstacles, except }: Pick<PathRequest, 'obstacles' | 'except'>,
  limit: number,
): PathChoice | undefined {
  let cost = bareCost(points, ends);
  const crossed: Obstacle[] = [];
  for (let index = 1; index < points.length && cost < limit; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (!from || !to) continue;
    for (const box of obstacles.crossedBy(from, to, except))
      if (!crossed.includes(box)) {
        crossed.push(box);
        cost += box.weight;
      }
  }
  return cost < limit ? { points, ends, cost, crossed } : undefined;
}

const pick = (places: readonly number[]): readonly number[] => [...new Set(places)].slice(0, MOST_CHANNELS);

/** Hooks that turn nearer to the boxes or further out. */
const HOOK_REACHES = [HOOK_REACH - 10, HOOK_REACH + 14];

/**
 * Paths between opposite sides that leave the way clear of `blocking` through a channel above, below or beside it; between ends on the same side,
 * hooks of other lengths.
 */
function detours({ from, to, ends }: PathRequest, blocking: readonly Obstacle[]): readonly (readonly Point[])[] {
  const vertical = isVertical(ends.fromSide);
  const start = pointOn(from, ends.fromSide, ends.fromAt);
  const end = pointOn(to, ends.toSide, ends.toAt);
  if (ends.fromSide === ends.toSide) return HOOK_REACHES.map((reach) => hook(start, end, ends.fromSide, reach));
  if (isVertical(ends.toSide) !== vertical) return [];
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

/**
 * The best path among several pairs of ends; undefined where no sides suit the positions. The shortest are judged first,
 * so that most of the others need not be held against the obstacles at all.
 */
export function cheapestPath(request: Omit<PathRequest, 'ends'>, choices: readonly Ends[]): PathChoice | undefined {
  const { from, to, lanes } = request;
  const candidates = choices.flatMap((ends) =>
    candidatePaths(from, to, ends, lanes).map((points) => ({ ends, points, bare: bareCost(points, ends) })),
  );
  candidates.sort((a, b) => a.bare - b.bare);
  let best: PathChoice | undefined;
  for (const { ends, points, bare } of candidates) {
    if (best && bare >= best.cost) break;
    best = judge(points, ends, request, best?.cost ?? Number.POSITIVE_INFINITY) ?? best;
  }
  if (!best || best.crossed.length === 0) return best;
  for (const points of detours({ ...request, ends: best.ends }, best.crossed))
    best = judge(points, best.ends, request, best.cost) ?? best;
  return best;
}
