import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, type RunningApp, test } from '../fixtures/app';
import { ask } from '../fixtures/ask';
import { findBarriers } from '../pages/find-barriers';
import { expectTitle, readTitle } from '../pages/menu';

const emptyDesign = (name: string) =>
  `${JSON.stringify({ format: 'stratiform', version: 1, name, settings: {}, elements: [], connections: [] }, null, 2)}\n`;

/** Draws something, so that there are unsaved changes. */
const drawVpc = async (app: RunningApp) => {
  await app.page.getByRole('button', { name: 'Draw a VPC' }).first().click();
  await expect.poll(() => readTitle(app)).toContain('● ');
};

const startAgain = async (app: RunningApp, argument: string): Promise<number | null> => {
  const executable = process.env.STRATIFORM_ELECTRON ?? '';
  const args = [projectRoot, `--user-data-dir=${app.profile}`, '--log-level=3', argument];
  const child = spawn(executable, args, { stdio: 'ignore' });
  await once(child, 'exit');
  return child.exitCode;
};

test('a file named on the command line is open', async ({ launch, folder }) => {
  const path = join(folder, 'shop.stratiform');
  await writeFile(path, emptyDesign('Shop'));
  const app = await launch({ files: [path] });
  await expectTitle(app, 'shop');
});

test('a missing file on the command line is told, and the app stays usable', async ({ launch, folder }) => {
  const app = await launch({ files: [join(folder, 'gone.stratiform')] });
  await expect(app.page.getByText('“gone.stratiform” could not be opened').first()).toBeVisible();
  await app.chooseMenu('file.new');
  await expectTitle(app, 'Untitled');
});

test('a second start hands its file to the first and ends', async ({ app, folder }) => {
  const path = join(folder, 'second.stratiform');
  await writeFile(path, emptyDesign('Second'));
  expect(await startAgain(app, path)).toBe(0);
  await expectTitle(app, 'second');
  expect(await startAgain(app, join(folder, 'gone.stratiform'))).toBe(0);
  await expect(app.page.getByText('“gone.stratiform” could not be opened').first()).toBeVisible();
  await expectTitle(app, 'second');
});

test('closing with unsaved changes: Cancel stays, Save saves and ends', async ({ app, folder }) => {
  const path = join(folder, 'mine.stratiform');
  await drawVpc(app);
  await app.dialogs.press('Cancel');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => app.dialogs.shown().length).toBe(1);
  expect(app.dialogs.shown()[0]?.text).toContain('Do you want to save the changes');
  expect(await readTitle(app)).toContain('● ');
  await app.dialogs.press('Save');
  await app.dialogs.choosePlace(path);
  await app.quit();
  expect(await readFile(path, 'utf8')).toContain('"stratiform"');
});

test('closing with unsaved changes: a save that fails keeps the window', async ({ app, folder }) => {
  await drawVpc(app);
  await app.dialogs.press('Save', 'OK');
  await app.dialogs.choosePlace(join(folder, 'no', 'such', 'folder.stratiform'));
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => app.dialogs.shown().some((dialog) => dialog.text.includes('could not be saved'))).toBe(true);
  expect(await readTitle(app)).toContain('● ');
});

test('a save through the menu clears the mark, and quitting asks nothing', async ({ app, folder }) => {
  const path = join(folder, 'mine.stratiform');
  await drawVpc(app);
  await app.dialogs.choosePlace(path);
  await app.chooseMenu('file.save');
  await expectTitle(app, 'mine');
  expect(existsSync(path)).toBe(true);
  await app.quit();
  expect(app.dialogs.shown().map((dialog) => dialog.kind)).toEqual(['save']);
});

test('work that a power cut interrupted is offered at the next start', async ({ launch }) => {
  const first = await launch();
  await drawVpc(first);
  await first.page.waitForTimeout(1800);
  await first.kill();
  const second = await launch({ profile: first.profile });
  const recovery: unknown = await second.page.evaluate(() =>
    Reflect.get(window, 'desktop').invoke('recovery.list', {}),
  );
  expect(recovery).toMatchObject({ ok: true, value: { entries: [{ file: 'never-saved' }] } });
  const dialog = second.page.getByRole('dialog', { name: 'Recover unsaved designs' });
  await expect(dialog).toContainText('was never saved to a file');
  expect(await findBarriers(second.page), 'recovery').toEqual([]);
  await dialog.getByRole('button', { name: 'Recover', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(second.page.locator('.react-flow__node').first()).toBeVisible();
});

test('a page that crashes comes back with its unsaved design', async ({ app }) => {
  await drawVpc(app);
  await app.page.waitForTimeout(1800);
  await app.dialogs.press('Reload');
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => app.dialogs.shown().some((dialog) => dialog.text.includes('crashed'))).toBe(true);
  const count = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "document.querySelectorAll('.react-flow__node').length",
      ),
    );
  await expect.poll(count).toBeGreaterThan(0);
});

test('settings and the window’s place survive a restart', async ({ launch }) => {
  const first = await launch();
  await first.chooseMenu('view.theme.dark');
  await expect
    .poll(() => ask(() => first.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)))
    .toBe('dark');
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 }),
  );
  await first.page.waitForTimeout(800);
  await first.quit();
  const second = await launch({ profile: first.profile });
  expect(await ask(() => second.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource))).toBe('dark');
  const size = await second.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(size).toMatchObject({ width: 1000, height: 700 });
});

test('damaged settings do not stop the start', async ({ launch, folder }) => {
  await writeFile(join(folder, 'settings.json'), '{"theme":');
  await writeFile(join(folder, 'window.json'), '{"bounds":{"x":"NaN"}}');
  await writeFile(join(folder, 'recent-files.json'), '\0\0\0');
  const app = await launch({ profile: folder });
  expect(await app.page.evaluate(() => Reflect.get(window, 'desktop').invoke('settings.get', {}))).toMatchObject({
    value: { theme: 'system' },
  });
});
