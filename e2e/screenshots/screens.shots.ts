import { expect, test } from '../fixtures/app';
import { waitForStill } from '../pages/pointer';
import { openExample } from '../pages/start-screen';
import { chooseTheme, resizeWindow, take, themes } from './take';

const sizes = [
  [1024, 640],
  [1280, 800],
  [1440, 900],
  [3840, 2160],
] as const;

test('each screen in windows of all sizes', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const pictures = page.getByRole('region', { name: 'Examples' }).locator('img');
  await expect(pictures).toHaveCount(4);
  for (const [width, height] of sizes) {
    await resizeWindow(app, width, height);
    for (const theme of themes) {
      await chooseTheme(app, theme);
      await expect(pictures).toHaveCount(4);
      await take(app, `start-${width}-${theme}`);
    }
  }
  const board = await openExample(app, 'Three-tier shop with faults');
  for (const tab of ['Problems', 'Cost'] as const) {
    await board.show(tab);
    for (const [width, height] of sizes) {
      await resizeWindow(app, width, height);
      await board.fit();
      await waitForStill(page);
      for (const theme of themes) {
        await chooseTheme(app, theme);
        await take(app, `${tab.toLowerCase()}-${width}-${theme}`);
      }
    }
  }
  await resizeWindow(app, 1440, 900);
  await board.fit();
  await waitForStill(page);
  await board.select('App server 1');
  await board.select('App server 2', 'adding');
  for (const theme of themes) {
    await chooseTheme(app, theme);
    await take(app, `several-${theme}`);
  }
});

test('what steps back while a finding is lit up, high contrast and forced colours', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1440, 900);
  const board = await openExample(app, 'Three-tier shop with faults');
  await board.show('Problems');
  await board.fit();
  await page.locator('.finding').first().hover();
  for (const theme of themes) {
    await chooseTheme(app, theme);
    await take(app, `faded-${theme}`);
    await page.emulateMedia({ contrast: 'more', colorScheme: theme });
    await take(app, `contrast-${theme}`);
    await page.emulateMedia({ forcedColors: 'active', contrast: 'more', colorScheme: theme });
    await take(app, `forced-${theme}`);
    await page.emulateMedia({ forcedColors: null, contrast: null, colorScheme: null });
  }
});
