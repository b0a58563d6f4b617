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
    await expect(dialog.getByRole('searchbox', { name: 'Find a target' })).toBeFocused();
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

test('three tiers over two zones are built from nothing by keys alone, and said aloud', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New design' }).press('Enter');
  const { element, connection, errors } = openBoard(app);
  const said = page.getByRole('log', { name: 'Announcements' });
  const pieces = [
    ['Region', 'Region added'],
    ['VPC', 'VPC added to Region'],
    ['Availability Zone', 'Availability Zone a added to VPC'],
    ['Availability Zone', 'Availability Zone b added to VPC'],
    ['Internet gateway', 'Internet gateway added to VPC'],
    ['Tier: Load balancing', 'Load balancing tier added to VPC'],
    ['Application Load Balancer', 'Load balancer added to Load balancing tier'],
    ['Tier: Web', 'Web tier added to VPC'],
    ['Amazon EC2 Auto Scaling group', 'Auto Scaling group added to Web tier'],
    ['Tier: Database', 'Database tier added to VPC'],
    ['Amazon RDS database', 'Database added to Database tier'],
    ['Users on the internet', 'Users added'],
  ] as const;
  for (const [piece, words] of pieces) {
    await addByKeys(page, piece);
    await expect(said).toHaveText(words);
  }
  const goTo = async (name: string) => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type(name);
    await expect(page.getByRole('option').first()).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
    await expect(element(name)).toBeFocused();
  };
  const connect = async (from: string, to: string, choices: 'one' | 'several') => {
    await goTo(from);
    await page.keyboard.press('Shift+C');
    await expect(page.getByRole('searchbox', { name: 'Find a target' })).toBeFocused();
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    if (choices === 'one') return;
    await expect(page.getByRole('menu', { name: 'Kind of connection' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  await connect('Users', 'Load balancer', 'one');
  await expect(connection('Users sends traffic to Load balancer')).toBeAttached();
  await connect('Load balancer', 'Auto Scaling group', 'one');
  await expect(connection('Load balancer sends traffic to Auto Scaling group')).toBeAttached();
  await connect('Auto Scaling group', 'Database', 'several');
  await expect(connection('Auto Scaling group reads and writes Database')).toBeAttached();

  await test.step('arrows take a zone and a tier past their neighbours', async () => {
    const at = async (name: string) => (await element(name).boundingBox()) ?? { x: 0, y: 0 };
    await goTo('Availability Zone a');
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText('Move Availability Zone a');
    await expect
      .poll(async () => (await at('Availability Zone a')).x - (await at('Availability Zone b')).x)
      .toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText('Availability Zone a has no neighbour on that side');
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => (await at('Availability Zone b')).x - (await at('Availability Zone a')).x)
      .toBeGreaterThan(0);
    await goTo('Web tier');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await at('Web tier')).y - (await at('Database tier')).y).toBeGreaterThan(0);
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await at('Database tier')).y - (await at('Web tier')).y).toBeGreaterThan(0);
  });

  await test.step('F6 to the inspector, Tab to a switch, Space', async () => {
    await goTo('Database');
    await expect(element('Database')).toContainText('Single-AZ');
    await page.keyboard.press('F6');
    await expect(said).toHaveText('Inspector');
    const multiAz = page.getByRole('switch', { name: 'Multi-AZ' });
    for (let step = 0; step < 80; step += 1) {
      if (await multiAz.evaluate((field) => field === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    const ring = () => page.evaluate(() => document.activeElement && getComputedStyle(document.activeElement).outline);
    expect(await ring()).toContain('2px');
    await page.keyboard.press('Space');
    await expect(element('Database')).toContainText('Multi-AZ');
    await expectMenuLabel(app, 'edit.undo', 'Undo Change Multi-AZ of Database');
  });
  expect(await errors()).toBeLessThan(5);
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
  for (let step = 0; step < 5; step += 1) {
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
