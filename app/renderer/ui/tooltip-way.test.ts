import { describe, expect, it } from 'vitest';
import { isOnTheWay } from './tooltip-way';

const control = { left: 100, top: 100, right: 120, bottom: 120 };
const above = { left: 60, top: 60, right: 160, bottom: 94 };

describe('the way between a control and its tooltip', () => {
  it('keeps the tooltip open in the gap between the two, and on the tooltip', () => {
    expect(isOnTheWay({ x: 110, y: 97 }, control, above)).toBe(true);
    expect(isOnTheWay({ x: 150, y: 70 }, control, above)).toBe(true);
  });

  it('ends on the far side of the control, beside the two, and outside the window', () => {
    expect(isOnTheWay({ x: 110, y: 121 }, control, above)).toBe(false);
    expect(isOnTheWay({ x: 161, y: 97 }, control, above)).toBe(false);
    expect(isOnTheWay({ x: 2, y: 2 }, control, above)).toBe(false);
    expect(isOnTheWay({ x: 110, y: -1 }, control, above)).toBe(false);
  });
});
