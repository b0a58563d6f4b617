import type { Frame } from '../model/design';
import { APART, snapUp } from './measures';
import { hasOverlap, overlaps } from './overlap';

/** Moves a frame right or down, whichever is less, until it meets none of `placed`. */
function clear(frame: Frame, placed: readonly Frame[]): Frame {
  let right = frame;
  let down = frame;
  for (let hit = placed.find((other) => overlaps(right, other)); hit; ) {
    right = { ...right, x: snapUp(hit.x + hit.width + APART) };
    hit = placed.find((other) => overlaps(right, other));
  }
  for (let hit = placed.find((other) => overlaps(down, other)); hit; ) {
    down = { ...down, y: snapUp(hit.y + hit.height + APART) };
    hit = placed.find((other) => overlaps(down, other));
  }
  return right.x - frame.x < down.y - frame.y ? right : down;
}

export interface Sibling {
  readonly frame: Frame;
  /** A locked one stays where it is; others make room for it. */
  readonly isFixed: boolean;
}

/**
 * Siblings with those that overlap moved right or down. The locked ones stay, then those nearer the top left corner;
 * `siblings` are in a stable order, which settles ties.
 */
export function pushApart(siblings: readonly Sibling[]): readonly Frame[] {
  const frames = siblings.map(({ frame }) => frame);
  if (!hasOverlap(frames)) return frames;
  const order = siblings.map((_, index) => index);
  const rank = (index: number): number => (siblings[index]?.isFixed ? 0 : 1);
  const corner = (index: number): number => (frames[index]?.x ?? 0) + (frames[index]?.y ?? 0);
  order.sort((a, b) => rank(a) - rank(b) || corner(a) - corner(b) || a - b);
  const result = [...frames];
  const placed: Frame[] = [];
  for (const index of order) {
    const frame = frames[index];
    if (!frame) continue;
    const free = clear(frame, placed);
    result[index] = free;
    placed.push(free);
  }
  return result;
}
