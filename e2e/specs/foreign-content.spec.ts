import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app';
import { expectMenuLabel } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const shop = 'Three-tier shop with faults';
const elementsType = 'application/x-stratiform-elements';
const frame = { x: 0, y: 0, width: 176, height: 72 };

const many = (count: number): string =>
  JSON.stringify({
    format: 'stratiform',
    version: 1,
    name: 'Many',
    elements: Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      kind: 's3-bucket',
      name: `Bucket ${index}`,
      frame: { ...frame, x: (index % 100) * 200, y: Math.floor(index / 100) * 100 },
    })),
    connections: [],
  });

interface Content {
  /** By MIME type. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly picture?: true;
}

/** Pastes what another program would have put on the clipboard. */
const paste = (page: Page, content: Content): Promise<void> =>
  page.evaluate(({ texts, picture }) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(texts ?? {})) clipboardData.setData(type, text);
    if (picture) clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, content);

const notices = (page: Page) => page.getByRole('status', { name: 'Notifications' });

test('what the clipboard holds of other programs, broken or too much is refused with the reason', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const size = await board.size();
  await board.select('Region');
  const contents: readonly (readonly [Content, string])[] = [
    [{ texts: { 'text/plain': 'خادم 🚀 <script>window.wasRun = 1</script>' } }, 'holds no elements of a design'],
    [{ picture: true }, 'The clipboard holds a picture'],
    [{ texts: { 'text/html': '<b onclick="x">bold</b>', 'text/plain': 'bold' } }, 'holds no elements of a design'],
    [{ texts: { [elementsType]: many(3).slice(0, 200) } }, 'are broken. What it holds is cut off'],
    [{ texts: { [elementsType]: many(3).replace('"x":0', '"x":null') } }, '"frame.x" must be a number'],
    [{ texts: { 'text/plain': many(10_000) } }, 'The clipboard holds 10,000 elements; at most 1,000'],
  ];
  for (const [content, says] of contents) {
    await paste(page, content);
    await expect(notices(page)).toContainText(says);
  }
  expect(await board.size()).toEqual(size);
  await expectMenuLabel(app, 'edit.undo', 'Undo');
  expect(await page.evaluate(() => Reflect.get(window, 'wasRun'))).toBeUndefined();
});

test('text, links and elements dropped on the drawing are taken or refused in words', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const drop = (items: Readonly<Record<string, string>>) =>
    page.locator('.canvas').evaluate((canvas, data) => {
      const dataTransfer = new DataTransfer();
      for (const [type, value] of Object.entries(data)) dataTransfer.setData(type, value);
      const { left, top } = canvas.getBoundingClientRect();
      const where = { clientX: left + 200, clientY: top + 60, bubbles: true, cancelable: true, dataTransfer };
      const isTaken = !canvas.dispatchEvent(new DragEvent('dragover', where));
      canvas.dispatchEvent(new DragEvent('drop', where));
      return isTaken;
    }, items);
  const { elements } = await board.size();
  expect(await drop({ 'text/plain': 'hello' })).toBe(true);
  await expect(notices(page)).toContainText('Only design files and copied elements can be dropped here');
  expect(await drop({ 'text/uri-list': 'https://example.com/', 'text/html': '<a href="x">x</a>' })).toBe(true);
  await expect(page).toHaveURL(/^app:/);
  expect((await board.size()).elements).toBe(elements);
  await drop({ 'text/plain': many(2) });
  await expect.poll(async () => (await board.size()).elements).toBe(elements + 2);
  await expectMenuLabel(app, 'edit.undo', 'Undo Paste');
});

test('a thousand elements are pasted, undone, redone, duplicated and deleted as one step each', async ({ app }) => {
  const board = await openExample(app, shop);
  const { page } = app;
  const before = await board.size();
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const count = 900;
  await paste(page, { texts: { [elementsType]: many(count) } });
  await expect(inspector.getByRole('heading', { name: `${count} selected` })).toBeVisible();
  await expectMenuLabel(app, 'edit.undo', 'Undo Paste');
  await board.fit();
  await expect(board.element('Bucket 0')).toBeVisible();
  await app.chooseMenu('edit.undo');
  await board.fit();
  await expect.poll(board.size).toEqual(before);
  await app.chooseMenu('edit.redo');
  await board.fit();
  await expect(board.element('Bucket 899')).toBeVisible();
  await app.chooseMenu('edit.selectAll');
  await page.keyboard.press('Control+D');
  await expectMenuLabel(app, 'edit.undo', /^Undo Duplicate 9\d\d elements$/);
  await page.keyboard.press('Delete');
  await expectMenuLabel(app, 'edit.undo', /^Undo Delete \d+ elements$/);
  await app.chooseMenu('edit.undo');
  await app.chooseMenu('edit.undo');
  await app.chooseMenu('edit.undo');
  await board.fit();
  await expect.poll(board.size).toEqual(before);
});
