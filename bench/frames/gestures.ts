import type { Page } from '@playwright/test';
import { type Frames, traceFrames } from './trace-frames';

const STEPS = 60;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where one of the nodes that match can be taken hold of: `dx`, `dy` from its corner, on itself and not on what lies above. */
async function findGrip(page: Page, selector: string, dx: number, dy: number): Promise<Point> {
  const point = await page.evaluate(
    ([wanted, right, down]) => {
      for (const node of document.querySelectorAll(wanted)) {
        const { left, top, width, height } = node.getBoundingClientRect();
        const x = left + Math.min(right, width / 2);
        const y = top + Math.min(down, height / 2);
        const hit = document.elementFromPoint(x, y);
        const isFree = x > 320 && y > 80 && x < innerWidth - 360 && y < innerHeight - 240;
        if (isFree && hit?.closest('.react-flow__node') === node) return { x, y };
      }
      return null;
    },
    [selector, dx, dy] as const,
  );
  if (!point) throw new Error(`No ${selector} can be taken hold of.`);
  return point;
}

/** Waits for the next frame, so that each step of a gesture gets one. */
const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => done())));

async function drag(page: Page, grip: Point): Promise<Frames> {
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 12, grip.y + 12);
  const frames = await traceFrames(page, async () => {
    for (let step = 1; step <= STEPS; step += 1) {
      const reach = step <= STEPS / 2 ? step : STEPS - step;
      await page.mouse.move(grip.x + 12 + reach * 4, grip.y + 12 + reach * 2);
      await nextFrame(page);
    }
  });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await nextFrame(page);
  return frames;
}

async function wheel(page: Page, dx: (step: number) => number, dy: (step: number) => number): Promise<Frames> {
  return traceFrames(page, async () => {
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.wheel(dx(step), dy(step));
      await nextFrame(page);
    }
  });
}

const readZoom = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const viewport = document.querySelector('.react-flow__viewport');
    return viewport ? new DOMMatrix(getComputedStyle(viewport).transform).a : Number.NaN;
  });

/** Zooms in on the head of a VPC until the drawing stands at its full size; answers how the VPC is found. */
async function zoomToFullSize(page: Page): Promise<string> {
  const corner = await page.evaluate(() => {
    for (const node of document.querySelectorAll<HTMLElement>('.react-flow__node[data-id$="-vpc"]')) {
      const { left, top } = node.getBoundingClientRect();
      if (left > 300 && top > 30 && left < innerWidth - 360 && top < innerHeight - 200)
        return { x: left + 2, y: top + 2, id: node.dataset.id };
    }
    return null;
  });
  if (!corner) throw new Error('No VPC is in view.');
  const vpc = `.react-flow__node[data-id="${corner.id}"]`;
  await page.mouse.move(corner.x, corner.y);
  await page.keyboard.down('Control');
  for (let round = 0; round < 80 && (await readZoom(page)) < 0.95; round += 1) {
    await page.mouse.wheel(0, -40);
    await nextFrame(page);
  }
  await page.keyboard.up('Control');
  const head = await page.locator(vpc).boundingBox();
  // Away from the panels at the sides.
  if (head) await page.mouse.wheel(head.x - 420, head.y - 140);
  await nextFrame(page);
  return vpc;
}

/** Script time of each gesture on a page that shows a generated design, React Flow's own page or the app's. */
export async function measureGestures(page: Page): Promise<ReadonlyMap<string, Frames>> {
  const results = new Map<string, Frames>();
  await page.mouse.move(700, 400);
  await page.keyboard.down('Control');
  results.set(
    'zoom, all in view',
    await wheel(
      page,
      () => 0,
      (step) => (step % 2 === 0 ? -12 : 12),
    ),
  );
  await page.keyboard.up('Control');
  const vpc = await zoomToFullSize(page);
  results.set('drag a container', await drag(page, await findGrip(page, vpc, 90, 14)));
  results.set('drag a node', await drag(page, await findGrip(page, '.react-flow__node-service', 20, 20)));
  await page.mouse.move(700, 400);
  results.set(
    'pan',
    await wheel(
      page,
      (step) => (step < STEPS / 2 ? 24 : -24),
      () => 12,
    ),
  );
  await page.keyboard.down('Control');
  results.set(
    'zoom',
    await wheel(
      page,
      () => 0,
      (step) => (step < STEPS / 2 ? 12 : -12),
    ),
  );
  await page.keyboard.up('Control');
  return results;
}
