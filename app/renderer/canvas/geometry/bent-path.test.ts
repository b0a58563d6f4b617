import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPiece, pathOverBends, pushPiece } from './bent-path';
import { isInside, type Point, type Rect } from './rect';

const left: Rect = { x: 0, y: 0, width: 176, height: 72 };
const right: Rect = { x: 400, y: 0, width: 176, height: 72 };

const isRightAngled = (points: readonly Point[]): boolean =>
  points.every((point, index) => {
    const before = points[index - 1];
    return !before || before.x === point.x || before.y === point.y;
  });

describe('a path over corners set by hand', () => {
  it('leaves and enters opposite the corners where the sides reach that far', () => {
    expect(pathOverBends(left, right, [{ x: 300, y: 30 }])).toEqual([
      { x: 176, y: 30 },
      { x: 400, y: 30 },
    ]);
  });

  it('goes round by the corners', () => {
    const bends = [
      { x: 192, y: -60 },
      { x: 384, y: -60 },
    ];
    expect(pathOverBends(left, right, bends)).toEqual([
      { x: 176, y: 36 },
      { x: 192, y: 36 },
      { x: 192, y: -60 },
      { x: 384, y: -60 },
      { x: 384, y: 36 },
      { x: 400, y: 36 },
    ]);
  });

  it('looks through corners that a box has come to lie on', () => {
    expect(pathOverBends(left, right, [{ x: 20, y: 20 }])).toBeUndefined();
  });

  it('is right-angled from box to box, wherever the corners and boxes are', () => {
    const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
    fc.assert(
      fc.property(place, place, fc.array(place, { minLength: 1, maxLength: 6 }), (a, b, bends) => {
        const [from, to] = [
          { ...a, width: 176, height: 72 },
          { ...b, width: 72, height: 72 },
        ];
        const points = pathOverBends(from, to, bends);
        if (!points) return;
        expect(isRightAngled(points)).toBe(true);
        expect(isInside(from, points[0] ?? a)).toBe(true);
        expect(isInside(to, points.at(-1) ?? a)).toBe(true);
      }),
    );
  });
});

describe('pushing a piece of a path', () => {
  const straight = [
    { x: 176, y: 36 },
    { x: 400, y: 36 },
  ];

  it('makes a bridge of a straight line and moves it on from there', () => {
    const bends = pushPiece(straight, 0, -96);
    const path = pathOverBends(left, right, bends) ?? [];
    expect(path).toHaveLength(6);
    expect(path.some(({ y }) => y === -60)).toBe(true);
    const middle = nearestPiece(path, { x: 290, y: -58 });
    const higher = pathOverBends(left, right, pushPiece(path, middle, -40)) ?? [];
    expect(higher).toHaveLength(6);
    expect(Math.min(...higher.map(({ y }) => y))).toBe(-100);
  });

  it('slides along the sides of the boxes while they reach', () => {
    expect(pathOverBends(left, right, pushPiece(straight, 0, 12))).toEqual([
      { x: 176, y: 48 },
      { x: 400, y: 48 },
    ]);
  });
});
