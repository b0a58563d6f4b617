import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuild } from '../electron/ensure-build';
import { findElectron } from '../electron/find-electron';
import { projectRoot } from '../electron/project-root';
import { ensureSystemPackages } from '../electron/system-packages';
import { ensureTestUser, giveFolder, runAsOrdinaryUser } from '../electron/test-user';
import { readPlaywrightReport } from './read-report';
import { type Counts, withExitCode } from './step';

const reportFile = join('test-results', 'e2e', 'report.json');

/** An empty folder that the ordinary user may write to. */
const makeResultsFolder = async (): Promise<void> => {
  const folder = join(projectRoot, 'test-results', 'e2e');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if (process.getuid?.() === 0) await giveFolder(folder, await ensureTestUser());
};

const onOwnDisplay = (command: readonly string[]): readonly string[] =>
  process.platform === 'linux'
    ? [process.execPath, '--import', 'tsx', 'scripts/electron/with-display.ts', ...command]
    : command;

/**
 * Runs the end-to-end tests over the built app as an ordinary user with Chromium's sandbox on, on a display of their own.
 * @param args further arguments for Playwright, such as a file or `--grep`.
 */
export const runEndToEnd = async (args: readonly string[], log: (line: string) => void): Promise<Counts> => {
  await ensureSystemPackages(true, log);
  await ensureBuild(log);
  const electron = await findElectron(log);
  log(`Electron ${electron.version} (${electron.source})`);
  await makeResultsFolder();
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'];
  const code = await runAsOrdinaryUser(
    onOwnDisplay([process.execPath, ...playwright, '--reporter=list,json', ...args]),
    {
      STRATIFORM_ELECTRON: electron.executable,
      PLAYWRIGHT_SKIP_NAVIGATION_CHECK: '1',
      // Playwright counts from the folder of its configuration.
      PLAYWRIGHT_JSON_OUTPUT_NAME: join('..', reportFile),
    },
  );
  return withExitCode(readPlaywrightReport(join(projectRoot, reportFile)), code);
};
