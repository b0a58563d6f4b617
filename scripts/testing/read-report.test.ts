import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './read-report';
import { withExitCode } from './step';

const writeReport = async (report: unknown) => {
  const folder = await mkdtemp(join(tmpdir(), 'stratiform-report-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(report));
  return path;
};

it('reads what vitest counted', async () => {
  const path = await writeReport({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 });
  expect(readVitestReport(path)).toEqual({ passed: 5, failed: 1, skipped: 2 });
});

it('takes a flaky end-to-end test for a failure', async () => {
  const path = await writeReport({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(readPlaywrightReport(path)).toEqual({ passed: 7, failed: 2, skipped: 0 });
});

it('takes a missing report, and a bad end without a failed test, for a failure', () => {
  expect(readVitestReport('/nowhere/report.json').failed).toBe(1);
  expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});
