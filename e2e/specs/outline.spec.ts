import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

const treeOf = (page: Page) => page.getByRole('tree', { name: 'Outline of the design' });
const lineOf = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}, `) });

/** Name of the line the keys act on. */
async function currentLine(page: Page): Promise<string> {
  const id = await treeOf(page).getAttribute('aria-activedescendant');
  const label = await page.locator(`[id=${JSON.stringify(id)}]`).getAttribute('aria-label');
  return label?.split(', ')[0] ?? '';
}

test('the outline holds what the canvas shows, and both have one selection', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(treeOf(page)).toBeVisible();
  // Only lines on the screen are in the page; all of them know how many siblings they have.
  await expect(lineOf(page, 'Region')).toHaveAttribute('aria-level', '1');
  await expect(lineOf(page, 'VPC')).toHaveAttribute('aria-level', '2');
  await expect(lineOf(page, 'App server 1')).toHaveAttribute('aria-level', '4');
  await expect(lineOf(page, 'App server 1')).toHaveAccessibleName(/findings?$/);
  await board.select('Orders database');
  await expect(lineOf(page, 'Orders database')).toHaveAttribute('aria-selected', 'true');
  await lineOf(page, 'App server 1').click();
  await expect.poll(board.selected).toEqual(['App server 1']);
  await lineOf(page, 'App server 2').click({ modifiers: ['Shift'] });
  await expect.poll(board.selected).toEqual(['App server 1', 'App server 2']);
});

test('the keyboard walks, folds, finds, renames and deletes in the outline', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await page.keyboard.press('Control+Shift+O');
  await expect(treeOf(page)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.type('reg', { delay: 20 });
  await expect.poll(board.selected).toEqual(['Region']);
  await page.keyboard.press('ArrowLeft');
  await expect(lineOf(page, 'Region')).toHaveAttribute('aria-expanded', 'false');
  await expect(lineOf(page, 'VPC')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(board.selected).toEqual(['VPC']);
  await page.waitForTimeout(800);
  await page.keyboard.type('app server 2', { delay: 20 });
  await expect.poll(() => currentLine(page)).toBe('App server 2');
  await page.keyboard.press('F2');
  await page.keyboard.type('Checkout');
  await page.keyboard.press('Enter');
  await expect(board.element('Checkout')).toBeVisible();
  await expect(treeOf(page)).toBeFocused();
  const { elements } = await board.size();
  await page.keyboard.press('Delete');
  await expect(board.element('Checkout')).toHaveCount(0);
  await expect(lineOf(page, 'Checkout')).toHaveCount(0);
  await expect.poll(async () => (await board.size()).elements).toBe(elements - 1);
  await page.keyboard.press('Control+Z');
  await expect(lineOf(page, 'Checkout')).toBeVisible();
  await lineOf(page, 'Checkout').click();
  await page.keyboard.press('Enter');
  await expect(board.element('Checkout')).toBeFocused();
});

test('an element chosen on the canvas is unfolded in the outline', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await page.keyboard.press('Control+Shift+O');
  await page.keyboard.press('Home');
  await page.keyboard.type('vpc', { delay: 20 });
  await page.keyboard.press('ArrowLeft');
  await expect(lineOf(page, 'Orders database')).toHaveCount(0);
  await board.select('Orders database');
  await expect(lineOf(page, 'Orders database')).toBeVisible();
  await expect(lineOf(page, 'Orders database')).toHaveAttribute('aria-selected', 'true');
});

test('nothing bars the way in the outline', async ({ app }) => {
  await openExample(app, shop);
  const { page } = app;
  await page.keyboard.press('Control+Shift+O');
  await expect(lineOf(page, 'Orders database')).toBeVisible();
  expect(await findBarriers(page), 'outline').toEqual([]);
  await lineOf(page, 'Web tier').click();
  await page.keyboard.press('F2');
  await expect(treeOf(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  expect(await findBarriers(page), 'a name being edited').toEqual([]);
});
