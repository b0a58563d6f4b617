import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type LaunchOptions, type RunningApp, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { saoPauloBlog } from '../price-server/sao-paulo-blog';
import { type PriceServer, startPriceServer } from '../price-server/start-price-server';

let server: PriceServer;
test.beforeEach(async () => {
  server = await startPriceServer();
});
test.afterEach(() => server.stop());

const SECRET = 'canary/secret/AAAAAAAAAAAAAAAAAAAAAAAAAA';

const costOf = (page: Page): Locator => page.getByRole('region', { name: 'Cost', exact: true });
const actionsOf = (page: Page): Locator => costOf(page).locator('.cost__actions');

/** The blog in the Region the server knows, with its bill shown. The profile `work` is on offer. */
async function openBlog(
  launch: (options?: LaunchOptions) => Promise<RunningApp>,
  folder: string,
): Promise<{ readonly app: RunningApp; readonly total: () => Promise<number> }> {
  const file = join(folder, 'blog.stratiform');
  const credentials = join(folder, 'credentials');
  await writeFile(file, saoPauloBlog());
  await writeFile(credentials, `[work]\naws_access_key_id = AKIACANARY0000000000\naws_secret_access_key = ${SECRET}\n`);
  const app = await launch({
    files: [file],
    environment: { AWS_ENDPOINT_URL_PRICING: server.url, AWS_SHARED_CREDENTIALS_FILE: credentials },
  });
  const { page } = app;
  await page
    .getByRole('region', { name: 'Status' })
    .getByRole('button', { name: /^Cost: .*\$/ })
    .click();
  return {
    app,
    total: async () => Number((await page.getByTestId('cost-total').textContent())?.replaceAll(/[^\d.]/g, '')),
  };
}

async function readLivePrices(page: Page): Promise<void> {
  await actionsOf(page).getByRole('button', { name: 'Live prices' }).click();
  const form = page.getByRole('dialog', { name: 'Live prices' });
  await form.getByRole('combobox', { name: 'Profile' }).click();
  await page.getByRole('option', { name: 'work' }).click();
  await form.getByRole('button', { name: 'Read live prices' }).click();
}

async function showLines(page: Page, name: string): Promise<Locator> {
  await costOf(page)
    .getByRole('button', { name: `Lines of ${name}` })
    .click();
  return costOf(page).locator('tbody').filter({ hasText: name }).locator('.cost__line');
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await costOf(page).getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('scenario and purchase plan change the total, and undo brings it back', async ({ launch, folder }) => {
  const { app, total } = await openBlog(launch, folder);
  const { page } = app;
  const expected = await total();
  await choose(page, 'Usage scenario', 'Launch day');
  await expect.poll(total).toBeGreaterThan(expected);
  const launchDay = await total();
  await expect(page.getByTestId('cost-change')).toHaveText(`+$${(launchDay - expected).toFixed(2)}/mo`);
  await choose(page, 'Purchase plan', 'Reserved 1 year, nothing upfront');
  await expect.poll(total).toBeLessThan(launchDay);
  await expect(costOf(page).locator('tfoot')).toContainText('Launch day, Reserved 1 year, nothing upfront, 730 hours');
  await page.getByRole('region', { name: 'Canvas' }).focus();
  await app.chooseMenu('edit.undo');
  await app.chooseMenu('edit.undo');
  await expect.poll(total).toBe(expected);
  await expect(page.getByTestId('cost-change')).toHaveText('no change in cost');
});

test('a scenario of one’s own and cheaper ways to buy show in the total', async ({ launch, folder }) => {
  const { app, total } = await openBlog(launch, folder);
  const { page } = app;
  await choose(page, 'Usage scenario', 'Launch day');
  const launchDay = await total();
  await costOf(page).getByRole('button', { name: 'Edit usage scenarios' }).click();
  const editor = page.getByRole('dialog', { name: 'Usage scenarios' });
  await expect(editor).toBeVisible();
  expect(await findBarriers(page), 'usage scenarios').toEqual([]);
  await editor.getByRole('button', { name: 'Add scenario' }).click();
  await editor.getByRole('textbox', { name: 'Name of Own scenario 1' }).fill('Sale');
  await page.keyboard.press('Enter');
  await editor.getByRole('spinbutton', { name: 'Traffic of Sale' }).fill('40');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await choose(page, 'Usage scenario', 'Sale');
  await expect.poll(total).toBeGreaterThan(launchDay);

  const sale = await total();
  await costOf(page).getByText('Ways to pay less').click();
  const advice = costOf(page).getByRole('listitem').filter({ hasText: 'WordPress server' });
  const saving = Number(/\$([\d.]+) less a month/.exec((await advice.textContent()) ?? '')?.[1]);
  expect(saving).toBeGreaterThan(0);
  await advice.getByRole('button', { name: /^Buy WordPress server as Reserved 1 year/ }).click();
  await expect.poll(async () => sale - (await total())).toBeCloseTo(saving, 1);
});

test('live prices are read with progress, shown as live, and cached for the next start', async ({ launch, folder }) => {
  const { app } = await openBlog(launch, folder);
  const { page } = app;
  const lines = await showLines(page, 'WordPress server');
  await actionsOf(page).getByRole('button', { name: 'Live prices' }).click();
  await expect(page.getByRole('dialog', { name: 'Live prices' })).toBeVisible();
  expect(await findBarriers(page), 'live prices').toEqual([]);
  await page.keyboard.press('Escape');
  const hours = lines.filter({ hasText: 'm5.large' });
  await expect(hours).toContainText(/Bundled · .* · .*20\d\d/);
  server.setDelay(150);
  await readLivePrices(page);
  const progress = costOf(page).getByRole('progressbar', { name: 'Reading prices' });
  await expect(progress).toBeVisible();
  await expect(costOf(page).getByRole('status')).toHaveText(/^7 prices read, 3 stay as they are/);
  await expect(progress).toHaveCount(0);
  await expect(hours).toContainText(/Live · AWS Price List Query API · .*20\d\d/);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('live prices');
  // The bill is written with where each price comes from.
  const place = join(folder, 'bill.csv');
  await app.dialogs.choosePlace(place);
  await actionsOf(page).getByRole('button', { name: 'Save bill' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect.poll(() => readFile(place, 'utf8').catch(() => '')).toMatch(/instance-hours,.*,live,20\d\d-/);

  expect(`${app.output()}${await page.content()}`).not.toContain(SECRET);
  const { profile } = app;
  await app.kill();
  const next = await launch({ profile, files: [join(folder, 'blog.stratiform')] });
  await next.page
    .getByRole('region', { name: 'Status' })
    .getByRole('button', { name: /^Cost: .*cached prices/ })
    .click();
  const kept = await showLines(next.page, 'WordPress server');
  await expect(kept.filter({ hasText: 'm5.large' })).toContainText(/Cached · AWS Price List Query API · .*20\d\d/);
});

test('a refresh can be cancelled, and the drawing goes on meanwhile', async ({ launch, folder }) => {
  const { app, total } = await openBlog(launch, folder);
  const { page } = app;
  const before = await total();
  server.setDelay(60_000);
  await readLivePrices(page);
  await expect(costOf(page).getByRole('progressbar')).toBeVisible();
  await expect(actionsOf(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await choose(page, 'Usage scenario', 'Launch day');
  await expect.poll(total).toBeGreaterThan(before);
  await actionsOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(costOf(page).getByRole('status')).toHaveText(/^The refresh was cancelled\./);
  await expect(actionsOf(page).getByRole('button', { name: 'Live prices' })).toBeFocused();
});

test('a service that refuses leaves the bill as it is and says why in one line', async ({ launch, folder }) => {
  const { app, total } = await openBlog(launch, folder);
  const { page } = app;
  const before = await total();
  server.setFault('expired-token');
  await readLivePrices(page);
  const status = costOf(page).getByRole('status');
  await expect(status).toHaveText(/^The AWS credentials have expired\..*stay in use\.$/);
  expect(await total()).toBe(before);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('bundled prices');
  for (const [fault, text] of [
    ['throttling', /^AWS asked to slow down/],
    ['server-error', /^The price service has a fault of its own\./],
    ['cut', /^The price service cannot be reached\./],
    ['garbage', /^The answer did not come from the price service, or is damaged\./],
    ['two-products', /^0 prices read, 10 stay as they are: AWS lists no single product\.$/],
  ] as const)
    await test.step(fault, async () => {
      server.setFault(fault);
      await readLivePrices(page);
      await expect(status).toHaveText(text);
      expect(await total()).toBe(before);
    });
  // The service is well again: so is the line.
  server.setFault(null);
  await readLivePrices(page);
  await expect(status).toHaveText(/^7 prices read/);
});
