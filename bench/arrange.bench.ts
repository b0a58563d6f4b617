import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { serializeDesign } from '../shared/model/format/serialize';
import { generateDesign } from './generate-design';
import { middleOf } from './measure';
import { startApp } from './start-app';

const RUNS = 5;
const QUIET_MS = 3000;
const root = resolve(import.meta.dirname, '..');

interface Times {
  /** From the command to new places. */
  readonly worked: number;
  /** Longest stretch during that time in which the page did nothing else. */
  readonly blocked: number;
  /** From the command to the frame after the one with the new places. */
  readonly total: number;
}

/** Waits, in the page, for one arrangement, and watches how long its thread is held up. Without functions of its own: the bundler would name them. */
const watch = (page: Page): Promise<Times> =>
  page.evaluate(
    () =>
      new Promise<Times>((done) => {
        performance.clearMarks('arrange-begin');
        performance.clearMarks('arrange-placed');
        const { port1, port2 } = new MessageChannel();
        let last = performance.now();
        let blocked = 0;
        port1.onmessage = () => {
          const now = performance.now();
          const begin = performance.getEntriesByName('arrange-begin')[0]?.startTime;
          const placed = performance.getEntriesByName('arrange-placed')[0]?.startTime;
          if (begin !== undefined) blocked = Math.max(blocked, Math.min(now, placed ?? now) - Math.max(last, begin));
          last = now;
          if (begin === undefined || placed === undefined) port2.postMessage(0);
          else
            requestAnimationFrame(() =>
              requestAnimationFrame((shown) => done({ worked: placed - begin, blocked, total: shown - begin })),
            );
        };
        port2.postMessage(0);
      }),
  );

async function arrangeOnce(page: Page): Promise<Times> {
  const watching = watch(page);
  await page.keyboard.press('Control+Alt+A');
  const times = await watching;
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Z');
  await page.waitForTimeout(500);
  return times;
}

/** Arranging a generated design anew, in the real app. The first time starts the worker. Milliseconds. */
async function run(size: number, folder: string) {
  const path = join(folder, `generated-${size}.stratiform`);
  await writeFile(path, serializeDesign(generateDesign(size)));
  const app = await startApp(root, { args: [path], quietMs: QUIET_MS });
  try {
    const { page } = app;
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    const first = await arrangeOnce(page);
    const later: Times[] = [];
    for (let round = 0; round < RUNS; round += 1) later.push(await arrangeOnce(page));
    const middle = (key: keyof Times): number => Math.round(middleOf(later.map((times) => times[key])));
    return {
      elements: size,
      'first, worked out': Math.round(first.worked),
      'first, blocked': Math.round(first.blocked),
      'worked out': middle('worked'),
      blocked: middle('blocked'),
      'until shown': middle('total'),
    };
  } finally {
    await app.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'stratiform-bench-designs-'));
try {
  const rows = [];
  for (const size of [100, 1000]) rows.push(await run(size, folder));
  console.table(rows);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
