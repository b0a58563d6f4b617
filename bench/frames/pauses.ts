import type { Page } from '@playwright/test';
import { eventsOfPage, record } from './trace-frames';

/** How long the page did nothing else while something was done, milliseconds. */
export interface Pauses {
  readonly longest: number;
  /** The longest in processor time, which what else the machine does cannot stretch. */
  readonly processor: number;
  /** All stretches over 50 ms together. */
  readonly long: number;
}

const LONG_MS = 50;

/** Records the tasks of the page's main thread while `work` runs: each holds the page up for as long as it takes. */
export async function tracePauses(page: Page, work: () => Promise<void>): Promise<Pauses> {
  const session = await page.context().newCDPSession(page);
  try {
    const tasks = eventsOfPage(await record(session, work)).filter(({ name }) => name === 'RunTask');
    const times = tasks.map(({ dur = 0 }) => dur / 1000);
    const long = times.filter((time) => time > LONG_MS).reduce((sum, time) => sum + time, 0);
    const processor = Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
    return { longest: Math.max(0, ...times), processor, long };
  } finally {
    await session.detach();
  }
}
