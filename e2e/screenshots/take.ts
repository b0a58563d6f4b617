import { join } from 'node:path';
import { expect, projectRoot, type RunningApp } from '../fixtures/app';
import { ask } from '../fixtures/ask';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const chooseTheme = async (app: RunningApp, theme: Theme): Promise<void> => {
  await app.chooseMenu(`view.theme.${theme}`);
  await expect
    .poll(() => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(theme === 'dark');
};

/** Gives the page this many pixels of its own. */
export const resizeWindow = async ({ electron, page }: RunningApp, width: number, height: number): Promise<void> => {
  await ask(() =>
    electron.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0),
      [width, height],
    ),
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
};

export const take = async ({ page }: RunningApp, name: string): Promise<void> => {
  await page.screenshot({ path: join(projectRoot, 'test-results', 'screenshots', `${name}.png`) });
};
