import type { Frame } from '../model/design';
import { APART, snapUp } from './measures';
import { hasOverlap, overlaps } from './overlap';

const CELL = 256;

/** Frames that stay, found by where they lie: a drawing may have thousands of siblings. */
interface Placed {
  add(frame: Frame): void;
  /** The first added of those that a frame meets. */
  firstHit(frame: Frame): Frame | undefined;
}

function makePlaced(): Placed {
  const cells = new Map<number, { readonly frame: Frame; readonly rank: number }[]>();
  let count = 0;
  // Far out numbers repeat, which costs a comparison and nothing else.
  const cellsOf = ({ x, y, width, height }: Frame): number[] => {
    const keys: number[] = [];
    const [right, bottom] = [Math.floor((x + width) / CELL), Math.floor((y + height) / CELL)];
    for (let column = Math.floor(x / CELL); column <= right; column += 1)
      for (let row = Math.floor(y / CELL); row <= bottom; row += 1) keys.push(column * 65_536 + row);
    return keys;
  };
  return {
    add: (frame) => {
      const entry = { frame, rank: count };
      count += 1;
      for (const key of cellsOf(frame)) {
        const here = cells.get(key);
        if (here) here.push(entry);
        else cells.set(key, [entry]);
      }
    },
    firstHit: (frame) => {
      let first: { readonly frame: Frame; readonly rank: number } | undefined;
      for (const key of cellsOf(frame))
        for (const entry of cells.get(key) ?? []) {
          if (first && entry.rank >= first.rank) break;
          if (overlaps(frame, entry.frame)) first = entry;
        }
      return first?.frame;
    },
  };
}

/** Moves a frame right or down, whichever is less, until it meets none of `placed`. */
function clear(frame: Frame, placed: Placed): Frame {
  let right = frame;
  let down = frame;
  for (let hit = placed.firstHit(right); hit; hit = placed.firstHit(right))
    right = { ...right, x: snapUp(hit.x + hit.width + APART) };
  for (let hit = placed.firstHit(down); hit; hit = placed.firstHit(down))
    down = { ...down, y: snapUp(hit.y + hit.height + APART) };
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
  const placed = makePlaced();
  for (const index of order) {
    const frame = frames[index];
    if (!frame) continue;
    const free = clear(frame, placed);
    result[index] = free;
    placed.add(free);
  }
  return result;
}
