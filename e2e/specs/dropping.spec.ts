import { expect, test } from '../fixtures/app';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

/** Where a thing may not go, and what is said while it is held there. */
const refusals = [
  { entry: 'Amazon RDS database', onto: null, at: { x: 0.05, y: 0.05 }, says: /RDS .*cannot lie .*canvas.*VPC/ },
  { entry: 'VPC', onto: 'VPC', at: { x: 0.5, y: 0.015 }, says: /VPC cannot lie in a VPC.*Region/ },
  { entry: 'Subnet', onto: null, at: { x: 0.05, y: 0.05 }, says: /Subnet cannot lie .*canvas.*Availability Zone/ },
  {
    entry: 'NAT gateway',
    onto: 'App b',
    at: { x: 0.5, y: 0.5 },
    says: /NAT gateway needs a public subnet; App b is private/,
  },
  { entry: 'Internet gateway', onto: 'VPC', at: { x: 0.5, y: 0.015 }, says: /VPC already has an internet gateway/ },
  { entry: 'Region', onto: 'Region', at: { x: 0.97, y: 0.97 }, says: /Region cannot lie in a Region/ },
] as const;

test('a place that cannot take what is dragged says why, and nothing is lost', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const size = await board.size();
  for (const { entry, onto, at, says } of refusals) {
    await board.hold(entry, onto, at);
    const reason = page.locator('.canvas-drag__why');
    await expect(reason, entry).toHaveText(says);
    await expect(reason, entry).not.toHaveAttribute('data-legal');
    await page.mouse.up();
    // Said once more where it can be read at leisure.
    await expect(page.getByRole('status', { name: 'Notifications' }), entry).toContainText(says);
    expect(await board.size(), entry).toEqual(size);
  }
  await expectMenuLabel(app, 'edit.undo', 'Undo');
});

test('a place that can take it is outlined and named, the others are dimmed', async ({ app }) => {
  const board = await openExample(app, shop);
  await board.hold('Amazon EC2 instance', 'App b');
  await expect(board.frame('App b')).toHaveAttribute('data-part', 'target');
  await expect(app.page.locator('.canvas-drag__why')).toHaveText('In App b');
  await expect(board.frame('Orders database')).toHaveAttribute('data-part', 'dimmed');
  const { elements } = await board.size();
  await app.page.mouse.up();
  await expect.poll(async () => (await board.size()).elements).toBe(elements + 1);
  await expectMenuLabel(app, 'edit.undo', 'Undo Add Amazon EC2 instance');
});

test('an element dragged where it cannot lie says why and stays where it was', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const home = await board.box('NAT gateway');
  await board.carry('NAT gateway', { onto: 'App b' });
  await expect(page.locator('.canvas-drag__why')).toHaveText(/needs a public subnet/);
  await page.mouse.up();
  await expect.poll(() => board.box('NAT gateway')).toEqual(home);
  await expectMenuLabel(app, 'edit.undo', 'Undo');
});

test('Escape calls a drag off', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const size = await board.size();
  await test.step('from the palette', async () => {
    await board.hold('Amazon EC2 instance', 'App b');
    await expect(page.locator('.canvas-drag__ghost')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.canvas-drag')).toHaveCount(0);
    await page.mouse.up();
  });
  await test.step('of an element', async () => {
    await page.getByRole('searchbox', { name: 'Search services' }).fill('');
    const home = await board.box('App server 1');
    await board.carry('App server 1', { onto: 'App b' });
    await expect(board.frame('App b')).toHaveAttribute('data-part', 'target');
    await page.keyboard.press('Escape');
    await expect(board.frame('App b')).not.toHaveAttribute('data-part');
    await page.mouse.up();
    await expect.poll(() => board.box('App server 1')).toEqual(home);
  });
  await test.step('of a connection', async () => {
    await board.stretch('Load balancer', 'App server 1');
    await expect(board.frame('App server 1')).toHaveAttribute('data-part', 'target');
    await page.keyboard.press('Escape');
    await expect(board.frame('App server 1')).not.toHaveAttribute('data-part');
    await page.mouse.up();
  });
  expect(await board.size()).toEqual(size);
  await expectMenuLabel(app, 'edit.undo', 'Undo');
});
