import type { Locator, Page } from '@playwright/test';
import { expect, type RunningApp } from '../fixtures/app';
import { type Box, boxOf, drag, glide, type Point, pointIn, waitForStill } from './pointer';

type Goal = { readonly onto: string; readonly at?: Point } | { readonly by: Point };

/** What one sees of the drawing. */
interface Sight {
  readonly page: Page;
  /** An element by its name. */
  element(name: string): Locator;
  /** Its frame on the drawing, which wears the outline of a finding, a gesture or a selection. */
  frame(name: string): Locator;
  /** A connection by the sentence it says: `Load balancer sends traffic to Web servers`. */
  connection(sentence: string): Locator;
  /** Where an element is on the screen. */
  box(name: string): Promise<Box>;
  /** Names of the selected elements, sorted. */
  selected(): Promise<string[]>;
  /** Elements and connections on the screen. */
  size(): Promise<{ readonly elements: number; readonly connections: number }>;
  errors(): Promise<number>;
  /** Titles of the findings that fail or ask, with their rule ids: `AVL-01 Tier runs in …`. */
  findings(): Promise<string[]>;
  ruleIds(): Promise<string[]>;
  total(): Promise<number>;
}

/** What one does to it, by mouse and keyboard. */
interface Hands {
  /** Drags an entry of the palette to a point of an element, given as fractions of its size; to a fraction of the canvas where none is named. */
  drop(entry: string, target: string | null, at?: Point): Promise<void>;
  /** As `drop`, but the button stays down. */
  hold(entry: string, target: string | null, at?: Point): Promise<void>;
  /** Drags an element by its upper left corner to a point of another, or by a distance in pixels. */
  move(name: string, goal: Goal): Promise<void>;
  /** As `move`, but the button stays down. */
  carry(name: string, goal: Goal): Promise<void>;
  /** Drags from the edge of one element to the middle of another; picks the meaning where several make sense. */
  connect(from: string, to: string, meaning?: string): Promise<void>;
  /** As `connect`, but the button stays down. */
  stretch(from: string, to: string): Promise<void>;
  /** Selects an element by clicking its upper left corner; `adding` holds Shift. */
  select(name: string, adding?: 'adding'): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  fit(): Promise<void>;
  /** Makes room around the drawing. */
  zoomOut(): Promise<void>;
  /** Shows a tab of the drawer. */
  show(tab: 'Problems' | 'Cost'): Promise<void>;
}

/** The drawing board as its user speaks of it. */
export interface Board extends Sight, Hands {}

const escapeName = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const canvasOf = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' });

/** Where elements are gripped: beside their connection dots and clear of their names. */
const gripOf = ({ x, y, height }: Box): Point => ({ x: x + 24, y: y + Math.min(12, height / 2) });

async function showTab(page: Page, tab: 'Problems' | 'Cost'): Promise<void> {
  const button = page.getByRole('region', { name: 'Status' }).getByRole('button', { name: new RegExp(`^${tab}`) });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

async function readFindings(page: Page): Promise<string[]> {
  await showTab(page, 'Problems');
  return page
    .locator('.finding')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${row.querySelector('.finding__rule')?.textContent} ${row.querySelector('.finding__title')?.textContent}`,
      ),
    );
}

async function countErrors(page: Page): Promise<number> {
  const button = page.getByRole('region', { name: 'Status' }).getByRole('button', { name: /^Problems/ });
  const label = (await button.getAttribute('aria-label')) ?? '';
  return Number(/(\d+) error/.exec(label)?.[1] ?? 0);
}

function lookAt(page: Page): Sight {
  const element = (name: string): Locator =>
    page.locator(`.react-flow__node[aria-label^=${JSON.stringify(`${name}, `)}]`).first();
  return {
    page,
    element,
    frame: (name) => element(name).locator('.canvas-node'),
    connection: (sentence) => page.locator(`.react-flow__edge[aria-label=${JSON.stringify(sentence)}]`),
    box: (name) => boxOf(element(name)),
    selected: async () => {
      const labels = await page
        .locator('.react-flow__node.selected')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
      return labels.map((label) => label.split(', ')[0] ?? '').sort();
    },
    size: async () => ({
      elements: await page.locator('.react-flow__node').count(),
      connections: await page.locator('.react-flow__edge').count(),
    }),
    errors: () => countErrors(page),
    findings: () => readFindings(page),
    ruleIds: async () => (await readFindings(page)).map((line) => line.split(' ')[0] ?? ''),
    total: async () => {
      const text = (await page.getByTestId('monthly-total').textContent()) ?? '';
      return Number(text.replace(/[^\d.]/g, ''));
    },
  };
}

/** Finds an entry of the palette; answers where it is. */
async function seekEntry(page: Page, entry: string): Promise<Point> {
  const palette = page.getByRole('region', { name: 'Palette' });
  await palette.getByRole('searchbox', { name: 'Search services' }).fill(entry);
  return pointIn(await boxOf(palette.getByRole('button', { name: new RegExp(`^${escapeName(entry)}`) }).first()));
}

/** The dot at an element's right edge shows with the pointer on it. */
async function seekHandle(page: Page, element: Locator): Promise<Point> {
  const { x, y } = pointIn(await boxOf(element));
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y, { steps: 3 });
  return pointIn(await boxOf(element.locator('[data-connect-handle="right"]')));
}

const press = async (page: Page, name: 'Zoom to fit' | 'Zoom out', times: number): Promise<void> => {
  const button = canvasOf(page).getByRole('button', { name });
  for (let time = 0; time < times; time += 1) {
    await button.click();
    await waitForStill(page);
  }
};

function takeInHand({ page, element, box }: Sight): Hands {
  const hold: Hands['hold'] = async (entry, target, at) => {
    const start = await seekEntry(page, entry);
    await drag(page, start, pointIn(await boxOf(target === null ? canvasOf(page) : element(target)), at));
  };
  const carry: Hands['carry'] = async (name, goal) => {
    const grip = gripOf(await box(name));
    const end =
      'by' in goal ? { x: grip.x + goal.by.x, y: grip.y + goal.by.y } : pointIn(await box(goal.onto), goal.at);
    await drag(page, grip, end);
  };
  const stretch: Hands['stretch'] = async (from, to) =>
    drag(page, await seekHandle(page, element(from)), pointIn(await box(to)));
  const select: Hands['select'] = async (name, adding) => {
    const { x, y } = gripOf(await box(name));
    if (adding) await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    if (adding) await page.keyboard.up('Shift');
  };
  return {
    hold,
    carry,
    stretch,
    select,
    drop: async (entry, target, at) => {
      await hold(entry, target, at);
      await page.mouse.up();
      await page.getByRole('searchbox', { name: 'Search services' }).fill('');
    },
    move: async (name, goal) => {
      await carry(name, goal);
      await page.mouse.up();
    },
    connect: async (from, to, meaning) => {
      await glide(page, await seekHandle(page, element(from)), pointIn(await box(to)));
      if (meaning !== undefined) await page.getByRole('menuitem', { name: meaning }).click();
    },
    rename: async (from, to) => {
      await select(from);
      await page.keyboard.press('F2');
      await expect(page.getByRole('textbox', { name: 'Name' }).and(page.locator(':focus'))).toBeVisible();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
      await expect(element(to)).toBeVisible();
    },
    fit: () => press(page, 'Zoom to fit', 1),
    zoomOut: () => press(page, 'Zoom out', 2),
    show: (tab) => showTab(page, tab),
  };
}

export function openBoard({ page }: Pick<RunningApp, 'page'>): Board {
  const sight = lookAt(page);
  return { ...sight, ...takeInHand(sight) };
}
