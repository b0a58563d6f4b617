import type { Point, Rect } from './rect';

const CELL = 256;

/** Finds how many boxes a horizontal or vertical segment crosses without looking at all of them. */
export interface Obstacles {
  countCrossed(from: Point, to: Point, except: readonly string[]): number;
}

interface Box {
  readonly id: string;
  readonly rect: Rect;
}

const key = (column: number, row: number): string => `${column}:${row}`;

function* cellsOf(left: number, top: number, right: number, bottom: number): Generator<string> {
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) yield key(column, row);
}

/** `margin` is the distance a line should keep from a box. */
export function indexObstacles(boxes: readonly Box[], margin = 6): Obstacles {
  const cells = new Map<string, Box[]>();
  for (const box of boxes) {
    const { x, y, width, height } = box.rect;
    for (const cell of cellsOf(x - margin, y - margin, x + width + margin, y + height + margin)) {
      const here = cells.get(cell);
      if (here) here.push(box);
      else cells.set(cell, [box]);
    }
  }
  return {
    countCrossed: (from, to, except) => {
      const left = Math.min(from.x, to.x);
      const right = Math.max(from.x, to.x);
      const top = Math.min(from.y, to.y);
      const bottom = Math.max(from.y, to.y);
      const crossed = new Set<string>();
      for (const cell of cellsOf(left, top, right, bottom))
        for (const { id, rect } of cells.get(cell) ?? [])
          if (
            !except.includes(id) &&
            left < rect.x + rect.width + margin &&
            right > rect.x - margin &&
            top < rect.y + rect.height + margin &&
            bottom > rect.y - margin
          )
            crossed.add(id);
      return crossed.size;
    },
  };
}
