import { expect, test } from '../fixtures/app';
import { ask } from '../fixtures/ask';
import { openBoard } from '../pages/board';
import { pointIn } from '../pages/pointer';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';

test('elements go from one window to another through the clipboard, and as words to other programs', async ({
  launch,
}) => {
  const first = await launch();
  const board = await openExample(first, shop);
  await board.select('App server 1');
  await board.select('App server 2', 'adding');
  await first.page.keyboard.press('Control+C');
  await expect
    .poll(() => ask(() => first.electron.evaluate(({ clipboard }) => clipboard.readText())))
    .toContain('App server 1 (Amazon EC2 instance)');

  const second = await launch();
  await second.page.getByRole('button', { name: 'Draw a VPC' }).click();
  const other = openBoard(second);
  await other.drop('Subnet', 'Availability Zone a');
  await other.select('VPC');
  const before = await other.size();
  await second.page.keyboard.press('Control+V');
  await expect.poll(async () => (await other.size()).elements).toBe(before.elements + 2);
  await expect.poll(other.selected).toEqual(['App server 1', 'App server 2']);
  await second.chooseMenu('edit.undo');
  await expect.poll(other.size).toEqual(before);
});

test('a paste lands under the pointer, and other text is not taken for elements', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  await board.select('Shoppers');
  await page.keyboard.press('Control+C');
  const target = pointIn(await board.box('Region'), { x: 0.9, y: 0.9 });
  const beside = pointIn(await board.box('Office'), { x: 0.5, y: 2.5 });
  await page.mouse.move(target.x, target.y);
  await page.mouse.move(beside.x, beside.y);
  await page.keyboard.press('Control+V');
  const pasted = await board.box('Shoppers 2');
  expect(Math.abs(pasted.x + pasted.width / 2 - beside.x)).toBeLessThan(8);
  expect(Math.abs(pasted.y + pasted.height / 2 - beside.y)).toBeLessThan(8);
  const { elements } = await board.size();
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('<script>alert(1)</script>'));
  await page.keyboard.press('Control+V');
  await expect(page.getByText('The clipboard holds no elements of a design.')).toBeVisible();
  expect((await board.size()).elements).toBe(elements);
});
