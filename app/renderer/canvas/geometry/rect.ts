import type { Design, Element, Frame } from '../../../../shared/model/design';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Canvas pixels at 100 %, from the origin of the canvas. */
export type Rect = Frame;

export const centreOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

export const isInside = (rect: Rect, { x, y }: Point): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;

export const isSameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where every element lies on the canvas itself: the frames added up along the parents. */
export function absoluteRects(design: Pick<Design, 'elements'>): Map<string, Rect> {
  const rects = new Map<string, Rect>();
  const open = new Set<string>();
  const place = (element: Element): Rect => {
    const known = rects.get(element.id);
    if (known) return known;
    open.add(element.id);
    const parent = element.parent === null ? undefined : design.elements.get(element.parent);
    // A cycle cannot be drawn; its members then lie on the canvas.
    const origin = parent && !open.has(parent.id) ? place(parent) : { x: 0, y: 0 };
    const { x, y, width, height } = element.frame;
    const rect = { x: origin.x + x, y: origin.y + y, width, height };
    rects.set(element.id, rect);
    open.delete(element.id);
    return rect;
  };
  for (const element of design.elements.values()) place(element);
  return rects;
}

/** The smallest rectangle around all; undefined for none. */
export function boundsOf(rects: Iterable<Rect>): Rect | undefined {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Number.POSITIVE_INFINITY ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}
