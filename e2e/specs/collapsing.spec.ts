import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { expectMenuLabel } from '../pages/menu';
import { boxOf, pointIn } from '../pages/pointer';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('a container is collapsed to one box with its totals, and everything is back where it was when it is expanded', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const before = { size: await board.size(), errors: await board.errors(), total: await board.total() };
  const database = await board.box('Orders database');
  await board.select('VPC');
  await page.getByRole('button', { name: 'Collapse VPC' }).click();
  const box = board.element('VPC');
  await expect(box).toContainText('7 parts');
  await expect(box).toContainText('/mo');
  await expect(board.frame('VPC')).toHaveAttribute('data-tone', 'error');
  await expect(board.element('Orders database')).toHaveCount(0);
  await expect(board.connection('Shoppers sends traffic to VPC')).toBeAttached();
  expect({ errors: await board.errors(), total: await board.total() }).toEqual({
    errors: before.errors,
    total: before.total,
  });
  expect(await findBarriers(page), 'a collapsed container').toEqual([]);
  await expectMenuLabel(app, 'edit.undo', 'Undo Collapse VPC');

  await board.hold('Tier: Cache', 'VPC');
  await expect(page.locator('.canvas-drag__why')).toHaveText('VPC is collapsed. Expand it first.');
  await page.keyboard.press('Escape');
  await page.mouse.up();

  const at = pointIn(await boxOf(box), { x: 0.4, y: 0.8 });
  await page.mouse.dblclick(at.x, at.y);
  await expect(board.element('Orders database')).toBeVisible();
  expect(await board.size()).toEqual(before.size);
  const after = await board.box('Orders database');
  expect([after.x, after.y, after.width]).toEqual([database.x, database.y, database.width]);
});

test('the keyboard collapses and expands, what is found inside is shown by its box, zones and tiers say why not', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await board.select('App a');
  await page.keyboard.press('Control+.');
  await expect(board.element('App server 1')).toHaveCount(0);
  await expect(board.element('App a')).toBeFocused();
  await expect(board.connection('2 connections from Web servers to App a')).toBeAttached();
  await expect(page.getByText('2 connections', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+F');
  await page
    .getByRole('search', { name: 'Find on the canvas' })
    .getByRole('textbox', { name: 'Find' })
    .fill('App server 2');
  await expect(board.frame('App a')).toHaveAttribute('data-selected', '');
  await page.keyboard.press('Escape');
  await board.select('App a');
  await page.keyboard.press('Control+.');
  await expect(board.element('App server 1')).toBeVisible();
  await app.chooseMenu('edit.undo');
  await expect(board.element('App server 1')).toHaveCount(0);
  await app.chooseMenu('edit.redo');
  await expect(board.element('App server 1')).toBeVisible();
  await board.select('App tier');
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('status', { name: 'Notifications' })).toContainText('is a row of its VPC');
});
