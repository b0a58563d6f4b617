import { expect, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { expectMenuLabel } from '../pages/menu';
import { boxOf, drag, pointIn, pointOnLine } from '../pages/pointer';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';
const entry = 'Shoppers sends traffic to Load balancer';

test('an end of a connection is taken to another element by mouse and by keyboard', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const end = page.getByRole('button', { name: /^End of the connection/ });
  const at = await pointOnLine(board.connection(entry));
  await page.mouse.click(at.x, at.y);
  await expect(end).toBeVisible();
  await drag(page, pointIn(await boxOf(end)), pointIn(await board.box('NAT gateway')));
  await expect(page.locator('.canvas-drag__why')).toContainText('NAT');
  await expect(board.frame('NAT gateway')).toHaveAttribute('data-part', 'dimmed');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(board.connection(entry)).toBeAttached();
  await expectMenuLabel(app, 'edit.undo', 'Undo');

  await drag(page, pointIn(await boxOf(end)), pointIn(await board.box('App server 1')));
  await expect(board.frame('App server 1')).toHaveAttribute('data-part', 'target');
  await page.mouse.up();
  await expect(board.connection('Shoppers sends traffic to App server 1')).toBeAttached();
  await expect(board.connection(entry)).toHaveCount(0);
  await expectMenuLabel(app, 'edit.undo', 'Undo End connection at App server 1');

  await page.getByRole('region', { name: 'Inspector' }).getByRole('button', { name: 'Start at…' }).click();
  await page.getByRole('searchbox', { name: 'Find a target' }).fill('office');
  await page.keyboard.press('Enter');
  await expect(board.connection('Office sends traffic to App server 1')).toBeAttached();
  await app.chooseMenu('edit.undo');
  await app.chooseMenu('edit.undo');
  await expect(board.connection(entry)).toBeAttached();
});

test('a connection is bent by its line, its handles and the arrow keys, follows what it joins, and goes straight again', async ({
  app,
}) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const line = board.connection(entry);
  const path = line.locator('.canvas-edge__line');
  const before = (await path.getAttribute('d')) ?? '';
  const at = await pointOnLine(line);
  await drag(page, at, { x: at.x, y: at.y - 60 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(path).toHaveAttribute('d', before);
  await expectMenuLabel(app, 'edit.undo', 'Undo');

  await drag(page, at, { x: at.x, y: at.y - 60 });
  await page.mouse.up();
  await expect(path).not.toHaveAttribute('d', before);
  await expectMenuLabel(app, 'edit.undo', 'Undo Bend connection');
  const bent = (await path.getAttribute('d')) ?? '';
  const grip = page.getByRole('button', { name: /^Bend the connection here, with the up and down/ });
  await grip.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(path).not.toHaveAttribute('d', bent);
  await expect(page.locator('.canvas-grip:focus')).toHaveCount(1);
  expect(await findBarriers(page), 'handles of a connection').toEqual([]);

  const place = await boxOf(path);
  await board.select('Shoppers');
  await page.keyboard.press('Shift+ArrowDown');
  // A line that is not selected is a little thinner.
  await expect.poll(async () => Math.abs((await boxOf(path)).y - place.y)).toBeLessThan(3);

  const again = await pointOnLine(line);
  await page.mouse.click(again.x, again.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Straighten' }).click();
  await expectMenuLabel(app, 'edit.undo', 'Undo Straighten connection');
  await app.chooseMenu('edit.undo');
  await app.chooseMenu('edit.redo');
  await expect(page.getByRole('button', { name: 'Straighten' })).toHaveCount(0);
});
