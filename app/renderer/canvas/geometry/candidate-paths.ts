import type { Point, Rect } from './rect';

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Ends of a line: the sides it leaves and enters by, and how far along them, in pixels from the origin of the canvas. */
export interface Ends {
  readonly fromSide: Side;
  readonly toSide: Side;
  /** x on the top or bottom side, y on the left or right one. */
  readonly fromAt: number;
  readonly toAt: number;
}

/** Shortest piece of line straight out of a box, so that the arrow head has room. */
export const STUB = 16;

export const isVertical = (side: Side): boolean => side === 'top' || side === 'bottom';

export const pointOn = (rect: Rect, side: Side, at: number): Point => {
  switch (side) {
    case 'top':
      return { x: at, y: rect.y };
    case 'bottom':
      return { x: at, y: rect.y + rect.height };
    case 'left':
      return { x: rect.x, y: at };
    case 'right':
      return { x: rect.x + rect.width, y: at };
  }
};

const OUTWARD: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** Whether the box at `target` lies at least two stubs beyond the given side. */
const lies = (side: Side, from: Point, to: Point, distance: number): boolean =>
  (to.x - from.x) * OUTWARD[side].x + (to.y - from.y) * OUTWARD[side].y >= distance;

const flip = ({ x, y }: Point): Point => ({ x: y, y: x });

/** Between opposite sides: straight, or across at `y`, kept a stub away from both boxes. */
function bridgeDown(from: Point, to: Point, across: number): readonly Point[] {
  if (Math.abs(from.x - to.x) < 1) return [from, to];
  const low = Math.min(from.y, to.y) + STUB;
  const high = Math.max(from.y, to.y) - STUB;
  const y = low > high ? (low + high) / 2 : Math.min(high, Math.max(low, across));
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

/** `across` is where the crossing piece runs: y between top and bottom, x between left and right. */
export const bridge = (from: Point, to: Point, vertical: boolean, across: number): readonly Point[] =>
  vertical ? bridgeDown(from, to, across) : bridgeDown(flip(from), flip(to), across).map(flip);

/** How far a hook goes out before it runs along. */
export const HOOK_REACH = STUB + 8;

/** Both ends on the same side: out by `reach`, along, and back. */
export function hook(from: Point, to: Point, side: Side, reach: number): readonly Point[] {
  const { x, y } = OUTWARD[side];
  if (isVertical(side)) {
    const edge = (y > 0 ? Math.max(from.y, to.y) : Math.min(from.y, to.y)) + y * reach;
    return [from, { x: from.x, y: edge }, { x: to.x, y: edge }, to];
  }
  const edge = (x > 0 ? Math.max(from.x, to.x) : Math.min(from.x, to.x)) + x * reach;
  return [from, { x: edge, y: from.y }, { x: edge, y: to.y }, to];
}

const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** Places of a line among those that share its sides: 0 runs nearest to the box, the others further out. */
export interface Lanes {
  readonly from: number;
  readonly to: number;
}

/** Distance between neighbouring lines that run side by side. */
const LANE = 8;

/**
 * The right-angled paths between two boxes for the given ends; empty where the sides do not suit the positions.
 * Lanes shift the crossing piece so that neighbouring lines do not lie on one another.
 */
export function candidatePaths(fromRect: Rect, toRect: Rect, ends: Ends, lanes: Lanes): readonly (readonly Point[])[] {
  const from = pointOn(fromRect, ends.fromSide, ends.fromAt);
  const to = pointOn(toRect, ends.toSide, ends.toAt);
  const vertical = isVertical(ends.fromSide);
  if (ends.fromSide === ends.toSide) return [hook(from, to, ends.fromSide, HOOK_REACH + Math.abs(lanes.from) * LANE)];
  if (OPPOSITE[ends.fromSide] === ends.toSide) {
    if (!lies(ends.fromSide, from, to, STUB)) return [];
    const [start, end] = vertical ? [from.y, to.y] : [from.x, to.x];
    const sign = Math.sign(end - start);
    const places = [
      (start + end) / 2 + sign * lanes.from * LANE,
      start + sign * (STUB + lanes.from * LANE),
      end - sign * (STUB + lanes.to * LANE),
    ];
    const straight = Math.abs(vertical ? from.x - to.x : from.y - to.y) < 1;
    return (straight ? places.slice(0, 1) : places).map((across) => bridge(from, to, vertical, across));
  }
  const corner = vertical ? { x: from.x, y: to.y } : { x: to.x, y: from.y };
  return lies(ends.fromSide, from, corner, STUB) && lies(ends.toSide, to, corner, STUB) ? [[from, corner, to]] : [];
}
