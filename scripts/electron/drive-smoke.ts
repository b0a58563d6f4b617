import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { reportAndExit, SetupError } from './run-command';

const patienceMs = 30_000;

/** The start screen has no canvas; a new design has. */
const startNewDesign = (app: ElectronApplication) =>
  app.evaluate(({ Menu, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    Menu.getApplicationMenu()?.getMenuItemById('file.new')?.click({}, window, window?.webContents);
  });

/** Helper processes may still write for a moment after the app has gone; a left-over folder below /tmp does no harm. */
const removeProfile = (profile: string): void => {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.error(`Could not remove ${profile}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Opens the built app with a fresh profile, waits until its canvas is shown, and takes a screenshot. Runs as an ordinary user on a display. */
const main = async (): Promise<void> => {
  const [executable, shot, file] = process.argv.slice(2);
  if (executable === undefined || shot === undefined)
    throw new SetupError('Usage: drive-smoke.ts ELECTRON SCREENSHOT [DESIGN]');
  const profile = mkdtempSync(join(tmpdir(), 'stratiform-profile-'));
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      resolve('.'),
      `--user-data-dir=${profile}`,
      '--log-level=3',
      '--lang=en-US',
      ...(file === undefined ? [] : [file]),
    ],
    chromiumSandbox: true,
    timeout: patienceMs,
  });
  const child = app.process();
  child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  try {
    const page = await app.firstWindow();
    page.on('pageerror', (error) => console.error(`Error in the page: ${error.message}`));
    await page.waitForSelector('html[data-app-state="loaded"]', { state: 'attached', timeout: patienceMs });
    if (file === undefined) await startNewDesign(app);
    await page.locator('.react-flow').first().waitFor({ state: 'visible', timeout: patienceMs });
    // The resting pointer would otherwise light up what lies under it.
    await page.mouse.move(0, 0);
    await page.getByTestId('monthly-total').filter({ hasText: '$' }).waitFor({ timeout: patienceMs });
    await page.waitForTimeout(500);
    await page.screenshot({ path: shot });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new SetupError(`The canvas did not appear: ${reason}`);
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    removeProfile(profile);
  }
};

main().then(() => process.exit(0), reportAndExit);
