import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Obstacle } from './obstacles';
import { arrowHead, halfWay, pathPieces, pathThrough } from './path';
import type { Point, Rect } from './rect';
import { createRouter } from './route-connections';

const card = (x: number, y: number): Rect => ({ x, y, width: 176, height: 72 });
const clear: readonly Obstacle[] = [];

const routeOne = (from: Rect, to: Rect, obstacles = clear): readonly Point[] => {
  const rects = new Map([
    ['from', from],
    ['to', to],
  ]);
  return createRouter()([{ id: 'line', from: 'from', to: 'to' }], rects, obstacles).get('line') ?? [];
};

const isOnBorder = ({ x, y }: Point, rect: Rect): boolean => {
  const onX = (x === rect.x || x === rect.x + rect.width) && y >= rect.y && y <= rect.y + rect.height;
  const onY = (y === rect.y || y === rect.y + rect.height) && x >= rect.x && x <= rect.x + rect.width;
  return onX || onY;
};

describe('the path of a connection', () => {
  it('goes straight down between boxes that stand above each other', () => {
    expect(routeOne(card(0, 0), card(0, 200))).toEqual([
      { x: 88, y: 72 },
      { x: 88, y: 200 },
    ]);
  });

  it('meets a wide bar right below its source, without a bend', () => {
    expect(routeOne(card(400, 0), { x: 0, y: 200, width: 800, height: 72 })).toHaveLength(2);
  });

  it('goes around a box in its way', () => {
    const wall = card(0, 150);
    const straight = routeOne(card(0, 0), card(0, 300));
    const around = routeOne(card(0, 0), card(0, 300), [{ id: 'wall', rect: wall, weight: 600 }]);
    expect(straight).toHaveLength(2);
    expect(around.length).toBeGreaterThan(2);
  });

  it('does not run along the border of a container, neither straight nor in a hook', () => {
    const along = (at: number): Obstacle => ({
      id: 'border',
      rect: { x: -100, y: at, width: 1000, height: 0 },
      weight: 80,
      along: 'x',
    });
    const heights = (points: readonly Point[]): number[] => [...new Set(points.map(({ y }) => y))];
    expect(heights(routeOne(card(0, 0), card(400, 0)))).toEqual([36]);
    for (const y of heights(routeOne(card(0, 0), card(400, 0), [along(36)])))
      expect(Math.abs(y - 36)).toBeGreaterThanOrEqual(6);
    const wall: Obstacle = { id: 'wall', rect: { x: 190, y: -400, width: 100, height: 800 }, weight: 6000 };
    const over = routeOne(card(0, 0), card(400, 0), [wall]);
    const highest = Math.min(...heights(over));
    expect(heights(routeOne(card(0, 0), card(400, 0), [wall, along(highest)]))).not.toContain(highest);
  });

  it('crosses the border of a container freely', () => {
    const border: Obstacle = {
      id: 'border',
      rect: { x: -100, y: 100, width: 1000, height: 0 },
      weight: 80,
      along: 'x',
    };
    expect(routeOne(card(0, 0), card(0, 200), [border])).toEqual(routeOne(card(0, 0), card(0, 200)));
  });

  it('keeps lines between the same boxes apart', () => {
    const rects = new Map([
      ['a', card(0, 0)],
      ['b', card(0, 300)],
    ]);
    const lines = ['1', '2', '3'].map((id) => ({ id, from: 'a', to: 'b' }));
    const starts = [...createRouter()(lines, rects, clear).values()].map(([first]) => first?.x ?? 0);
    const sorted = starts.toSorted((a, b) => a - b);
    expect(new Set(starts).size).toBe(3);
    for (let index = 1; index < sorted.length; index += 1)
      expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(10);
  });

  it('leaves out a line from a box to itself and lines without an end', () => {
    const rects = new Map([['a', card(0, 0)]]);
    const lines = [
      { id: '1', from: 'a', to: 'a' },
      { id: '2', from: 'a', to: 'gone' },
    ];
    expect(createRouter()(lines, rects, clear).size).toBe(0);
  });

  it('starts and ends on the borders and turns only at right angles, wherever the boxes are', () => {
    const box = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 40, max: 600 }),
      height: fc.integer({ min: 40, max: 300 }),
    });
    const apart = (a: Rect, b: Rect): boolean =>
      a.x > b.x + b.width || b.x > a.x + a.width || a.y > b.y + b.height || b.y > a.y + a.height;
    fc.assert(
      fc.property(box, box, (from, to) => {
        fc.pre(apart(from, to));
        const points = routeOne(from, to);
        const [first] = points;
        const last = points.at(-1);
        expect(first && isOnBorder(first, from)).toBe(true);
        expect(last && isOnBorder(last, to)).toBe(true);
        for (let index = 1; index < points.length; index += 1) {
          const a = points[index - 1];
          const b = points[index];
          expect(a && b && (Math.abs(a.x - b.x) < 1 || Math.abs(a.y - b.y) < 1)).toBe(true);
        }
      }),
    );
  });
});

describe('routing again', () => {
  const box = (id: string, rect: Rect): Obstacle => ({ id, rect, weight: 600 });
  const boxes = (shift: number): readonly Obstacle[] => [
    box('a', card(0, 0)),
    box('b', card(0, 300)),
    box('c', card(2000, 0)),
    box('d', card(2000 + shift, 300)),
  ];
  const rectsOf = (all: readonly Obstacle[]) => new Map(all.map(({ id, rect }) => [id, rect]));
  const lines = [
    { id: 'ab', from: 'a', to: 'b' },
    { id: 'cd', from: 'c', to: 'd' },
  ];

  it('keeps the paths that nothing has come near to and finds those of what moved anew', () => {
    const route = createRouter();
    const before = route(lines, rectsOf(boxes(0)), boxes(0));
    const after = route(lines, rectsOf(boxes(400)), boxes(400));
    expect(after.get('ab')).toBe(before.get('ab'));
    expect(after.get('cd')).toEqual(createRouter()(lines, rectsOf(boxes(400)), boxes(400)).get('cd'));
    expect(after.get('cd')).not.toEqual(before.get('cd'));
  });

  it('goes around what is put in the way later, and straight again once it is gone', () => {
    const route = createRouter();
    const wall = [...boxes(0), box('wall', card(0, 150))];
    const straight = route(lines, rectsOf(boxes(0)), boxes(0)).get('ab');
    expect(route(lines, rectsOf(wall), wall).get('ab')).not.toEqual(straight);
    expect(route(lines, rectsOf(boxes(0)), boxes(0)).get('ab')).toEqual(straight);
  });
});

describe('drawing a path', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 0, y: 100 },
    { x: 100, y: 100 },
  ];

  it('rounds the corners and stops short of the arrow head', () => {
    expect(pathThrough(corner, 10)).toBe('M0,0L0,92Q0,100 8,100L90,100');
    expect(pathPieces(corner, 10)).toEqual([
      { path: 'M0,0L0,92', at: 0 },
      { path: 'M0,92Q0,100 8,100', at: 92 },
      { path: 'M8,100L90,100', at: expect.closeTo(92 + 8 * 1.6232) },
    ]);
    expect(arrowHead(corner, 10)).toBe('M100,100L90,95L90,105Z');
  });

  it('finds the middle along the line', () => {
    expect(halfWay(corner)).toEqual({ x: 0, y: 100 });
  });
});
