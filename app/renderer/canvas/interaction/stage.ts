import type { Point } from '../geometry/rect';

/** Where the canvas is on the page and how it is scrolled; set while it is on screen. */
export interface Stage {
  /** Page pixels to canvas pixels. */
  toCanvas(point: Point): Point;
  /** Whether a point of the page lies on the canvas and not on a panel above it. */
  covers(point: Point): boolean;
}

let stage: Stage | null = null;

export const setStage = (next: Stage | null): void => {
  stage = next;
};

/** Null while no canvas is on screen. */
export const currentStage = (): Stage | null => stage;
