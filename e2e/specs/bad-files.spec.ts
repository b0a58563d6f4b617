import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, test } from '../fixtures/app';
import { findBarriers } from '../pages/find-barriers';
import { expectTitle } from '../pages/menu';
import { openExample } from '../pages/start-screen';

type Json = Record<string, unknown>;

const frame = { x: 0, y: 0, width: 176, height: 72 };
const element = (id: string, fields: Json = {}): Json => ({ id, kind: 'note', name: id, frame, ...fields });
const design = (fields: Json = {}): string =>
  JSON.stringify({ format: 'stratiform', version: 1, name: 'x', elements: [], connections: [], ...fields });

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

/** Files that are no designs, and what is said of each: what is wrong, where, and what to do. */
const badFiles: readonly (readonly [name: string, content: string | Buffer, says: RegExp])[] = [
  ['empty', '', /the file is empty/],
  ['zeros', Buffer.alloc(512), /nothing but zeros/],
  ['picture', png, /not a text in UTF-8. Choose a \*\.stratiform file/],
  ['prose', 'Dear diary, today I drew a VPC.', /not valid JSON: unexpected .*line 1, column 1/],
  ['other-json', '{"type":"excalidraw","elements":[]}', /The file is not a design/],
  ['other-format', design({ format: 'visio' }), /another format: "format" is "visio", not "stratiform"/],
  ['newer', design({ version: 2 }), /newer Stratiform \(format version 2.*Update Stratiform/],
  [
    'cycle',
    design({ elements: [element('a', { parent: 'b' }), element('b', { parent: 'a' })] }),
    /"a" \(a\) lies inside itself/,
  ],
  [
    'dangling',
    design({ elements: [element('a')], connections: [{ id: 'c1', kind: 'traffic', from: 'a', to: 'gone' }] }),
    /Connection "c1" ends at "gone", which is not in the design/,
  ],
  ['duplicate', design({ elements: [element('a'), element('a')] }), /Element id "a" is used more than once/],
  [
    'prototype',
    design({ elements: [element('a', { settings: 0 })] }).replace('"settings":0', '"settings":{"__proto__":{"x":1}}'),
    /The key "__proto__" at elements › element "a" › settings is not allowed/,
  ],
  ['nan', design({ elements: [element('a')] }).replace('"x":0', '"x":NaN'), /not valid JSON: unexpected "N/],
  ['null', design({ elements: [element('a', { frame: { ...frame, x: null } })] }), /"frame.x" must be a number.*null/],
  [
    'huge',
    design({ elements: [element('a')] }).replace('"x":0', '"x":1e999'),
    /number at elements › element "a" › frame › x is too large/,
  ],
];

test('a file that is no design is refused with what, where and what next; the open design stays', async ({
  app,
  folder,
}) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await board.rename('Office', 'My office');
  const size = await board.size();
  const errors = await board.errors();
  const example = await readFile(join(projectRoot, 'examples/three-tier-with-faults.stratiform'), 'utf8');
  const cutOff = ['cut-off', example.slice(0, 5000), /The file is cut off: it ends in line \d+, column \d+/] as const;
  for (const [name, content, says] of [...badFiles, cutOff]) {
    await test.step(name, async () => {
      const path = join(folder, `${name}.stratiform`);
      await writeFile(path, content);
      await app.dialogs.chooseFile(path);
      await app.chooseMenu('file.open');
      const dialog = page.getByRole('alertdialog', { name: 'The design was not opened' });
      await expect(dialog).toContainText(says);
      await expect(dialog).toContainText(`${name}.stratiform`);
      await dialog.getByRole('button', { name: 'OK' }).click();
      await expect(dialog).toHaveCount(0);
      expect(await board.size()).toEqual(size);
      expect(await board.errors()).toBe(errors);
      await expect(board.element('My office')).toBeVisible();
      await expectTitle(app, '● Three-tier shop with faults');
      expect((await readFile(path)).equals(Buffer.from(content))).toBe(true);
    });
  }
});

test('a file of 100 MB and a folder are refused before they are read', async ({ app, folder }) => {
  const board = await openExample(app, 'Three-tier shop with faults');
  const size = await board.size();
  const path = join(folder, 'big.stratiform');
  await writeFile(path, '{');
  await truncate(path, 100 * 1024 * 1024);
  for (const [chosen, says] of [
    [path, /“big\.stratiform” could not be opened: it has 100 MB, and designs may have \d+ MB at most/],
    [folder, /could not be opened: it is a folder/],
    [join(folder, 'gone.stratiform'), /could not be opened: it is not there any more/],
  ] as const) {
    await app.dialogs.chooseFile(chosen);
    await app.chooseMenu('file.open');
    const dialog = app.page.getByRole('alertdialog');
    await expect(dialog).toContainText(says);
    expect(await findBarriers(app.page), 'a fault').toEqual([]);
    await app.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  expect(await board.size()).toEqual(size);
  await expectTitle(app, 'Three-tier shop with faults');
});

test('names are text, whatever they say and however long they are', async ({ app, folder }) => {
  const names = {
    script: '<script>window.wasRun = 1</script><img src=x onerror="window.wasRun = 2">',
    long: 'x'.repeat(1000),
    emoji: '🚀🏳️‍🌈 Ünïcödé 漢字',
    rtl: 'خادم الويب',
    entity: '&lt;b&gt; {{7*7}}',
  };
  const elements = Object.entries(names).map(([id, name], index) =>
    element(id, { kind: 'users', name, frame: { ...frame, y: index * 120 } }),
  );
  const path = join(folder, 'names.stratiform');
  await writeFile(path, design({ elements, name: names.script }));
  await app.dialogs.chooseFile(path);
  await app.chooseMenu('file.open');
  await expectTitle(app, 'names');
  const { page } = app;
  const node = (id: string) => page.locator(`.react-flow__node[data-element-id="${id}"]`);
  await expect(page.locator('.react-flow__node')).toHaveCount(5);
  for (const [id, name] of Object.entries(names)) {
    // Long names are cut on the drawing, not in the design.
    const shown = id === 'long' ? `${'x'.repeat(200)}…` : name;
    await expect(node(id).locator('.canvas-name')).toHaveText(shown);
    await node(id).click();
    await expect(page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' })).toHaveValue(
      name,
    );
  }
  // A name stays within its card, and Arabic runs from the right.
  const card = await node('long').boundingBox();
  expect(card?.width).toBeLessThan(400);
  expect(
    await node('rtl')
      .locator('.canvas-name')
      .evaluate((label) => getComputedStyle(label).direction),
  ).toBe('rtl');
  expect(await page.evaluate(() => Reflect.get(window, 'wasRun'))).toBeUndefined();
  expect(await page.locator('#root script, #root img[src="x"]').count()).toBe(0);
  // The page is not wider than its window.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('a name of 10,000 characters is refused on opening and on typing, with the limit', async ({ app, folder }) => {
  const path = join(folder, 'endless.stratiform');
  await writeFile(path, design({ elements: [element('a', { name: 'x'.repeat(10_000) })] }));
  await app.dialogs.chooseFile(path);
  await app.chooseMenu('file.open');
  const { page } = app;
  await expect(page.getByRole('alertdialog')).toContainText('has 10000 characters; at most 1000');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  const board = await openExample(app, 'Three-tier shop with faults');
  await board.select('Office');
  const field = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' });
  await field.fill('y'.repeat(10_000));
  await expect(page.getByRole('alert')).toHaveText('A name takes at most 200 characters.');
  await field.press('Enter');
  await expect(board.element('Office')).toBeVisible();
});
