import { expect, it } from 'vitest';
import { sizeAfterDrag } from './resizable-panel';

it('grows a left panel to the right, a right panel to the left and a drawer upwards', () => {
  expect(sizeAfterDrag('left', 240, 20, 0, 180, 400)).toBe(260);
  expect(sizeAfterDrag('right', 300, -20, 0, 240, 480)).toBe(320);
  expect(sizeAfterDrag('bottom', 240, 0, -20, 120, 480)).toBe(260);
});

it('stays within its limits', () => {
  expect(sizeAfterDrag('left', 240, -500, 0, 180, 400)).toBe(180);
  expect(sizeAfterDrag('bottom', 240, 0, -900, 120, 480)).toBe(480);
});
