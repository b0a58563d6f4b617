import { expect, it } from 'vitest';
import { findBreakEven } from './break-even';

it('is the first month after which less has been paid', () => {
  // 100 a month against 60 and 400 at the start: after ten months 1,000 each.
  expect(findBreakEven(100, 60, 400, 12)).toBe(10);
  expect(findBreakEven(100, 60, 401, 12)).toBe(11);
  expect(findBreakEven(100, 60, 0, 12)).toBe(1);
  expect(findBreakEven(100, 60, 500, 12)).toBeNull();
  expect(findBreakEven(100, 100, 0, 12)).toBeNull();
  expect(findBreakEven(100, 120, 0, 12)).toBeNull();
});
