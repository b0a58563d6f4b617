import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Counts, oneFailed } from './step';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const readJson = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** Counts from vitest's JSON report; a missing report counts as one failure. */
export const readVitestReport = (path: string): Counts => {
  const report = vitestReport.safeParse(readJson(path));
  if (!report.success) return oneFailed;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.data;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
};

/** Counts from Playwright's JSON report; a test that passed only on a second try counts as failed. */
export const readPlaywrightReport = (path: string): Counts => {
  const report = playwrightReport.safeParse(readJson(path));
  if (!report.success) return oneFailed;
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
};
