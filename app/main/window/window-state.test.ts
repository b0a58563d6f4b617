import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToDisplays, windowStateSchema } from './window-state';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const monitor = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('where the window opens', () => {
  it('is where it was', () => {
    const bounds = { x: 1600, y: 50, width: 1200, height: 800 };
    expect(fitToDisplays(bounds, [laptop, monitor])).toEqual(bounds);
  });

  it('is the middle of the first display at first, and when its display is gone', () => {
    const middle = { x: 40, y: 10, width: 1360, height: 880 };
    expect(fitToDisplays(null, [laptop])).toEqual(middle);
    expect(fitToDisplays({ x: 1600, y: 50, width: 1200, height: 800 }, [laptop])).toEqual(middle);
  });

  it('shows enough of the title bar to drag it, whatever was remembered', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 });
    const length = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: length, height: length }), (bounds) => {
        const fitted = fitToDisplays(bounds, [laptop, monitor]);
        const isReachable = [laptop, monitor].some((area) => {
          const left = Math.max(fitted.x, area.x);
          const right = Math.min(fitted.x + fitted.width, area.x + area.width);
          return right - left >= 100 && fitted.y + 20 >= area.y && fitted.y + 20 <= area.y + area.height;
        });
        expect(isReachable).toBe(true);
      }),
    );
  });

  it.each([
    { bounds: { x: Number.NaN, y: 0, width: 1, height: 1 }, maximized: false, fullScreen: false },
    { bounds: { x: 0, y: 0, width: 0, height: 0 }, maximized: false, fullScreen: false },
    { bounds: null, maximized: 'yes', fullScreen: false },
  ])('is not taken from %j', (state) => {
    expect(windowStateSchema.safeParse(state).success).toBe(false);
  });
});
