import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app';
import { openBoard } from '../pages/board';
import { findBarriers } from '../pages/find-barriers';
import { expectTitle } from '../pages/menu';
import { openExample } from '../pages/start-screen';

test('a design is kept as a template, started from, renamed and deleted', async ({ launch }) => {
  const first = await launch();
  await openExample(first, 'Low-power WordPress');
  await first.chooseMenu('file.saveTemplate');
  const dialog = first.page.getByRole('dialog', { name: 'Save as template' });
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Low-power WordPress');
  await name.fill('  ');
  await expect(dialog.getByRole('alert')).toHaveText('A template needs a name.');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await name.fill('Blog <b>');
  await name.press('Enter');
  await expect(dialog).toHaveCount(0);
  await first.chooseMenu('file.saveTemplate');
  await name.fill('blog <B>');
  await expect(dialog).toContainText('There is a template of this name.');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog).toHaveCount(0);
  await first.quit();

  const { page, profile, ...second } = await launch({ profile: first.profile });
  const mine = page.getByRole('region', { name: 'Your templates' });
  const card = mine.getByRole('listitem');
  await expect(card).toHaveCount(1);
  await expect(card.locator('img')).toBeVisible();
  await expect(card).toContainText(/\$[\d,.]+\/mo/);
  expect(await findBarriers(page), 'start screen with a template').toEqual([]);
  const choose = async (item: string) => {
    await mine.getByRole('button', { name: /^More for/ }).press('Enter');
    await page.getByRole('menuitem', { name: item }).press('Enter');
  };
  await test.step('rename', async () => {
    await choose('Rename…');
    const rename = page.getByRole('dialog', { name: 'Rename template' });
    await expect(rename).toBeVisible();
    expect(await findBarriers(page), 'renaming a template').toEqual([]);
    await rename.getByRole('textbox', { name: 'Name' }).fill('Blog');
    await rename.getByRole('button', { name: 'Rename' }).click();
    await expect(mine.getByRole('button', { name: 'Blog', exact: true })).toBeVisible();
  });
  await test.step('delete asks first', async () => {
    await choose('Delete…');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep' }).click();
    await expect(card).toHaveCount(1);
  });
  await test.step('it opens as a copy without a file', async () => {
    await mine.getByRole('button', { name: 'Blog', exact: true }).click();
    await expectTitle({ ...second, page, profile }, 'Blog');
    await expect(openBoard({ page }).element('Region')).toBeVisible();
  });
  await second.quit();

  const third = await launch({ profile });
  await third.page.getByRole('button', { name: 'More for Blog' }).click();
  await third.page.getByRole('menuitem', { name: 'Delete…' }).click();
  await third.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(third.page.getByRole('region', { name: 'Your templates' })).toHaveCount(0);
});

test('the drawing is exported as a picture on white; a copy goes on as a new design; the first hint goes for good', async ({
  app,
  folder,
}) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await app.chooseMenu('view.theme.dark');
  const svgPath = join(folder, 'shop.svg');
  await app.dialogs.choosePlace(svgPath);
  await app.chooseMenu('file.exportSvg');
  await expect(page.getByText('“shop.svg” was saved in')).toBeVisible();
  const svg = await readFile(svgPath, 'utf8');
  expect(svg).toContain('fill="#ffffff"');
  expect(svg).toContain('>App server 1</text>');
  const looks = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return {
      name: root.tagName,
      images: root.querySelectorAll('image').length,
      lines: root.querySelectorAll('path').length,
    };
  }, svg);
  expect(looks.name).toBe('svg');
  expect(looks.images).toBeGreaterThan(5);
  expect(looks.lines).toBeGreaterThan(5);

  const pngPath = join(folder, 'shop.png');
  await app.dialogs.choosePlace(pngPath);
  await app.chooseMenu('file.exportPng');
  await expect(page.getByText('“shop.png” was saved in')).toBeVisible();
  const png = await readFile(pngPath);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Twice the size of the drawing, so that print is sharp.
  expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)?.[1]));

  await test.step('a collapsed container is one box in the picture', async () => {
    await board.select('App a');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Collapse');
    await page.keyboard.press('Enter');
    await expect(board.element('App server 1')).toHaveCount(0);
    await app.dialogs.choosePlace(svgPath);
    await app.chooseMenu('file.exportSvg');
    await expect.poll(async () => (await readFile(svgPath, 'utf8')).includes('>2 parts</text>')).toBe(true);
    expect(await readFile(svgPath, 'utf8')).not.toContain('App server 1');
    await app.chooseMenu('edit.undo');
    await expect(board.element('App server 1')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(board.selected).toEqual([]);
  });

  const hint = page.getByRole('complementary', { name: 'First steps' });
  await expect(hint).toBeVisible();
  await hint.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toHaveCount(0);

  await test.step('duplicate as new design', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Duplicate as new');
    await page.keyboard.press('Enter');
    await expectTitle(app, '● Untitled');
    await expect(board.element('App server 1')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(/ copy$/);
    await expect(hint).toHaveCount(0);
  });
});
