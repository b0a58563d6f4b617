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
const makeResultsFolder = async (name: string): Promise<void> => {
  const folder = join(projectRoot, 'test-results', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if (process.getuid?.() === 0) await giveFolder(folder, await ensureTestUser());
};

const onOwnDisplay = (command: readonly string[]): readonly string[] =>
  process.platform === 'linux'
    ? [process.execPath, '--import', 'tsx', 'scripts/electron/with-display.ts', ...command]
    : command;

/** Runs Playwright over the built app as an ordinary user with Chromium's sandbox on, on a display of its own. Answers the exit code. */
const runPlaywright = async (
  config: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<number> => {
  await ensureSystemPackages(true, log);
  await ensureBuild(log);
  const electron = await findElectron(log);
  log(`Electron ${electron.version} (${electron.source})`);
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config', config];
  return runAsOrdinaryUser(onOwnDisplay([process.execPath, ...playwright, ...args]), {
    STRATIFORM_ELECTRON: electron.executable,
    PLAYWRIGHT_SKIP_NAVIGATION_CHECK: '1',
    ...environment,
  });
};

/**
 * Runs the end-to-end tests.
 * @param args further arguments for Playwright, such as a file or `--grep`.
 */
export const runEndToEnd = async (args: readonly string[], log: (line: string) => void): Promise<Counts> => {
  await makeResultsFolder('e2e');
  // Playwright counts from the folder of its configuration.
  const environment = { PLAYWRIGHT_JSON_OUTPUT_NAME: join('..', reportFile) };
  const code = await runPlaywright('e2e/playwright.config.ts', ['--reporter=list,json', ...args], environment, log);
  return withExitCode(readPlaywrightReport(join(projectRoot, reportFile)), code);
};

/** Takes pictures of the running app for people to look at; they lie in `test-results/screenshots`. Answers the exit code. */
export const takeScreenshots = async (args: readonly string[], log: (line: string) => void): Promise<number> => {
  await makeResultsFolder('screenshots');
  const environment = { STRATIFORM_DISPLAY: '3880x2240' };
  return runPlaywright('e2e/screenshots.config.ts', ['--reporter=list', ...args], environment, log);
};
