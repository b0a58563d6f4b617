import { expect, test } from '../fixtures/app';
import { openExample } from '../pages/start-screen';

test('a site is joined by a VPN connection, found to hang on one device, and given a second; a trail is drawn beside it', async ({
  app,
}) => {
  const board = await openExample(app, 'Low-power WordPress');
  const { page } = app;
  await board.zoomOut();
  await expect.poll(board.total).toBeGreaterThan(0);
  const before = await board.total();
  await board.drop('Site-to-Site VPN connection', 'VPC', { x: 0.45, y: 0.06 });
  await board.fit();
  await board.connect('Editors', 'VPN connection', 'sends traffic to');
  await board.connect('VPN connection', 'WordPress server', 'sends traffic to');
  await expect.poll(board.ruleIds).toContain('AVL-15');
  const joined = await board.total();
  expect(joined - before).toBeCloseTo(36.5, 1);

  await board.show('Problems');
  const title = 'Use both tunnels, and add a second customer gateway';
  await page.getByRole('button', { name: `Fix: ${title}` }).click();
  await page
    .getByRole('region', { name: `Preview: ${title}` })
    .getByRole('button', { name: 'Apply fix' })
    .click();
  await expect.poll(board.ruleIds).not.toContain('AVL-15');
  expect((await board.total()) - joined).toBeCloseTo(36.5, 1);
  await board.select('VPN connection');
  await expect(page.getByRole('combobox', { name: 'Customer gateways' })).toHaveText(/^Two/);

  await board.drop('AWS CloudTrail trail', 'Region', { x: 0.5, y: 0.97 });
  await expect(board.element('Trail')).toBeVisible();
});
