import { expect, test } from '../fixtures/app';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('a connection that makes no sense is refused with the reason while it is drawn', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const size = await board.size();
  await board.stretch('Orders database', 'Load balancer');
  const reason = page.locator('.canvas-drag__why');
  await expect(reason).toHaveText(/no connection from .*RDS.* to Application Load Balancer that makes sense/);
  await expect(board.frame('NAT gateway')).toHaveAttribute('data-part', 'dimmed');
  await page.mouse.up();
  await expect(page.getByRole('status', { name: 'Notifications' })).toContainText('that makes sense');
  expect(await board.size()).toEqual(size);
  await board.stretch('Orders database', 'App server 1');
  await expect(reason).toHaveText(/draw it the other way round/);
  await page.mouse.up();
  expect(await board.size()).toEqual(size);
  await expectMenuLabel(app, 'edit.undo', 'Undo');
});

test('where several meanings make sense a small menu asks; Escape draws nothing', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const { connections } = await board.size();
  await board.connect('App server 1', 'App server 2');
  const menu = page.getByRole('menu', { name: 'Kind of connection' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    'sends traffic to App server 2',
    'reads and writes App server 2',
    'keeps sessions in App server 2',
    'replicates to App server 2',
    'fails over to App server 2',
  ]);
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  expect((await board.size()).connections).toBe(connections);

  await board.connect('App server 1', 'App server 2', 'replicates to');
  await expect(board.connection('App server 1 replicates to App server 2')).toBeAttached();
  await expectMenuLabel(app, 'edit.undo', 'Undo Connect App server 1 to App server 2');
  await app.chooseMenu('edit.undo');
  await expect(board.connection('App server 1 replicates to App server 2')).toHaveCount(0);
});

test('the meaning of a connection can be changed and its direction turned round', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await board.connect('App server 1', 'App server 2', 'sends traffic to');
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('combobox', { name: 'Meaning' }).click();
  await page.getByRole('option', { name: 'fails over to' }).click();
  await expect(board.connection('App server 1 fails over to App server 2')).toBeAttached();
  await inspector.getByRole('button', { name: 'Reverse' }).click();
  await expect(board.connection('App server 2 fails over to App server 1')).toBeAttached();
  await expectMenuLabel(app, 'edit.undo', 'Undo Reverse connection');
});
