import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { openExample } from '../pages/start-screen';

const site = 'High-power WordPress';
const shop = 'Three-tier shop with faults';

test('layers are hidden one by one, what they hold stays in the design, and they are remembered', async ({
  launch,
}) => {
  const app = await launch();
  const board = await openExample(app, site);
  const { page } = app;
  const cost = board.element('Load balancer').locator('.canvas-service__cost');
  const administration = page.locator('.react-flow__edge[data-kind="admin"]').first();
  await expect(cost).toBeVisible();
  await expect(administration).toBeVisible();
  const { elements, connections } = await board.size();
  await page.getByRole('button', { name: 'Layers' }).click();
  expect(await findBarriers(page), 'layers').toEqual([]);
  for (const name of ['Cost', 'Subnets', 'Management connections']) {
    await page.getByRole('checkbox', { name }).click();
    await expect(page.getByRole('checkbox', { name })).not.toBeChecked();
  }
  await page.keyboard.press('Escape');
  await expect(cost).toBeHidden();
  await expect(administration).toHaveCSS('display', 'none');
  await expect(board.element('Web a')).toBeHidden();
  await expect(board.element('WordPress servers')).toBeVisible();
  expect(await board.size()).toEqual({ elements, connections });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('show subnets');
  await page.keyboard.press('Enter');
  await expect(board.element('Web a')).toBeVisible();
  // Settings are written a moment after the last change.
  await page.waitForTimeout(1000);
  await app.quit();

  const again = await launch({ profile: app.profile });
  const later = await openExample(again, site);
  await expect(later.element('Web a')).toBeVisible();
  await expect(later.element('Load balancer').locator('.canvas-service__cost')).toBeHidden();
});

test('hiding the findings takes badges and outlines off the drawing, not off the list', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await expect(board.frame('Orders database')).toHaveAttribute('data-tone', 'error');
  const errors = await board.errors();
  expect(errors).toBeGreaterThan(0);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('hide findings');
  await page.keyboard.press('Enter');
  await expect(board.frame('Orders database')).not.toHaveAttribute('data-tone');
  await expect(page.locator('.canvas-badge')).toHaveCount(0);
  expect(await board.errors()).toBe(errors);
});
