import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, projectRoot, type RunningApp, test } from '../fixtures/app';
import { openExample } from '../pages/start-screen';

const highPower = 'High-power WordPress';
const lowPower = 'Low-power WordPress';

const banner = ({ page }: RunningApp): Locator => page.getByRole('region', { name: 'Outage mode' });
const panel = ({ page }: RunningApp): Locator => page.getByRole('region', { name: 'Outage', exact: true });
const announced = ({ page }: RunningApp): Locator => page.getByRole('status').or(page.locator('[aria-live]'));

test('the high-power site outlives a zone: some of it down, the rest degraded, its recovery estimated', async ({
  app,
}) => {
  const board = await openExample(app, highPower);
  await app.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Outage mode' }).click();
  await expect(banner(app)).toContainText('choose what fails');
  await board.fit();
  await board.select('Availability Zone a');
  await expect(banner(app)).toContainText('Without us-east-1a, Readers can still work');
  for (const name of ['Availability Zone a', 'NAT gateway a', 'Bastion host'])
    await expect(board.frame(name)).toHaveAttribute('data-outage', 'lost');
  for (const name of ['Load balancer', 'WordPress servers', 'WordPress database', 'Readers'])
    await expect(board.frame(name)).toHaveAttribute('data-outage', 'degraded');
  for (const name of ['CDN', 'Media library', 'NAT gateway b'])
    await expect(board.frame(name)).toHaveAttribute('data-outage', 'up');
  await expect(board.frame('Web tier')).toContainText('1 of 2 copies left');
  await expect(panel(app)).toContainText('Database tier1 of 2 copies left');
  // The figures of the database: failover within minutes, nothing lost, and why.
  const row = panel(app).getByRole('listitem').filter({ hasText: 'RTO' }).filter({ hasText: 'WordPress database' });
  await expect(row).toContainText('RTO 6 min');
  await row.getByRole('button', { name: /^RPO 0 min/ }).hover();
  await expect(app.page.getByRole('tooltip')).toContainText('Every write is on another copy');
  await expect(app.page.locator('[data-broken="broken"]')).toHaveCount(0);
});

test('the low-power site goes down with its zone: broken path, lost sessions, a day of data', async ({ app }) => {
  const board = await openExample(app, lowPower);
  await app.chooseMenu('view.outage');
  await board.fit();
  await board.select('Availability Zone a');
  await expect(banner(app)).toContainText('nothing works for Readers');
  await expect(board.frame('WordPress server')).toHaveAttribute('data-outage', 'lost');
  await expect(board.frame('Readers')).toHaveAttribute('data-outage', 'stopped');
  await expect(app.page.locator('[data-broken="broken"]')).toHaveCount(1);
  await expect(panel(app)).toContainText('Readers → WordPress server');
  await expect(panel(app)).toContainText('those users must sign in again');
  await expect(panel(app).getByRole('button', { name: /^RPO 24 h\. .+Source: / })).toBeVisible();
});

test('zones, services and Regions fail together and come back one by one', async ({ app }) => {
  const board = await openExample(app, highPower);
  await app.chooseMenu('view.outage');
  await board.fit();
  await panel(app).getByRole('button', { name: 'us-east-1a' }).click();
  await board.select('NAT gateway b');
  await expect(banner(app)).toContainText('us-east-1a, NAT gateway b down');
  await panel(app).getByRole('button', { name: 'us-east-1b' }).click();
  await expect(banner(app)).toContainText('nothing works for Readers');
  await board.select('Availability Zone b');
  await panel(app).getByRole('button', { name: 'NAT gateway b fails; bring it back' }).click();
  await expect(banner(app)).toContainText('Simulated: us-east-1a down');
  await panel(app).getByRole('button', { name: 'us-east-1', exact: true }).click();
  await expect(board.frame('Media library')).toHaveAttribute('data-outage', 'lost');
  await expect(panel(app).getByRole('button', { name: 'us-east-1a' })).toHaveAttribute('aria-pressed', 'true');
  await banner(app).getByRole('button', { name: 'Nothing fails' }).click();
  await expect(banner(app)).toContainText('choose what fails');
  await expect(app.page.locator('.canvas-node[data-outage="lost"]')).toHaveCount(0);
});

test('nothing can be edited meanwhile, and nothing has changed after it', async ({ app, folder }) => {
  const board = await openExample(app, lowPower);
  const before = await board.box('WordPress server');
  const total = await board.total();
  await app.chooseMenu('view.outage');
  await board.fit();
  await board.move('WordPress server', { by: { x: 120, y: 40 } });
  await app.page.keyboard.press('Delete');
  await app.chooseMenu('edit.undo');
  await board.drop('Amazon EC2 instance', 'Everything a', { x: 0.5, y: 0.9 });
  await expect(app.page.getByText('Press Escape to leave outage mode').first()).toBeVisible();
  await board.select('Nightly backups');
  await app.page.keyboard.press('Escape');
  await expect(banner(app)).toHaveCount(0);
  await expect(app.page.locator('.canvas-node[data-outage]')).toHaveCount(0);
  await expect(app.page.getByRole('region', { name: 'Inspector' })).toBeVisible();
  await board.fit();
  await expect.poll(() => board.box('WordPress server')).toEqual(before);
  expect(await board.total()).toBe(total);
  const path = join(folder, 'after.stratiform');
  await app.dialogs.choosePlace(path);
  await app.chooseMenu('file.save');
  const example = join(projectRoot, 'examples/low-power-wordpress.stratiform');
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toBe(await readFile(example, 'utf8'));
});

test('works with the keyboard alone, and is said aloud', async ({ app }) => {
  const board = await openExample(app, lowPower);
  const { page } = app;
  await page.keyboard.press('Control+Shift+F');
  await expect(banner(app)).toBeVisible();
  await board.element('WordPress server').focus();
  await page.keyboard.press('Enter');
  await expect(board.element('WordPress server')).toHaveAttribute('aria-label', /, down$/);
  await expect(announced(app).filter({ hasText: 'Without WordPress server, nothing works for Readers' })).toHaveCount(
    1,
  );
  await page.keyboard.press('Enter');
  await expect(board.element('WordPress server')).toHaveAttribute('aria-label', /, works$/);
  await panel(app).getByRole('button', { name: 'us-east-1a' }).focus();
  await page.keyboard.press('Space');
  await expect(panel(app).getByRole('button', { name: 'us-east-1a' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(banner(app)).toHaveCount(0);
});

test('the availability estimate follows the design and names what limits it', async ({ app }) => {
  const board = await openExample(app, highPower);
  const { page } = app;
  const figure = page.getByTestId('availability');
  await expect(figure).toHaveText('≈ 99.72 %');
  await page.getByRole('button', { name: /^Availability estimate: ≈ 99\.72 %, 123 minutes a month/ }).click();
  const details = page.getByRole('dialog', { name: 'Availability estimate' });
  await expect(details.locator('ol > li')).toHaveCount(3);
  await expect(details).toContainText('not what was measured');
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await board.select('CDN');
  await page.keyboard.press('Delete');
  await expect(figure).not.toHaveText('≈ 99.72 %');
});

for (const theme of ['light', 'dark'] as const)
  test(`nothing bars the way to an outage in the ${theme} theme`, async ({ app }) => {
    await app.chooseMenu(`view.theme.${theme}`);
    const board = await openExample(app, highPower);
    await app.chooseMenu('view.outage');
    await board.fit();
    await board.select('Availability Zone a');
    await app.page.getByRole('button', { name: /^Availability estimate/ }).click();
    await expect(app.page.getByRole('dialog', { name: 'Availability estimate' })).toBeVisible();
    // Electron cannot open the second page that axe otherwise works in.
    const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  });
