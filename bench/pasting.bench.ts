import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { serializeDesign } from '../shared/model/format/serialize';
import { type Pauses, tracePauses } from './frames/pauses';
import { generateDesign } from './generate-design';
import { middleOf } from './measure';
import { type Started, startApp } from './start-app';

const SIZES = [200, 500, 1000];
/** Generated designs end with a whole service; no more than 1,000 elements can be pasted at once. */
const SPARE = 6;
const ROUNDS = 3;
const SETTLE_MS = 1500;
const root = resolve(import.meta.dirname, '..');

/** Puts elements where the next paste takes them from, as another window would have. */
const lay = (page: Page, text: string): Promise<void> =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('application/x-stratiform-elements', data);
    Reflect.set(window, 'laid', new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const pasteLaid = (page: Page): Promise<void> =>
  page.evaluate(() => {
    setTimeout(() => document.dispatchEvent(Reflect.get(window, 'laid')), 0);
  });

/** What is done to a design, in turn; each step starts where the last has left off. */
const steps: readonly (readonly [name: string, act: (page: Page) => Promise<void>])[] = [
  ['paste', pasteLaid],
  ['undo paste', (page) => page.keyboard.press('Control+Z')],
  ['redo paste', (page) => page.keyboard.press('Control+Shift+Z')],
  ['select all', (page) => page.keyboard.press('Control+A')],
  ['duplicate all', (page) => page.keyboard.press('Control+D')],
  ['undo duplicate', (page) => page.keyboard.press('Control+Z')],
  ['select all again', (page) => page.keyboard.press('Control+A')],
  ['delete all', (page) => page.keyboard.press('Delete')],
  ['undo delete', (page) => page.keyboard.press('Control+Z')],
];

async function measureSteps({ page }: Started, size: number): Promise<ReadonlyMap<string, Pauses>> {
  await lay(page, serializeDesign(generateDesign(size - SPARE)));
  await page.locator('.canvas').focus();
  const pauses = new Map<string, Pauses>();
  for (const [name, act] of steps) {
    const pause = await tracePauses(page, async () => {
      await act(page);
      await page.waitForTimeout(SETTLE_MS);
    });
    pauses.set(name, pause);
  }
  return pauses;
}

/** A fresh program for each round: what a person pastes is mostly pasted once. */
async function round(folder: string, size: number): Promise<ReadonlyMap<string, Pauses>> {
  const file = join(folder, 'start.stratiform');
  await writeFile(file, serializeDesign(generateDesign(30)));
  const app = await startApp(root, { args: [file], quietMs: 3000 });
  try {
    await app.page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    return await measureSteps(app, size);
  } finally {
    await app.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'stratiform-bench-pasting-'));
try {
  for (const size of SIZES) {
    const rounds: ReadonlyMap<string, Pauses>[] = [];
    for (let number = 0; number < ROUNDS; number += 1) rounds.push(await round(folder, size));
    console.log(`\n${size} elements: how long the page is held up, milliseconds, median of ${ROUNDS}`);
    const middle = (name: string, key: keyof Pauses): number =>
      Math.round(middleOf(rounds.map((pauses) => pauses.get(name)?.[key] ?? Number.NaN)));
    console.table(
      steps.map(([name]) => ({
        step: name,
        'longest pause': middle(name, 'longest'),
        '… in processor time': middle(name, 'processor'),
        'of pauses over 50 ms': middle(name, 'long'),
      })),
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
