import { expect, type RunningApp, test } from '../fixtures/app';
import type { Board } from '../pages/board';
import { expectMenuLabel } from '../pages/menu';
import { type Box, pointIn, waitForStill } from '../pages/pointer';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const rightOf = ({ x, width }: Box): number => x + width;

/** Moves the pointer onto an element and answers where one of its edges is taken hold of. */
async function seekEdge({ page }: RunningApp, board: Board, name: string, edge: 'left' | 'right') {
  const box = await board.box(name);
  await page.mouse.move(box.x + 20, box.y + 12);
  await page.mouse.move(box.x + 24, box.y + 12, { steps: 2 });
  const handle = await board.element(name).locator(`[data-span-handle="${edge}"]`).boundingBox();
  if (!handle) throw new Error(`${name} has no ${edge} edge to take hold of.`);
  return { x: handle.x + handle.width / 2, y: handle.y + handle.height * 0.2 };
}

test('arranging: anew by the connections, in line where one asks for less, one undo step each', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const home = await board.box('Shoppers');
  await test.step('everything anew', async () => {
    await board.move('Shoppers', { by: { x: 60, y: 430 } });
    const moved = await board.box('Shoppers');
    await app.chooseMenu('arrange.anew');
    await expectMenuLabel(app, 'edit.undo', 'Undo Arrange everything anew');
    await waitForStill(page);
    const [shoppers, region] = [await board.box('Shoppers'), await board.box('Region')];
    expect(rightOf(shoppers)).toBeLessThan(region.x);
    expect(overlap(shoppers, await board.box('Office'))).toBe(false);
    const [a, b] = [await board.box('Availability Zone a'), await board.box('Availability Zone b')];
    expect(rightOf(a)).toBeLessThan(b.x);
    await app.chooseMenu('edit.undo');
    await page.keyboard.press('Shift+1');
    await waitForStill(page);
    const back = await board.box('Shoppers');
    expect([Math.round(back.width), Math.round(back.height)]).toEqual([
      Math.round(moved.width),
      Math.round(moved.height),
    ]);
    await app.chooseMenu('edit.undo');
    await page.keyboard.press('Shift+1');
    await waitForStill(page);
    expect(await board.box('Shoppers')).toEqual(home);
  });
  await test.step('what is in order already stays, and that is said', async () => {
    await page.keyboard.press('Control+Shift+A');
    await expect(page.getByText('Everything is in its place already.')).toBeVisible();
    await expectMenuLabel(app, 'edit.undo', 'Undo');
  });
  await test.step('a selection from the context menu', async () => {
    await board.select('Shoppers');
    await board.select('Office', 'adding');
    await board.element('Office').click({ button: 'right', position: { x: 12, y: 6 } });
    await page.getByRole('menuitem', { name: 'Arrange selection anew' }).click();
    await expectMenuLabel(app, 'edit.undo', 'Undo Arrange selection anew');
    await app.chooseMenu('edit.undo');
  });
});

test('locked elements stay and say why; order goes by the bracket keys', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const notice = page.getByRole('status', { name: 'Notifications' });
  await board.select('Shoppers');
  await page.keyboard.press('Control+Shift+L');
  await expectMenuLabel(app, 'edit.undo', 'Undo Lock Shoppers');
  await expect(board.element('Shoppers').getByRole('img', { name: 'Locked' })).toBeVisible();
  const home = await board.box('Shoppers');
  await test.step('it is neither dragged nor moved by keys nor deleted', async () => {
    await board.move('Shoppers', { by: { x: 40, y: 120 } });
    expect(await board.box('Shoppers')).toEqual(home);
    await board.element('Shoppers').focus();
    await page.keyboard.press('ArrowDown');
    await expect(notice).toContainText('Shoppers is locked. Unlock it to move it.');
    await page.keyboard.press('Delete');
    await expect(notice).toContainText('Shoppers is locked. Unlock it to delete it.');
    expect(await board.box('Shoppers')).toEqual(home);
  });
  await test.step('a marquee passes over it', async () => {
    await page.keyboard.press('Escape');
    const office = await board.box('Office');
    await page.mouse.move(home.x - 16, home.y - 16);
    await page.mouse.down();
    await page.mouse.move(rightOf(office) + 12, office.y + office.height + 12, { steps: 8 });
    await page.mouse.up();
    await expect.poll(board.selected).toEqual(['Office']);
  });
  await test.step('the inspector unlocks', async () => {
    await board.select('Shoppers');
    await page.getByRole('region', { name: 'Inspector' }).getByRole('button', { name: 'Unlock' }).click();
    await expect(board.element('Shoppers').getByRole('img', { name: 'Locked' })).toHaveCount(0);
    await expectMenuLabel(app, 'edit.undo', 'Undo Unlock Shoppers');
  });
  await test.step('what was brought to the front may lie over others', async () => {
    await page.keyboard.press(']');
    await expectMenuLabel(app, 'edit.undo', 'Undo Bring to front');
    const office = await board.box('Office');
    await board.move('Shoppers', { by: { x: office.x - home.x + 12, y: office.y - home.y + 10 } });
    await expect.poll(async () => overlap(await board.box('Shoppers'), await board.box('Office'))).toBe(true);
    expect(await board.box('Office')).toEqual(office);
    const labels = page.locator('.react-flow__node');
    const places = await labels.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
    const place = (name: string) => places.findIndex((label) => label.startsWith(name));
    expect(place('Shoppers')).toBeGreaterThan(place('Office'));
  });
});

test('guides bring a dragged element into line; Alt lets it go anywhere', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const guides = page.locator('.canvas-guides line');
  const home = await board.box('Shoppers');
  await board.carry('Office', { by: { x: 4, y: 60 } });
  await expect(guides.first()).toBeAttached();
  await page.mouse.up();
  await expect(guides).toHaveCount(0);
  await expect.poll(async () => Math.round((await board.box('Office')).x)).toBe(Math.round(home.x));
  await page.keyboard.down('Alt');
  await board.carry('Office', { by: { x: 6, y: 12 } });
  await expect(guides).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect.poll(async () => (await board.box('Office')).x).toBeGreaterThan(home.x + 2);
});

test('an edge of a spanning service is dragged over another Availability Zone and back', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const servers = await board.box('Web servers');
  const to = pointIn(await board.box('Web b'));
  await board.select('Web servers');
  await test.step('the zones light up, Escape leaves all as it was', async () => {
    const grip = await seekEdge(app, board, 'Web servers', 'right');
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expect(board.frame('Availability Zone b')).toHaveAttribute('data-part', 'target');
    await expect(page.locator('.canvas-drag__why')).toHaveText('In Availability Zone a and Availability Zone b');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(board.frame('Availability Zone b')).not.toHaveAttribute('data-part');
    await expect.poll(() => board.box('Web servers')).toEqual(servers);
    await expectMenuLabel(app, 'edit.undo', 'Undo');
  });
  await test.step('extended', async () => {
    const grip = await seekEdge(app, board, 'Web servers', 'right');
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    await expectMenuLabel(app, 'edit.undo', 'Undo Extend Web servers to Availability Zone b');
    expect((await board.box('Web servers')).width).toBeGreaterThan(servers.width * 1.5);
    for (const zone of ['eu-west-1a', 'eu-west-1b']) await expect(inspector.getByLabel(zone)).toBeChecked();
  });
  await test.step('withdrawn from the other side', async () => {
    const grip = await seekEdge(app, board, 'Web servers', 'left');
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    await expectMenuLabel(app, 'edit.undo', 'Undo Withdraw Web servers from Availability Zone a');
    await expect(inspector.getByLabel('eu-west-1a')).not.toBeChecked();
  });
  await test.step('the keyboard has the check boxes', async () => {
    await inspector.getByLabel('eu-west-1a').focus();
    await page.keyboard.press('Space');
    await expectMenuLabel(app, 'edit.undo', 'Undo Extend Web servers to eu-west-1a');
  });
});
