import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, projectRoot, test } from '../fixtures/app';
import { openBoard } from '../pages/board';

/** The faulty shop with thousands of notes beside it: more than is checked between two frames. */
const writeLargeShop = async (folder: string): Promise<string> => {
  const text = await readFile(join(projectRoot, 'examples/three-tier-with-faults.stratiform'), 'utf8');
  const notes = Array.from({ length: 3000 }, (_, index) => {
    const frame = { x: 2000 + (index % 60) * 100, y: Math.floor(index / 60) * 60, width: 80, height: 40 };
    return JSON.stringify({ id: `note-${index}`, kind: 'note', name: `Note ${index}`, frame });
  });
  const path = join(folder, 'large.stratiform');
  await writeFile(path, text.replace('"elements": [', `"elements": [\n${notes.join(',\n')},`));
  return path;
};

test('a large design is checked beside the page: findings follow an edit, its undo, and a fix works', async ({
  launch,
  folder,
}) => {
  const app = await launch({ files: [await writeLargeShop(folder)] });
  const board = openBoard(app);
  await expect.poll(board.errors, { timeout: 20_000 }).toBe(8);
  expect(app.page.workers()).toHaveLength(1);
  await board.show('Problems');
  const row = app.page.getByRole('listitem').filter({ hasText: 'Relational database is not Multi-AZ' });
  await row
    .getByRole('button', { name: /^Fix: / })
    .first()
    .click();
  await app.page.getByRole('button', { name: 'Apply fix' }).click();
  await expect.poll(board.errors).toBeLessThan(8);
  await expect(row).toHaveCount(0);
  await app.chooseMenu('edit.undo');
  await expect.poll(board.errors).toBe(8);
  await expect(row).toHaveCount(1);
});
