import type { Point } from './rect';

const RADIUS = 8;

const towards = (from: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0
    ? from
    : { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
};

const write = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

/** SVG path through the points with rounded corners. `shorten` (px) ends it before the last point, to leave room for an arrow head. */
export function pathThrough(points: readonly Point[], shorten = 0): string {
  const last = points[points.length - 1];
  const beforeLast = points[points.length - 2];
  const [first] = points;
  if (!first || !last || !beforeLast) return '';
  const end = towards(last, beforeLast, shorten);
  const parts = [`M${write(first)}`];
  for (let index = 1; index < points.length - 1; index += 1) {
    const before = points[index - 1];
    const corner = points[index];
    const after = points[index + 1];
    if (!before || !corner || !after) continue;
    const room = Math.min(
      RADIUS,
      Math.hypot(corner.x - before.x, corner.y - before.y) / 2,
      Math.hypot(after.x - corner.x, after.y - corner.y) / 2,
    );
    parts.push(`L${write(towards(corner, before, room))}Q${write(corner)} ${write(towards(corner, after, room))}`);
  }
  parts.push(`L${write(end)}`);
  return parts.join('');
}

/** The point half way along, where a label sits. */
export function halfWay(points: readonly Point[]): Point {
  let total = 0;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from && to) total += Math.hypot(to.x - from.x, to.y - from.y);
  }
  let left = total / 2;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (!from || !to) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length >= left && length > 0) return towards(from, to, left);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** The head at the end of a line: three corners of a triangle. */
export function arrowHead(points: readonly Point[], size = 7): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  if (!tip || !before) return '';
  const base = towards(tip, before, size);
  const across = { x: (tip.y - base.y) * 0.5, y: (base.x - tip.x) * 0.5 };
  const left = { x: base.x + across.x, y: base.y + across.y };
  const right = { x: base.x - across.x, y: base.y - across.y };
  return `M${write(tip)}L${write(left)}L${write(right)}Z`;
}
