import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

const bar = (page: Page) => page.getByRole('search', { name: 'Find on the canvas' });
const field = (page: Page) => bar(page).getByRole('textbox', { name: 'Find' });
const count = (page: Page) => bar(page).getByRole('status');

test('finding counts and lights up the matches, and walks through them in both directions', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await page.keyboard.press('Control+F');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('m5.large ec2');
  await expect(count(page)).toHaveText('2 found');
  await expect(board.frame('App server 1')).toHaveAttribute('data-light', 'lit');
  await expect(board.frame('Orders database')).toHaveAttribute('data-light', 'faded');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('1 of 2');
  await expect.poll(board.selected).toEqual(['App server 1']);
  await page.keyboard.press('Enter');
  await expect.poll(board.selected).toEqual(['App server 2']);
  await page.keyboard.press('Enter');
  await expect.poll(board.selected).toEqual(['App server 1']);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(board.selected).toEqual(['App server 2']);
  await expect(count(page)).toHaveText('2 of 2');
  await expect(board.frame('App server 1')).toHaveAttribute('data-light', 'lit');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(board.element('App server 2')).toBeFocused();
  await expect(board.frame('Orders database')).toHaveAttribute('data-light', 'plain');
});

test('finding looks at kinds, settings and findings', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await page.keyboard.press('Control+F');
  await field(page).fill('rds');
  await bar(page).getByRole('button', { name: 'Next match' }).click();
  await expect.poll(board.selected).toEqual(['Orders database']);
  await field(page).fill('m5.large ec2');
  await expect(count(page)).toHaveText('2 found');
  await field(page).fill('NET-01');
  await expect(count(page)).toHaveText(/^[1-9]\d* found$/);
  await expect(board.frame('Orders database')).toHaveAttribute('data-light', 'lit');
  await field(page).fill('nowhere to be found');
  await expect(count(page)).toHaveText('Nothing found');
  await expect(board.frame('Orders database')).toHaveAttribute('data-light', 'plain');
});

test('what is found is brought into view', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('Orders');
  await page.keyboard.press('Enter');
  await expect(board.element('Orders database')).toBeInViewport({ ratio: 0.9 });
});

test('the command palette runs actions and goes to elements, what was used last comes first', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const chosen = palette.getByRole('option', { selected: true });
  await page.keyboard.press('Control+K');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ordsdb');
  await expect(chosen).toContainText('Orders database');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect.poll(board.selected).toEqual(['Orders database']);
  await expect(board.element('Orders database')).toBeFocused();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('duplic');
  await expect(chosen).toContainText('Duplicate');
  await page.keyboard.press('Enter');
  await expect(board.element('Orders database 2')).toBeVisible();
  await page.keyboard.press('Control+K');
  await expect(chosen).toContainText('Duplicate');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toContainText('Orders database');
  await page.keyboard.type('no such thing');
  await expect(palette.getByRole('status')).toContainText('Nothing is called');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
});

test('the command palette shows shortcuts and leaves out what cannot be done', async ({ app }) => {
  const { page } = app;
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(page.getByRole('button', { name: 'New design' })).toBeVisible();
  await page.keyboard.press('Control+K');
  await expect(palette.getByRole('option', { name: /^New design/ })).toContainText('N');
  await expect(palette.getByRole('option', { name: /^Save as/ })).toHaveCount(0);
});

test('nothing bars the way in the find bar and the command palette', async ({ app }) => {
  await openExample(app, shop);
  const { page } = app;
  await page.keyboard.press('Control+F');
  await field(page).fill('nowhere to be found');
  await expect(count(page)).toHaveText('Nothing found');
  expect(await findBarriers(page), 'find bar').toEqual([]);
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first()).toBeVisible();
  expect(await findBarriers(page), 'command palette').toEqual([]);
});
