import type { Point, Rect } from './rect';

const CELL = 256;

/** Something a line should not run through: a service, or with less weight the words of a label. */
export interface Obstacle {
  readonly id: string;
  readonly rect: Rect;
  /** What crossing it costs, in pixels of detour. */
  readonly weight: number;
  /** The border of a container counts only for pieces that run along it, left to right (`x`) or up and down (`y`). */
  readonly along?: 'x' | 'y';
}

/** Finds what a horizontal or vertical piece of line crosses without looking at all boxes. */
export interface Obstacles {
  /** The boxes nearer than the margin, each once; those in `except` are looked through. */
  crossedBy(from: Point, to: Point, except: readonly string[]): readonly Obstacle[];
}

/** Cells are numbered; far out numbers repeat, which costs a comparison and nothing else. */
const key = (column: number, row: number): number => column * 65_536 + row;

const cellOf = (at: number): number => Math.floor(at / CELL);

const NONE: readonly Obstacle[] = [];

type Cells = ReadonlyMap<number, readonly Obstacle[]>;

function fillCells(boxes: readonly Obstacle[], margin: number): Cells {
  const cells = new Map<number, Obstacle[]>();
  for (const box of boxes) {
    const { x, y, width, height } = box.rect;
    for (let column = cellOf(x - margin); column <= cellOf(x + width + margin); column += 1)
      for (let row = cellOf(y - margin); row <= cellOf(y + height + margin); row += 1) {
        const here = cells.get(key(column, row));
        if (here) here.push(box);
        else cells.set(key(column, row), [box]);
      }
  }
  return cells;
}

/** The distance a line should keep from a box it passes, and from a border it runs beside, px. */
const BOX_MARGIN = 6;
const BORDER_MARGIN = 10;

/** Boxes and borders by where they lie. */
export function indexObstacles(boxes: readonly Obstacle[]): Obstacles {
  const cells = fillCells(
    boxes.filter(({ along }) => along === undefined),
    BOX_MARGIN,
  );
  const borders = {
    x: fillCells(
      boxes.filter(({ along }) => along === 'x'),
      BORDER_MARGIN,
    ),
    y: fillCells(
      boxes.filter(({ along }) => along === 'y'),
      BORDER_MARGIN,
    ),
  };
  return {
    crossedBy: (from, to, except) => {
      if (boxes.length === 0) return NONE;
      const left = Math.min(from.x, to.x);
      const right = Math.max(from.x, to.x);
      const top = Math.min(from.y, to.y);
      const bottom = Math.max(from.y, to.y);
      const crossed: Obstacle[] = [];
      const look = (index: Cells, margin: number): void => {
        for (let column = cellOf(left); column <= cellOf(right); column += 1)
          for (let row = cellOf(top); row <= cellOf(bottom); row += 1)
            for (const box of index.get(key(column, row)) ?? NONE) {
              const { x, y, width, height } = box.rect;
              const isNear =
                left < x + width + margin && right > x - margin && top < y + height + margin && bottom > y - margin;
              if (isNear && !crossed.includes(box) && !except.includes(box.id)) crossed.push(box);
            }
      };
      look(cells, BOX_MARGIN);
      look(right - left > bottom - top ? borders.x : borders.y, BORDER_MARGIN);
      return crossed;
    },
  };
}
