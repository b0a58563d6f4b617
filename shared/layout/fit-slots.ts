import type { Element, Frame } from '../model/design';
import { compareBy } from '../util/sorting';
import type { Board } from './board';
import { GAP, PADDING, SERVICE_HEIGHT, SERVICE_WIDTH, snap, snapUp } from './measures';
import { hasOverlap } from './overlap';

const distance = (a: Frame, b: Frame): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** One below the other: for cards of mixed sizes. */
function stack(frames: readonly Frame[], top: number): Frame[] {
  let y = top;
  return frames.map((frame) => {
    const placed = { ...frame, x: PADDING, y };
    y += frame.height + GAP;
    return placed;
  });
}

/** Each on the free place of a raster of service cards that is nearest to where it is. */
function alignToRaster(frames: readonly Frame[], top: number, inner: number): Frame[] {
  const columns = Math.max(1, Math.floor((inner + GAP) / (SERVICE_WIDTH + GAP)));
  const free: Frame[] = [];
  for (let index = 0; index < frames.length * columns; index += 1)
    free.push({
      x: PADDING + (index % columns) * (SERVICE_WIDTH + GAP),
      y: top + Math.floor(index / columns) * (SERVICE_HEIGHT + GAP),
      width: SERVICE_WIDTH,
      height: SERVICE_HEIGHT,
    });
  return frames.map((frame) => {
    const nearest = free.reduce((best, slot) => (distance(slot, frame) < distance(best, frame) ? slot : best));
    free.splice(free.indexOf(nearest), 1);
    return nearest;
  });
}

function arrange(frames: readonly Frame[], top: number, inner: number): readonly Frame[] {
  if (!hasOverlap(frames)) return frames;
  const isUniform = frames.every(({ width, height }) => width === SERVICE_WIDTH && height === SERVICE_HEIGHT);
  return isUniform ? alignToRaster(frames, top, inner) : stack(frames, top);
}

/**
 * Places cards in a subnet `width` wide: where the user put them as far as they fit and none covers another, else side by side.
 * Answers with the lowest edge, or `top` where there is none.
 */
export function fillSlots(board: Board, cards: readonly Element[], width: number, top: number): number {
  if (cards.length === 0) return top;
  const order = [...cards].sort(
    compareBy(
      ({ frame }) => frame.y,
      ({ frame }) => frame.x,
      ({ id }) => id,
    ),
  );
  const inner = width - 2 * PADDING;
  const sizes = order.map((card) => board.frame(card));
  const lowest = top + sizes.reduce((sum, { height }) => sum + snapUp(height) + GAP, -GAP);
  const wanted = sizes.map((size) => {
    const box = { width: snapUp(size.width), height: snapUp(size.height) };
    const x = Math.max(PADDING, Math.min(snap(size.x), PADDING + inner - box.width));
    const y = Math.max(top, Math.min(snap(size.y), lowest - box.height));
    return { x, y, ...box };
  });
  const frames = arrange(wanted, top, inner);
  for (const [index, card] of order.entries()) board.place(card, frames[index] ?? card.frame);
  return frames.reduce((low, frame) => Math.max(low, frame.y + frame.height), top);
}
