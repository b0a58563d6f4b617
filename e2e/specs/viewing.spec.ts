import { expect, test } from '../fixtures/app';
import { glide, pointIn, waitForStill } from '../pages/pointer';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('zooming with buttons, keys and wheel, and back to the whole drawing', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const whole = await board.box('Region');
  const canvas = page.getByRole('region', { name: 'Canvas' });
  const readZoom = async () => Number.parseInt((await canvas.locator('.canvas__zoom').textContent()) ?? '', 10);
  const start = await readZoom();

  await canvas.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(readZoom).toBeGreaterThan(start);
  await waitForStill(page);
  const near = await readZoom();
  await page.keyboard.press('Control+-');
  await expect.poll(readZoom).toBeLessThan(near);
  await canvas.getByRole('button', { name: /click for 100 %/ }).click();
  await expect.poll(readZoom).toBe(100);
  await waitForStill(page);

  await test.step('the wheel with Control zooms about the pointer', async () => {
    const { x, y } = await canvas.boundingBox().then((box) => box ?? { x: 0, y: 0 });
    await page.mouse.move(x + 300, y + 300);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 200);
    await page.keyboard.up('Control');
    await expect.poll(readZoom).toBeLessThan(100);
    await waitForStill(page);
  });
  await test.step('the wheel alone scrolls', async () => {
    const before = await board.box('Region');
    await page.mouse.wheel(0, 120);
    await expect.poll(async () => (await board.box('Region')).y).toBeLessThan(before.y);
  });
  await page.keyboard.press('Shift+1');
  await waitForStill(page);
  expect(await board.box('Region')).toEqual(whole);
  await app.chooseMenu('view.zoomIn');
  await waitForStill(page);
  await app.chooseMenu('view.fit');
  await waitForStill(page);
  expect(await board.box('Region')).toEqual(whole);
});

test('the map of the drawing takes the view along', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await page.getByRole('button', { name: /click for 100 %/ }).click();
  await waitForStill(page);
  const before = await board.box('Region');
  const map = await page.getByRole('img', { name: 'Map of the drawing' }).boundingBox();
  if (!map) throw new Error('The map is not shown.');
  const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 20, middle.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await board.box('Region')).x).toBeLessThan(before.x - 20);
  expect((await board.box('Region')).y).toBeLessThan(before.y);
});

test('the space bar pans, whatever lies under the pointer', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const before = await board.box('Load balancer');
  const region = await board.box('Region');
  await page.mouse.move(before.x + 40, before.y + 20);
  await page.keyboard.down('Space');
  await page.mouse.down();
  await page.mouse.move(before.x + 140, before.y + 60, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Space');
  await waitForStill(page);
  const after = await board.box('Load balancer');
  expect(after.x - before.x).toBeGreaterThan(60);
  const moved = await board.box('Region');
  expect(moved.x - region.x).toBeCloseTo(after.x - before.x, 0);
});

test('panels fold away and stay so', async ({ launch }) => {
  const first = await launch();
  await openExample(first, shop);
  await first.chooseMenu('view.togglePalette');
  await expect(first.page.getByRole('region', { name: 'Palette' })).toHaveCount(0);
  await first.chooseMenu('view.toggleProblems');
  await expect(first.page.getByRole('region', { name: 'Problems', exact: true })).toBeVisible();
  await test.step('the edge of a panel is moved by keys', async () => {
    const edge = first.page.getByRole('separator', { name: 'Resize Inspector' });
    await expect(edge).toHaveAttribute('aria-valuenow', '300');
    await edge.press('ArrowLeft');
    await edge.press('ArrowLeft');
    await expect(edge).toHaveAttribute('aria-valuenow', '332');
  });
  await test.step('and by the pointer', async () => {
    const edge = first.page.getByRole('separator', { name: 'Resize Problems' });
    const before = Number(await edge.getAttribute('aria-valuenow'));
    const box = await edge.boundingBox();
    if (!box) throw new Error('The drawer has no edge to take hold of.');
    const start = pointIn(box);
    await glide(first.page, start, { x: start.x, y: start.y - 60 });
    await expect.poll(async () => Number(await edge.getAttribute('aria-valuenow'))).toBeGreaterThan(before + 40);
  });
  const settings = () => first.page.evaluate(() => Reflect.get(window, 'desktop').invoke('settings.get', {}));
  await expect
    .poll(settings)
    .toMatchObject({ value: { panels: { paletteOpen: false, drawerOpen: true, inspectorWidth: 332 } } });
  await first.quit();
  const second = await launch({ profile: first.profile });
  await openExample(second, shop);
  await expect(second.page.getByRole('region', { name: 'Palette' })).toHaveCount(0);
  await expect(second.page.getByRole('region', { name: 'Problems', exact: true })).toBeVisible();
  const edge = second.page.getByRole('separator', { name: 'Resize Inspector' });
  await expect(edge).toHaveAttribute('aria-valuenow', '332');
});

test('the dark theme reaches the whole window and is remembered', async ({ launch }) => {
  const first = await launch();
  await openExample(first, shop);
  const darkness = () =>
    first.page.evaluate(() => {
      const read = (selector: string): number => {
        const element = document.querySelector(selector);
        const colour = element ? getComputedStyle(element).backgroundColor : '';
        const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return (red + green + blue) / 3;
      };
      return Math.max(...['body', '.status', '.palette__search', '.canvas'].map(read).filter((value) => value > 0));
    });
  await first.chooseMenu('view.theme.light');
  await expect.poll(darkness).toBeGreaterThan(200);
  await first.chooseMenu('view.theme.dark');
  await expect.poll(darkness).toBeLessThan(60);
  await first.quit();
  const second = await launch({ profile: first.profile });
  expect(await second.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
});

test('the window fills the screen and comes back', async ({ app }) => {
  const isFull = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() ?? false);
  await openExample(app, shop);
  await app.chooseMenu('view.fullScreen');
  await expect.poll(isFull).toBe(true);
  await expect(app.page.getByRole('region', { name: 'Canvas' })).toBeVisible();
  await app.chooseMenu('view.fullScreen');
  await expect.poll(isFull).toBe(false);
});
