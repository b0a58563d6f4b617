import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGuide } from './guides';
import type { Rect } from './rect';

const card = (x: number, y: number, width = 176, height = 72): Rect => ({ x, y, width, height });

describe('guides', () => {
  it('bring a near edge into line and draw the line through all that meet there', () => {
    const { dx, dy, lines } = makeGuide([card(100, 0), card(100, 400)])(card(104, 140), 6);
    expect([dx, dy]).toEqual([-4, 0]);
    expect(lines).toContainEqual({ from: { x: 100, y: 0 }, to: { x: 100, y: 472 }, isGap: false });
  });

  it('bring middles into line', () => {
    const { dx } = makeGuide([card(0, 0)])(card(43, 300, 96), 6);
    expect(dx).toBe(-3);
  });

  it('leave alone what is farther away than the tolerance', () => {
    expect(makeGuide([card(0, 0)])(card(20, 300), 6)).toEqual({ dx: 0, dy: 0, lines: [] });
  });

  it('even out the gap between two neighbours', () => {
    const { dx, lines } = makeGuide([card(0, 0), card(600, 0)])(card(304, 0), 8);
    expect(dx).toBe(-4);
    expect(lines.filter(({ isGap }) => isGap)).toHaveLength(2);
  });

  it('continue a row with the gap it has', () => {
    const { dx } = makeGuide([card(0, 0), card(216, 0)])(card(437, 3), 8);
    expect(216 + 176 + 40 - 437).toBe(dx);
  });

  it('never shift by more than the tolerance, never leave the grid, and have nothing more to say after the shift', () => {
    const place = fc.integer({ min: -200, max: 200 }).map((value) => value * 4);
    const length = fc.integer({ min: 6, max: 60 }).map((value) => value * 4);
    const rect = fc.record({ x: place, y: place, width: length, height: length });
    fc.assert(
      fc.property(
        fc.array(rect, { maxLength: 12 }),
        rect,
        fc.integer({ min: 1, max: 40 }),
        (siblings, moving, reach) => {
          const guide = makeGuide(siblings);
          const { dx, dy } = guide(moving, reach);
          expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(reach + 1e-6);
          expect([Math.abs(dx % 4), Math.abs(dy % 4)]).toEqual([0, 0]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
