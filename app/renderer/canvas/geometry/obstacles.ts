import type { Point, Rect } from './rect';

const CELL = 256;

/** Something a line should not run through: a service, or with less weight the words of a label. */
export interface Obstacle {
  readonly id: string;
  readonly rect: Rect;
  /** What crossing it costs, in pixels of detour. */
  readonly weight: number;
}

/** Finds what a horizontal or vertical piece of line crosses without looking at all boxes. */
export interface Obstacles {
  /** The boxes nearer than the margin, each once; those in `except` are looked through. */
  crossedBy(from: Point, to: Point, except: readonly string[]): readonly Obstacle[];
}

const key = (column: number, row: number): string => `${column}:${row}`;

function* cellsOf(left: number, top: number, right: number, bottom: number): Generator<string> {
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) yield key(column, row);
}

const NONE: readonly Obstacle[] = [];

/** `margin` is the distance a line should keep from a box. */
export function indexObstacles(boxes: readonly Obstacle[], margin = 6): Obstacles {
  const cells = new Map<string, Obstacle[]>();
  for (const box of boxes) {
    const { x, y, width, height } = box.rect;
    for (const cell of cellsOf(x - margin, y - margin, x + width + margin, y + height + margin)) {
      const here = cells.get(cell);
      if (here) here.push(box);
      else cells.set(cell, [box]);
    }
  }
  return {
    crossedBy: (from, to, except) => {
      if (boxes.length === 0) return NONE;
      const left = Math.min(from.x, to.x);
      const right = Math.max(from.x, to.x);
      const top = Math.min(from.y, to.y);
      const bottom = Math.max(from.y, to.y);
      const crossed = new Set<Obstacle>();
      for (const cell of cellsOf(left, top, right, bottom))
        for (const box of cells.get(cell) ?? NONE) {
          const { x, y, width, height } = box.rect;
          const isNear =
            left < x + width + margin && right > x - margin && top < y + height + margin && bottom > y - margin;
          if (isNear && !except.includes(box.id)) crossed.add(box);
        }
      return [...crossed];
    },
  };
}

/** For lines that are drawn while things move. */
export const noObstacles: Obstacles = { crossedBy: () => NONE };
