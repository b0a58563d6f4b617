import type { Rectangle } from 'electron';
import { z } from 'zod';

const length = z.number().int().min(1).max(100_000);
const coordinate = z.number().int().min(-100_000).max(100_000);

export const windowStateSchema = z.object({
  bounds: z.object({ x: coordinate, y: coordinate, width: length, height: length }).nullable(),
  maximized: z.boolean(),
  fullScreen: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export const defaultWindowState: WindowState = { bounds: null, maximized: false, fullScreen: false };

export const smallestWindow = { width: 800, height: 560 } as const;
const usualWindow = { width: 1360, height: 880 } as const;

/** So much of the title bar must lie on a display that the window can be dragged. */
const grip = { width: 120, height: 40 } as const;

const overlap = (left: Rectangle, right: Rectangle): { width: number; height: number } => ({
  width: Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x),
  height: Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y),
});

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

const center = (area: Rectangle): Rectangle => {
  const width = Math.min(usualWindow.width, area.width);
  const height = Math.min(usualWindow.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
};

/**
 * Bounds (in display pixels) at which the window can be seen and dragged: the remembered ones where they fit a display that is still there, else the middle
 * of the first display.
 */
export const fitToDisplays = (bounds: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle => {
  const first = workAreas[0] ?? { x: 0, y: 0, ...usualWindow };
  if (bounds === null) return center(first);
  const largest = {
    width: Math.max(...workAreas.map((area) => area.width)),
    height: Math.max(...workAreas.map((area) => area.height)),
  };
  const fitted = {
    x: bounds.x,
    y: bounds.y,
    width: clamp(bounds.width, smallestWindow.width, Math.max(largest.width, smallestWindow.width)),
    height: clamp(bounds.height, smallestWindow.height, Math.max(largest.height, smallestWindow.height)),
  };
  const titleBar = { ...fitted, height: grip.height };
  const isReachable = workAreas.some((area) => {
    const shared = overlap(titleBar, area);
    return shared.width >= grip.width && shared.height >= grip.height / 2;
  });
  return isReachable ? fitted : center(first);
};
