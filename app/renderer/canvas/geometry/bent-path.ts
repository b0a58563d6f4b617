import { isVertical, pointOn, type Side, STUB } from './candidate-paths';
import { isInside, type Point, type Rect } from './rect';
import { rangeOf } from './side-range';

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];
/** A corner nearer to a box than this has no room for a line. */
const ROOM = 4;
/** A further corner weighs as much as this many pixels of way. */
const CORNER = 48;

const beyond = ({ x, y, width, height }: Rect, side: Side, point: Point): number => {
  const distances = { top: y - point.y, right: point.x - x - width, bottom: point.y - y - height, left: x - point.x };
  return distances[side];
};

const near = (rect: Rect): Rect => ({
  x: rect.x - ROOM,
  y: rect.y - ROOM,
  width: rect.width + 2 * ROOM,
  height: rect.height + 2 * ROOM,
});

/** From the best side of a box to a corner: straight where the side lies opposite, else round one corner more. */
function leave(rect: Rect, goal: Point): readonly Point[] {
  let best: { readonly points: readonly Point[]; readonly cost: number } | undefined;
  for (const side of SIDES) {
    const distance = beyond(rect, side, goal);
    if (distance < ROOM) continue;
    const [low, high] = rangeOf(rect, side);
    const along = isVertical(side) ? goal.x : goal.y;
    const isOpposite = along >= low && along <= high;
    const at = isOpposite ? along : (low + high) / 2;
    const start = pointOn(rect, side, at);
    const turn = isVertical(side) ? { x: at, y: goal.y } : { x: goal.x, y: at };
    const cost = distance + Math.abs(along - at) + (isOpposite ? 0 : CORNER);
    if (!best || cost < best.cost) best = { points: isOpposite ? [start, goal] : [start, turn, goal], cost };
  }
  return best?.points ?? [goal];
}

/** The corner between two places that are not in line: straight on first, never back over the way it came. */
function turnBetween(before: Point | undefined, from: Point, to: Point): readonly Point[] {
  if (from.x === to.x || from.y === to.y) return [];
  const across = { x: to.x, y: from.y };
  const down = { x: from.x, y: to.y };
  if (!before) return [across];
  const goesDown = before.x === from.x;
  const goesBack = goesDown ? (from.y - before.y) * (to.y - from.y) < 0 : (from.x - before.x) * (to.x - from.x) < 0;
  return [goesDown === goesBack ? across : down];
}

/** The same way without places that are no corners. */
function tidy(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const inLine =
      last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (inLine) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Right-angled path over corners set by hand; undefined where none of them lies clear of the two boxes. */
export function pathOverBends(from: Rect, to: Rect, bends: readonly Point[]): readonly Point[] | undefined {
  const clear = bends.filter((bend) => !isInside(near(from), bend) && !isInside(near(to), bend));
  const [first] = clear;
  const last = clear.at(-1);
  if (!first || !last) return undefined;
  const points = [...leave(from, first)];
  for (const bend of clear.slice(1)) {
    const here = points.at(-1) ?? first;
    points.push(...turnBetween(points.at(-2), here, bend), bend);
  }
  return tidy([...points, ...leave(to, last).toReversed()]);
}

const towards = (from: Point, to: Point): Point => {
  const room = Math.min(STUB, (Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) / 3);
  return { x: from.x + Math.sign(to.x - from.x) * room, y: from.y + Math.sign(to.y - from.y) * room };
};

const round = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/**
 * The corners of a path one piece of which is pushed aside by a distance: to the right or downwards. Pieces that touch a box
 * keep a stub there, so that the line stays attached.
 */
export function pushPiece(points: readonly Point[], index: number, by: number): readonly Point[] {
  const start = points[index];
  const end = points[index + 1];
  if (!start || !end) return points.slice(1, -1);
  const isUpright = Math.abs(end.x - start.x) < Math.abs(end.y - start.y);
  const push = ({ x, y }: Point): Point => (isUpright ? { x: x + by, y } : { x, y: y + by });
  const isLast = index + 2 === points.length;
  const bends = [
    ...points.slice(1, index),
    push(index === 0 ? towards(start, end) : start),
    push(isLast ? towards(end, start) : end),
    ...points.slice(index + 2, -1),
  ];
  return tidy(bends.map(round));
}

/** The piece of a path nearest to a point. */
export function nearestPiece(points: readonly Point[], { x, y }: Point): number {
  let best = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [a, b] = [points[index], points[index + 1]];
    if (!a || !b) continue;
    const clampedX = Math.min(Math.max(x, Math.min(a.x, b.x)), Math.max(a.x, b.x));
    const clampedY = Math.min(Math.max(y, Math.min(a.y, b.y)), Math.max(a.y, b.y));
    const distance = Math.hypot(x - clampedX, y - clampedY);
    if (distance < shortest) {
      shortest = distance;
      best = index;
    }
  }
  return best;
}
