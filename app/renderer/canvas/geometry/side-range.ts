import { isVertical, type Side } from './candidate-paths';
import type { Rect } from './rect';

/** Distance between lines that meet the same side, and how near they come to its corners, px. */
export const SPACING = 14;
const CORNER = 16;

/** The part of a side that lines may meet: x on the top and bottom, y on the others. */
export const rangeOf = (rect: Rect, side: Side): readonly [low: number, high: number] => {
  const [start, length] = isVertical(side) ? [rect.x, rect.width] : [rect.y, rect.height];
  const margin = Math.min(CORNER, length / 3);
  return [start + margin, start + length - margin];
};
