import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { openBoard } from '../pages/board';
import { expectMenuLabel } from '../pages/menu';
import { waitForStill } from '../pages/pointer';
import { openExample, openNew } from '../pages/start-screen';

/** Adds an entry of the palette by typing its name. */
async function addByKeys(page: Page, entry: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search services' });
  await search.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(entry);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a small design is drawn, connected and mended without a mouse', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New design' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Drag a Region from the palette to begin drawing.')).toBeVisible();
  const { element, frame, connection, box, selected } = openBoard(app);
  await test.step('palette, Enter', async () => {
    await addByKeys(page, 'Region');
    await expect(element('Region')).toBeVisible();
    await addByKeys(page, 'VPC');
    await addByKeys(page, 'Availability Zone');
    await addByKeys(page, 'Tier: Web');
    await addByKeys(page, 'Amazon EC2 instance');
    await addByKeys(page, 'Users on the internet');
    await expect(element('Users')).toBeVisible();
  });
  await page.keyboard.press('Shift+1');
  await waitForStill(page);
  const server = 'EC2 instance';
  await test.step('F6 to the canvas, Tab to an element, Enter selects it', async () => {
    await page.keyboard.press('F6');
    await expect(page.locator('[data-region="Canvas"]').locator(':focus')).toHaveCount(1);
    for (let step = 0; step < 12; step += 1) {
      if ((await page.locator(':focus').getAttribute('aria-label'))?.startsWith('Users, ')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(selected).toEqual(['Users']);
  });
  await test.step('arrows move', async () => {
    await waitForStill(page);
    const before = await box('Users');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowRight');
    await waitForStill(page);
    const after = await box('Users');
    expect(after.y).toBeGreaterThan(before.y);
    expect(after.x).toBeGreaterThan(before.x);
  });
  await test.step('Connect to…', async () => {
    await page.keyboard.press('Shift+C');
    const dialog = page.getByRole('dialog', { name: 'Connect Users to…' });
    await expect(dialog.getByRole('searchbox', { name: 'Find a target' })).toBeVisible();
    await dialog.getByRole('searchbox', { name: 'Find a target' }).focus();
    await page.keyboard.type('ec2');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: 'Kind of connection' });
    await expect(menu).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(connection(`Users sends traffic to ${server}`)).toBeAttached();
  });
  await test.step('Delete', async () => {
    await element('Users').focus();
    await page.keyboard.press('Enter');
    await expect.poll(selected).toEqual(['Users']);
    await page.keyboard.press('Delete');
    await expect(element('Users')).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await expect(element('Users')).toBeVisible();
    await expect(frame('Users')).toBeVisible();
  });
  await expectMenuLabel(app, 'edit.redo', 'Redo Delete Users');
});

test('Escape leaves the innermost thing first', async ({ app }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await board.select('Load balancer');
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Hand' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(board.selected).toEqual(['Load balancer']);
  await page.keyboard.press('Escape');
  await expect.poll(board.selected).toEqual([]);
});

test('letters typed into a field are no shortcuts', async ({ app }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await board.select('App server 1');
  const name = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' });
  await name.fill('');
  await name.pressSequentially('hvcn Delete');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(board.element('hvcn Delete')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('dialogs keep the focus and give it back', async ({ app }) => {
  await openNew(app);
  const { page } = app;
  await page.getByRole('searchbox', { name: 'Search services' }).focus();
  await page.keyboard.press('Control+/');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus').or(dialog.and(page.locator(':focus')))).toHaveCount(1);
  }
  // The tip of the focused button goes first.
  await expect(page.getByRole('tooltip', { name: 'Close' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Search services' })).toBeFocused();
});
