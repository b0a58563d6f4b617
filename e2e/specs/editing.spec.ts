import { expect, type RunningApp, test } from '../fixtures/app';
import type { Board } from '../pages/board';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

/** Undoes and redoes through the native menu, whose items name the step. */
async function undoAndRedo(app: RunningApp, step: string, before: () => Promise<void>, after: () => Promise<void>) {
  await expectMenuLabel(app, 'edit.undo', `Undo ${step}`);
  await app.chooseMenu('edit.undo');
  await before();
  await expectMenuLabel(app, 'edit.redo', `Redo ${step}`);
  await app.chooseMenu('edit.redo');
  await after();
}

const expectSize = (board: Board, elements: number, connections: number) =>
  expect.poll(board.size).toEqual({ elements, connections });

test('moving: the element follows the pointer, its containers stay', async ({ app }) => {
  const board = await openExample(app, shop);
  const home = await board.box('Why it looks fine');
  const region = await board.box('Region');
  await board.move('Why it looks fine', { by: { x: -10, y: 60 } });
  const moved = await board.box('Why it looks fine');
  expect(moved.y).toBeGreaterThan(home.y + 50);
  expect(await board.box('Region')).toEqual(region);
  await undoAndRedo(
    app,
    'Move Why it looks fine',
    () => expect.poll(() => board.box('Why it looks fine')).toEqual(home),
    () => expect.poll(() => board.box('Why it looks fine')).toEqual(moved),
  );
});

test('Shift and the marquee select several; dragging one takes all along', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await test.step('Shift adds and takes out', async () => {
    await board.select('Shoppers');
    await board.select('Office', 'adding');
    await expect.poll(board.selected).toEqual(['Office', 'Shoppers']);
    await board.select('Shoppers', 'adding');
    await expect.poll(board.selected).toEqual(['Office']);
    await page.keyboard.press('Escape');
    await expect.poll(board.selected).toEqual([]);
  });
  const shoppers = await board.box('Shoppers');
  const office = await board.box('Office');
  await test.step('a marquee around both', async () => {
    await page.mouse.move(shoppers.x - 16, shoppers.y - 16);
    await page.mouse.down();
    await page.mouse.move(office.x + office.width + 12, office.y + office.height + 12, { steps: 8 });
    await page.mouse.up();
    await expect.poll(board.selected).toEqual(['Office', 'Shoppers']);
    await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('2 selected');
  });
  await test.step('both move', async () => {
    await board.move('Shoppers', { by: { x: 0, y: 80 } });
    const moved = { shoppers: await board.box('Shoppers'), office: await board.box('Office') };
    expect(moved.shoppers.y).toBeGreaterThan(shoppers.y + 60);
    expect(moved.office.y - office.y).toBeCloseTo(moved.shoppers.y - shoppers.y, 0);
    await undoAndRedo(
      app,
      'Move 2 elements',
      () => expect.poll(() => board.box('Office')).toEqual(office),
      () => expect.poll(() => board.box('Office')).toEqual(moved.office),
    );
  });
});

test('Delete takes the connections with it; undo brings all back', async ({ app }) => {
  const board = await openExample(app, shop);
  const { elements, connections } = await board.size();
  await board.select('Load balancer');
  await app.page.keyboard.press('Delete');
  await expectSize(board, elements - 1, connections - 3);
  await undoAndRedo(
    app,
    'Delete Load balancer',
    () => expectSize(board, elements, connections),
    () => expectSize(board, elements - 1, connections - 3),
  );
});

test('a connection is selected with a click and deleted alone', async ({ app }) => {
  const board = await openExample(app, shop);
  const { elements, connections } = await board.size();
  const sentence = 'Load balancer sends traffic to Web servers';
  // A screen position on the line itself: half way along the path that takes the pointer.
  const middle = await board
    .connection(sentence)
    .locator('.canvas-edge__reach')
    .evaluate((path) => {
      if (!(path instanceof SVGPathElement)) throw new Error('The connection has no path.');
      const matrix = path.getScreenCTM();
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(matrix ?? undefined);
      return { x, y };
    });
  await app.page.mouse.click(middle.x, middle.y);
  await expect(app.page.getByRole('region', { name: 'Inspector' })).toContainText('Connection');
  await app.page.keyboard.press('Delete');
  await expectSize(board, elements, connections - 1);
  await expect(board.connection(sentence)).toHaveCount(0);
  await undoAndRedo(
    app,
    'Delete connection',
    () => expectSize(board, elements, connections),
    () => expectSize(board, elements, connections - 1),
  );
});

test('duplicate, copy and paste, cut', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const { elements, connections } = await board.size();
  await test.step('duplicate', async () => {
    await board.select('App server 1');
    await app.chooseMenu('edit.duplicate');
    await expectSize(board, elements + 1, connections);
    await undoAndRedo(
      app,
      'Duplicate App server 1',
      () => expectSize(board, elements, connections),
      () => expectSize(board, elements + 1, connections),
    );
    await app.chooseMenu('edit.undo');
    await expectSize(board, elements, connections);
  });
  await test.step('copy and paste, with the connection between the two', async () => {
    await board.select('App server 1');
    await board.select('Orders database', 'adding');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+V');
    await expectSize(board, elements + 2, connections + 1);
    await undoAndRedo(
      app,
      'Paste',
      () => expectSize(board, elements, connections),
      () => expectSize(board, elements + 2, connections + 1),
    );
    await app.chooseMenu('edit.undo');
    await expectSize(board, elements, connections);
  });
  await test.step('cut and paste', async () => {
    await board.select('Shoppers');
    await page.keyboard.press('Control+X');
    await expectSize(board, elements - 1, connections - 2);
    await page.keyboard.press('Control+V');
    await expectSize(board, elements, connections - 2);
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await expectSize(board, elements, connections);
  });
});

test('F2 renames in place; Escape leaves the name as it was', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await board.rename('Orders database', 'Ledger');
  await undoAndRedo(
    app,
    'Rename to Ledger',
    () => expect(board.element('Orders database')).toBeVisible(),
    () => expect(board.element('Ledger')).toBeVisible(),
  );
  await board.select('Ledger');
  await page.keyboard.press('F2');
  await page.keyboard.type('Something else');
  await page.keyboard.press('Escape');
  await expect(board.element('Ledger')).toBeVisible();
  await expectMenuLabel(app, 'edit.undo', 'Undo Rename to Ledger');
});

test('dragging an Availability Zone over its neighbour changes their order', async ({ app }) => {
  const board = await openExample(app, shop);
  const a = await board.box('Availability Zone a');
  const b = await board.box('Availability Zone b');
  expect(a.x).toBeLessThan(b.x);
  await board.move('Availability Zone a', { by: { x: b.x - a.x + b.width * 0.7, y: 0 } });
  const isReordered = async () =>
    (await board.box('Availability Zone b')).x < (await board.box('Availability Zone a')).x;
  await expect.poll(isReordered).toBe(true);
  // Its subnets go along.
  const zone = await board.box('Availability Zone a');
  const subnet = await board.box('App a');
  expect(subnet.x).toBeGreaterThan(zone.x);
  expect(subnet.x + subnet.width).toBeLessThan(zone.x + zone.width);
  await undoAndRedo(
    app,
    'Move Availability Zone a',
    () => expect.poll(isReordered).toBe(false),
    () => expect.poll(isReordered).toBe(true),
  );
});
