import type { Locator, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where something is on the page, in pixels. */
export const boxOf = async (locator: Locator): Promise<Box> => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen.`);
  return box;
};

/** A point of a box, given as fractions of its size. */
export const pointIn = ({ x, y, width, height }: Box, at: Point = { x: 0.5, y: 0.5 }): Point => ({
  x: x + width * at.x,
  y: y + height * at.y,
});

/** Presses at a point and moves to another; the button stays down. */
export const drag = async (page: Page, from: Point, to: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
};

/** Drags from a point to another. */
export const glide = async (page: Page, from: Point, to: Point): Promise<void> => {
  await drag(page, from, to);
  await page.mouse.up();
};

/** Waits until the drawing neither scrolls nor zooms any more: for eight frames in a row. */
export const waitForStill = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const read = () => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
        let last = read();
        let still = 0;
        const look = () => {
          const now = read();
          still = now === last ? still + 1 : 0;
          last = now;
          if (still >= 8) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );

/** The middle of the drawn line of a connection, on the page. */
export const pointOnLine = (connection: Locator): Promise<Point> =>
  connection.locator('.canvas-edge__line').evaluate((line) => {
    if (!(line instanceof SVGPathElement)) throw new Error('The connection has no line.');
    const matrix = line.getScreenCTM();
    if (!matrix) throw new Error('The line is not on the screen.');
    const { x, y } = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(matrix);
    return { x, y };
  });
