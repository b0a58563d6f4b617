import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app';
import { expectTitle, readSubmenu } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const titles = [
  'High-power WordPress',
  'Low-power WordPress',
  'Microservices with queues',
  'Three-tier shop with faults',
];

test('the gallery shows every example with its picture, faults and bill, and opens it', async ({ app }) => {
  const { page } = app;
  const gallery = page.getByRole('region', { name: 'Examples' });
  const cards = gallery.getByRole('listitem');
  await expect(cards).toHaveCount(titles.length);
  for (const title of titles) {
    const card = cards.filter({ hasText: title });
    await expect(card.locator('img')).toBeVisible();
    await expect(card).toContainText(/\$[\d,.]+\/mo/);
  }
  await expect(cards.filter({ hasText: 'High-power WordPress' })).toContainText('no faults');
  await expect(cards.filter({ hasText: 'Three-tier shop with faults' })).toContainText('8 errors');
  const board = await openExample(app, 'High-power WordPress');
  await expectTitle(app, 'High-power WordPress');
  expect(await board.errors()).toBe(0);
  expect(await readSubmenu(app, 'file.openExample')).toEqual(titles);
});

test('an example is a copy: it is saved elsewhere, and the bundled one stays', async ({ app, folder }) => {
  const board = await openExample(app, 'Low-power WordPress');
  await board.rename('Region', 'My Region');
  await expectTitle(app, '● Low-power WordPress');
  const path = join(folder, 'mine.stratiform');
  await app.dialogs.choosePlace(path);
  await app.chooseMenu('file.save');
  await expectTitle(app, 'mine');
  expect(await readFile(path, 'utf8')).toContain('"My Region"');
  await app.chooseMenu('file.openExample.low-power-wordpress');
  await expectTitle(app, 'Low-power WordPress');
  await expect(board.element('Region')).toBeVisible();
  await expect(board.element('My Region')).toHaveCount(0);
});

test('the mark of unsaved changes comes with an edit and goes with its undo', async ({ app }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await expectTitle(app, 'Three-tier shop with faults');
  await board.select('Office');
  await page.keyboard.press('Delete');
  await expectTitle(app, '● Three-tier shop with faults');
  await expect(page.getByRole('button', { name: /^Not saved/ })).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expectTitle(app, 'Three-tier shop with faults');
  await expect(page.getByRole('button', { name: /^Not saved/ })).toHaveCount(0);
});

test('recent files are offered at the next start and in the menu; one that is gone says so', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  const { page } = first;
  await page.getByRole('button', { name: 'Draw a VPC' }).click();
  for (const name of ['one', 'two']) {
    await first.dialogs.choosePlace(join(folder, `${name}.stratiform`));
    await first.chooseMenu('file.saveAs');
    await expectTitle(first, name);
  }
  await first.quit();
  await rm(join(folder, 'one.stratiform'));
  const second = await launch({ profile: first.profile });
  const recent = second.page.getByRole('region', { name: 'Recent files' });
  await expect(recent.getByRole('listitem')).toHaveText([/^two/, /^one.*The file is gone/]);
  await expect(recent.getByRole('button', { name: /^one/ })).toBeDisabled();
  expect((await readSubmenu(second, 'file.openRecent'))[0]).toBe(`two.stratiform — ${folder}`);
  await recent.getByRole('button', { name: /^two/ }).click();
  await expectTitle(second, 'two');
  await second.chooseMenu('file.clearRecent');
  await expect.poll(() => readSubmenu(second, 'file.openRecent')).toEqual(['Clear List']);
});
