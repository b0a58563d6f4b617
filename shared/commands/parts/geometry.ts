import type { Design, Element, ElementId } from '../../model/design';
import { ancestorsOf } from '../../model/hierarchy';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const GRID = 4;

export const snap = (value: number): number => (Number.isFinite(value) ? Math.round(value / GRID) * GRID + 0 : 0);

/** Top left corner of an element on the canvas; the origin for null, the canvas itself. */
export function originOf(design: Pick<Design, 'elements'>, id: ElementId | null): Point {
  const element = id === null ? undefined : design.elements.get(id);
  if (!element) return { x: 0, y: 0 };
  return ancestorsOf(design, element).reduce<Point>((sum, { frame }) => ({ x: sum.x + frame.x, y: sum.y + frame.y }), {
    x: element.frame.x,
    y: element.frame.y,
  });
}

/** A point given relative to one container, relative to another. */
export function translate(
  design: Pick<Design, 'elements'>,
  at: Point,
  from: ElementId | null,
  to: ElementId | null,
): Point {
  if (from === to) return at;
  const source = originOf(design, from);
  const target = originOf(design, to);
  return { x: at.x + source.x - target.x, y: at.y + source.y - target.y };
}

export const isInside = ({ x, y, width, height }: Element['frame'], point: Point): boolean =>
  point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
