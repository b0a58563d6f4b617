import type { Locator, Page } from '@playwright/test';
import { expect, type RunningApp } from '../fixtures/app';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The drawing board as its user speaks of it; everything is done with the mouse and the keyboard. */
export interface Board {
  readonly page: Page;
  /** An element by its name. */
  element(name: string): Locator;
  /** Drags an entry of the palette to a point of an element, given as fractions of its size; to a fraction of the canvas where none is named. */
  drop(entry: string, target: string | null, at?: Point): Promise<void>;
  /** Drags from the edge of one element to the middle of another; picks the meaning where several make sense. */
  connect(from: string, to: string, meaning?: string): Promise<void>;
  /** Selects an element by clicking its upper left corner. */
  select(name: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  fit(): Promise<void>;
  /** Makes room around the drawing. */
  zoomOut(): Promise<void>;
  errors(): Promise<number>;
  /** Titles of the findings that fail or ask, with their rule ids: `AVL-01 Tier runs in …`. */
  findings(): Promise<string[]>;
  ruleIds(): Promise<string[]>;
  total(): Promise<number>;
}

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen.`);
  return box;
};

const glide = async (page: Page, from: Point, to: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
};

const escapeName = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function openBoard({ page }: Pick<RunningApp, 'page'>): Board {
  const canvas = page.getByRole('region', { name: 'Canvas' });
  const element = (name: string): Locator =>
    page.locator(`.react-flow__node[aria-label^=${JSON.stringify(`${name}, `)}]`).first();
  const openProblems = async (): Promise<void> => {
    const button = page.getByRole('region', { name: 'Status' }).getByRole('button', { name: /^Problems/ });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  };
  const readFindings = async (): Promise<string[]> => {
    await openProblems();
    return page
      .locator('.finding')
      .evaluateAll((rows) =>
        rows.map(
          (row) =>
            `${row.querySelector('.finding__rule')?.textContent} ${row.querySelector('.finding__title')?.textContent}`,
        ),
      );
  };
  return {
    page,
    element,
    drop: async (entry, target, at = { x: 0.5, y: 0.5 }) => {
      const palette = page.getByRole('region', { name: 'Palette' });
      const search = palette.getByRole('searchbox', { name: 'Search services' });
      await search.fill(entry);
      const source = await boxOf(palette.getByRole('button', { name: new RegExp(`^${escapeName(entry)}`) }).first());
      const goal = await boxOf(target === null ? canvas : element(target));
      await glide(
        page,
        { x: source.x + source.width / 2, y: source.y + source.height / 2 },
        { x: goal.x + goal.width * at.x, y: goal.y + goal.height * at.y },
      );
      await search.fill('');
    },
    connect: async (from, to, meaning) => {
      const start = await boxOf(element(from));
      await page.mouse.move(start.x + start.width / 2 - 4, start.y + start.height / 2);
      await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2, { steps: 3 });
      const handle = await boxOf(element(from).locator('[data-connect-handle="right"]'));
      const goal = await boxOf(element(to));
      await glide(
        page,
        { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 },
        { x: goal.x + goal.width / 2, y: goal.y + goal.height / 2 },
      );
      if (meaning !== undefined) await page.getByRole('menuitem', { name: meaning }).click();
    },
    select: async (name) => {
      const box = await boxOf(element(name));
      await page.mouse.click(box.x + 24, box.y + Math.min(12, box.height / 2));
    },
    rename: async (from, to) => {
      const box = await boxOf(element(from));
      await page.mouse.click(box.x + 24, box.y + Math.min(12, box.height / 2));
      await page.keyboard.press('F2');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
      await expect(element(to)).toBeVisible();
    },
    fit: async () => {
      await canvas.getByRole('button', { name: 'Zoom to fit' }).click();
      await page.waitForTimeout(250);
    },
    zoomOut: async () => {
      for (let step = 0; step < 2; step += 1) await canvas.getByRole('button', { name: 'Zoom out' }).click();
      await page.waitForTimeout(250);
    },
    errors: async () => {
      const label = await page
        .getByRole('region', { name: 'Status' })
        .getByRole('button', { name: /^Problems/ })
        .getAttribute('aria-label');
      return Number(/(\d+) error/.exec(label ?? '')?.[1] ?? 0);
    },
    findings: readFindings,
    ruleIds: async () => (await readFindings()).map((line) => line.split(' ')[0] ?? ''),
    total: async () => {
      const text = (await page.getByTestId('monthly-total').textContent()) ?? '';
      return Number(text.replace(/[^\d.]/g, ''));
    },
  };
}
