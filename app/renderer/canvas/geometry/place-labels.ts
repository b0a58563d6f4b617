import { halfWay } from './path';
import { overlaps, type Point, type Rect } from './rect';

/** A label to be placed on its line. */
export interface LabelRequest {
  readonly id: string;
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
}

const GAP = 3;
const SHARES = [0.5, 0.3, 0.7, 0.15, 0.85];

const areaShared = (a: Rect, b: Rect): number =>
  overlaps(a, b)
    ? (Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
      (Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))
    : 0;

const around = ({ x, y }: Point, width: number, height: number): Rect => ({
  x: x - width / 2 - GAP,
  y: y - height / 2 - GAP,
  width: width + 2 * GAP,
  height: height + 2 * GAP,
});

/** Places along a line, the middle first, then the longer pieces before the shorter ones. */
function placesOn(points: readonly Point[]): Point[] {
  const pieces: { readonly from: Point; readonly to: Point; readonly length: number }[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [from, to] = [points[index], points[index + 1]];
    if (from && to) pieces.push({ from, to, length: Math.hypot(to.x - from.x, to.y - from.y) });
  }
  pieces.sort((a, b) => b.length - a.length);
  const along = pieces.flatMap(({ from, to }) =>
    SHARES.map((share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })),
  );
  return [halfWay(points), ...along];
}

/**
 * Where each label goes: on its line, clear of the boxes and of the labels before it where there is such a place, else where
 * it covers least. `boxesNear` hands out what lies about a rectangle.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  boxesNear: (rect: Rect) => readonly Rect[],
): ReadonlyMap<string, Point> {
  const placed = new Map<string, Point>();
  const taken: Rect[] = [];
  for (const { id, points, width, height } of requests) {
    let best: { readonly at: Point; readonly covered: number } | undefined;
    for (const at of placesOn(points)) {
      const rect = around(at, width, height);
      // Another label hidden is worse than a part of a box.
      const covered =
        boxesNear(rect).reduce((sum, box) => sum + areaShared(rect, box), 0) +
        3 * taken.reduce((sum, label) => sum + areaShared(rect, label), 0);
      if (!best || covered < best.covered) best = { at, covered };
      if (covered === 0) break;
    }
    if (!best) continue;
    placed.set(id, best.at);
    taken.push(around(best.at, width, height));
  }
  return placed;
}
