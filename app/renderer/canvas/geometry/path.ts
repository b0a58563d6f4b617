import type { Point } from './rect';

const RADIUS = 8;

const towards = (from: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0
    ? from
    : { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
};

const write = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

/** A straight piece of a line, or one around a corner. */
interface Piece {
  readonly from: Point;
  /** Where the line would turn if its corners were not rounded; undefined where it runs straight. */
  readonly around?: Point;
  readonly to: Point;
}

function piecesOf(points: readonly Point[], shorten: number): readonly Piece[] {
  const last = points[points.length - 1];
  const beforeLast = points[points.length - 2];
  const [first] = points;
  if (!first || !last || !beforeLast) return [];
  const pieces: Piece[] = [];
  let from = first;
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
    const [enter, leave] = [towards(corner, before, room), towards(corner, after, room)];
    pieces.push({ from, to: enter }, { from: enter, around: corner, to: leave });
    from = leave;
  }
  return [...pieces, { from, to: towards(last, beforeLast, shorten) }];
}

const writeOn = ({ around, to }: Piece): string => (around ? `Q${write(around)} ${write(to)}` : `L${write(to)}`);

/** SVG path through the points with rounded corners. `shorten` (px) ends it before the last point, to leave room for an arrow head. */
export function pathThrough(points: readonly Point[], shorten = 0): string {
  const pieces = piecesOf(points, shorten);
  const [first] = pieces;
  return first ? `M${write(first.from)}${pieces.map(writeOn).join('')}` : '';
}

/** How long the curve around a right angle is, in lengths of the sides it replaces. */
const CURVE = 1.6232;

const lengthOf = ({ from, around, to }: Piece): number =>
  around ? Math.hypot(around.x - from.x, around.y - from.y) * CURVE : Math.hypot(to.x - from.x, to.y - from.y);

/** A piece of a line that is drawn by itself. */
export interface PathPiece {
  readonly path: string;
  /** How far along the line it begins, px, so that dashes go on where the last piece left off. */
  readonly at: number;
}

/**
 * The same path in pieces. Chromium works out every dash of a path with corners wherever it lies, of a straight line only those in sight: long dashed
 * lines are drawn piece by piece.
 */
export function pathPieces(points: readonly Point[], shorten = 0): readonly PathPiece[] {
  let at = 0;
  return piecesOf(points, shorten).map((piece) => {
    const written = { path: `M${write(piece.from)}${writeOn(piece)}`, at };
    at += lengthOf(piece);
    return written;
  });
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
