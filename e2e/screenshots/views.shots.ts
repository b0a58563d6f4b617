import { expect, type RunningApp, test } from '../fixtures/app';
import { expectTitle } from '../pages/menu';
import { waitForStill } from '../pages/pointer';
import { openExample } from '../pages/start-screen';
import { chooseTheme, resizeWindow, take, themes } from './take';

const inBoth = async (app: RunningApp, name: string): Promise<void> => {
  for (const theme of themes) {
    await chooseTheme(app, theme);
    await waitForStill(app.page);
    await take(app, `${name}-${theme}`);
  }
};

const shop = 'Three-tier shop with faults';

test('deciding: compare, accept, why, the cheapest way', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  await page.getByRole('button', { name: 'Compare low-power and high-power WordPress' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await inBoth(app, 'view-compare');
  await page.getByRole('button', { name: 'Done' }).click();
  const board = await openExample(app, shop);
  await inBoth(app, 'view-first-hint');
  await board.show('Problems');
  const row = page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  await row.getByRole('button', { name: 'Why?' }).click();
  await row.getByRole('img').last().scrollIntoViewIfNeeded();
  await inBoth(app, 'view-why');
  await row.getByRole('button', { name: 'Accept with a reason…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept with a reason' });
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await inBoth(app, 'view-accept');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page
    .getByRole('region', { name: 'Status' })
    .getByRole('button', { name: /^Availability estimate/ })
    .click();
  await page.getByRole('button', { name: 'Cheapest way to more…' }).click();
  const mend = page.getByRole('region', { name: 'Mend several' });
  await page.keyboard.press('Escape');
  await mend.getByRole('spinbutton', { name: 'Reach' }).fill('99.85');
  await mend.getByRole('button', { name: 'Look for the cheapest way' }).click();
  await expect(mend.getByRole('button', { name: 'Show way 1' })).toBeVisible();
  await inBoth(app, 'view-reach');
  await row.getByRole('button', { name: 'Accept with a reason…' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Rebuilt from the warehouse every night.');
  await dialog.getByRole('textbox', { name: 'Who answers for it' }).fill('Ada');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('region', { name: 'Accepted' }).scrollIntoViewIfNeeded();
  await inBoth(app, 'view-accepted');
});

test('exporting: every target and every tab', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  await openExample(app, shop);
  await app.chooseMenu('file.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const target = dialog.getByRole('combobox', { name: 'Target' });
  await target.click();
  const targets = await page.getByRole('option').allTextContents();
  await page.keyboard.press('Escape');
  for (const [index, name] of targets.entries()) {
    await target.click();
    await page.getByRole('option', { name }).click();
    await inBoth(app, `view-export-${index + 1}`);
  }
  const tabs = dialog.getByRole('tab');
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await inBoth(app, `view-export-tab-${index + 1}`);
  }
});

test('the canvas: collapsed, locked, focused, failing, bent, commanded', async ({ launch }) => {
  const first = await launch();
  await openExample(first, 'Low-power WordPress');
  await first.chooseMenu('file.saveTemplate');
  await first.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await first.quit();
  const app = await launch({ profile: first.profile });
  const { page } = app;
  await resizeWindow(app, 1280, 800);
  await expect(page.getByRole('region', { name: 'Your templates' })).toBeVisible();
  await page.getByRole('region', { name: 'Your templates' }).scrollIntoViewIfNeeded();
  await inBoth(app, 'view-templates');
  const board = await openExample(app, shop);
  await expectTitle(app, shop);
  await board.select('App server 1');
  await app.chooseMenu('edit.lock');
  await page.keyboard.press('f');
  await inBoth(app, 'view-focus-locked');
  await page.keyboard.press('f');
  await board.show('Problems');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'How many gigabytes a month flow' })
    .getByRole('button', { name: 'Answer…' })
    .click();
  await inBoth(app, 'view-answer');
  await page.getByRole('heading', { name: 'Where the data goes' }).scrollIntoViewIfNeeded();
  await board.show('Cost');
  await inBoth(app, 'view-connection');
  await board.select('App server 1');
  await page.getByRole('switch', { name: /IMDSv2/ }).scrollIntoViewIfNeeded();
  await inBoth(app, 'view-inspector');
  await app.chooseMenu('view.outage');
  await inBoth(app, 'view-outage');
  await app.chooseMenu('view.outage');
  await page.getByRole('region', { name: 'Status' }).getByRole('button', { name: /^Cost/ }).click();
  await board.fit();
  await board.select('VPC');
  await page.getByRole('button', { name: 'Collapse VPC' }).click();
  await inBoth(app, 'view-collapsed');
  await page.keyboard.press('Control+K');
  await inBoth(app, 'view-commands');
});
