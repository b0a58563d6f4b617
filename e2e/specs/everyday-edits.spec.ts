import { expect, test } from '../fixtures/app';
import { expectMenuLabel } from '../pages/menu';
import { glide, pointIn, waitForStill } from '../pages/pointer';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('selecting more, aligning, nudging, grouping and zooming to the selection', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const menuItem = (name: string) => page.getByRole('menuitem', { name, exact: true });
  const openMenuOf = (name: string) => board.element(name).click({ button: 'right', position: { x: 14, y: 8 } });
  await test.step('same kind, and what is in the container', async () => {
    await openMenuOf('App server 1');
    await menuItem('Select same kind').click();
    await expect.poll(board.selected).toEqual(['App server 1', 'App server 2']);
    await openMenuOf('App b');
    await menuItem('Select in container').click();
    await expect.poll(board.selected).toContain('App b');
  });
  await test.step('align, nudge', async () => {
    await board.select('shop.example.com');
    await board.select('Office', 'adding');
    await page
      .getByRole('toolbar', { name: 'Align and distribute' })
      .getByRole('button', { name: 'Align left' })
      .click();
    await expectMenuLabel(app, 'edit.undo', 'Undo Align left');
    const left = async (name: string) => Math.round((await board.box(name)).x);
    await expect.poll(async () => (await left('shop.example.com')) - (await left('Office'))).toBe(0);
    await app.chooseMenu('edit.undo');
    await board.select('Office');
    const before = await board.box('Office');
    await board.element('Office').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await board.box('Office')).y).toBeGreaterThan(before.y + 4);
    await app.chooseMenu('edit.undo');
  });
  await test.step('distribute: the gaps between three become equal', async () => {
    await board.select('Shoppers');
    for (const name of ['shop.example.com', 'Office']) await board.select(name, 'adding');
    const gaps = async () => {
      const boxes = await Promise.all(['Shoppers', 'shop.example.com', 'Office'].map((name) => board.box(name)));
      const rows = boxes.map(({ y, height }) => ({ top: y, bottom: y + height })).sort((a, b) => a.top - b.top);
      return rows.slice(1).map(({ top }, index) => top - (rows[index]?.bottom ?? 0));
    };
    await page
      .getByRole('toolbar', { name: 'Align and distribute' })
      .getByRole('button', { name: 'Distribute down' })
      .click();
    await expectMenuLabel(app, 'edit.undo', 'Undo Distribute down');
    await expect
      .poll(async () => {
        const [first = 0, second = 0] = await gaps();
        return Math.abs(first - second);
      })
      .toBeLessThan(3);
    await app.chooseMenu('edit.undo');
  });
  await test.step('group and ungroup', async () => {
    const office = await board.box('Office');
    const { elements } = await board.size();
    await board.select('Shoppers');
    await board.select('Office', 'adding');
    await page.keyboard.press('Control+G');
    await expectMenuLabel(app, 'edit.undo', 'Undo Group 2 elements');
    await expect.poll(board.selected).toEqual(['Group']);
    await board.move('Group', { by: { x: 0, y: 100 } });
    await expect.poll(async () => (await board.box('Office')).y).toBeGreaterThan(office.y + 80);
    await page.keyboard.press('Control+Shift+G');
    await expectMenuLabel(app, 'edit.undo', 'Undo Ungroup Group');
    await expect.poll(board.selected).toEqual(['Office', 'Shoppers']);
    expect((await board.size()).elements).toBe(elements);
  });
  await test.step('zoom to the selection, and back by the map', async () => {
    await board.select('Office');
    const before = await board.box('Office');
    await page.keyboard.press('Shift+2');
    await waitForStill(page);
    expect((await board.box('Office')).width).toBeGreaterThan(before.width * 1.3);
    const { x } = await board.box('Office');
    const map = page.getByRole('img', { name: 'Map of the drawing' });
    const box = await map.boundingBox();
    if (!box) throw new Error('There is no map.');
    await glide(page, pointIn(box), pointIn(box, { x: 0.7, y: 0.5 }));
    await waitForStill(page);
    expect((await board.box('Office')).x).not.toBe(x);
  });
});

test('notes, sizes, rows and what goes with a container', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await test.step('a note is written where it is put, and resized', async () => {
    await page.keyboard.press('n');
    const region = await board.box('Region');
    await page.mouse.click(region.x - 160, region.y + region.height - 20);
    await page.keyboard.type('Look here');
    await page.keyboard.press('Control+Enter');
    const note = page.locator('.react-flow__node', { hasText: 'Look here' });
    await expect(note).toBeVisible();
    const before = (await note.boundingBox())?.width ?? 0;
    const grip = await note.getByRole('button', { name: 'Resize' }).boundingBox();
    if (!grip) throw new Error('The note has no corner to take hold of.');
    await glide(page, pointIn(grip), { x: grip.x + 40, y: grip.y + 30 });
    await expect.poll(async () => (await note.boundingBox())?.width ?? 0).toBeGreaterThan(before + 20);
    await expectMenuLabel(app, 'edit.undo', 'Undo Resize Note');
  });
  await test.step('a tier dragged below its neighbour takes its subnets along', async () => {
    const [web, appTier] = [await board.box('Web tier'), await board.box('App tier')];
    expect(web.y).toBeLessThan(appTier.y);
    await board.move('Web tier', { by: { x: 0, y: appTier.y + appTier.height * 0.7 - web.y } });
    await expectMenuLabel(app, 'edit.undo', 'Undo Move Web tier');
    await expect.poll(async () => (await board.box('Web a')).y).toBeGreaterThan((await board.box('App a')).y);
    await app.chooseMenu('edit.undo');
  });
  await test.step('a new tier brings a subnet in every zone', async () => {
    const { elements } = await board.size();
    await board.drop('Tier: Cache', 'VPC', { x: 0.5, y: 0.015 });
    await expect.poll(async () => (await board.size()).elements).toBe(elements + 3);
    // Out of the search field, which has an undo of its own.
    await board.select('Office');
    await app.chooseMenu('edit.undo');
    await expect.poll(async () => (await board.size()).elements).toBe(elements);
  });
  await test.step('where one thing is missing, the drop offers it', async () => {
    const { elements } = await board.size();
    await board.select('App b');
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await board.size()).elements).toBe(elements - 1);
    // Between the header of the zone and its first row.
    const zone = await board.box('Availability Zone b');
    await board.drop('Amazon EC2 instance', 'Availability Zone b', { x: 0.5, y: 14 / zone.height });
    await page.getByRole('button', { name: 'Add a subnet too' }).click();
    await expectMenuLabel(app, 'edit.undo', 'Undo Add Amazon EC2 instance with a subnet');
    await expect.poll(async () => (await board.size()).elements).toBe(elements + 1);
    await app.chooseMenu('edit.undo');
    await app.chooseMenu('edit.undo');
    await expect.poll(async () => (await board.size()).elements).toBe(elements);
  });
  await test.step('deleting a container says what goes with it', async () => {
    const { elements } = await board.size();
    await board.select('App a');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('status', { name: 'Notifications' })).toContainText(
      'App a went with the 2 elements in it. Undo brings all back.',
    );
    await app.chooseMenu('edit.undo');
    await expect.poll(async () => (await board.size()).elements).toBe(elements);
  });
});
