import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('focus mode fades what does not lie on the way of the requests, and leaves the design as it is', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const banner = page.getByRole('region', { name: 'Focus mode' });
  await board.select('App server 1');
  await page.keyboard.press('f');
  await expect(banner).toContainText('Focus on App server 1');
  await expect(banner).toContainText(/^.*6 of \d+ services and actors/);
  for (const name of ['Shoppers', 'Load balancer', 'Web servers', 'App server 1', 'Orders database'])
    await expect(board.frame(name)).not.toHaveAttribute('data-focus');
  for (const name of ['App server 2', 'Office', 'NAT gateway'])
    await expect(board.frame(name).locator('.kind-icon')).toHaveCSS('opacity', '0.3');
  await expect(board.connection('App server 2 reads and writes Orders database').locator('.canvas-edge')).toHaveCSS(
    'opacity',
    '0.3',
  );
  await expect(page.getByText(/^Focus on App server 1: 6 of \d+ services and actors. Escape leaves.$/)).toBeAttached();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(banner).toHaveCount(0);
  await expect(board.frame('App server 2').locator('.kind-icon')).toHaveCSS('opacity', '1');
  expect(await board.selected()).toEqual(['App server 1']);
  await expectMenuLabel(app, 'edit.undo', 'Undo');

  await board.element('App server 2').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Focus on path' }).click();
  await expect(banner).toContainText('Focus on App server 2');
  await page.keyboard.press('Delete');
  await expect(banner).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('focus on path');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Notifications' })).toContainText('Select what to focus on first');
});
