import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, projectRoot, test } from '../fixtures/app';
import { openBoard } from '../pages/board';

const run = promisify(execFile);

/** The bill as the command line prints it. */
const priceOnCommandLine = async (file: string): Promise<unknown> => {
  const args = ['--import', 'tsx', 'cli/main.ts', 'price', file, '--bundled', '--format', 'json'];
  const { stdout } = await run(process.execPath, args, { cwd: projectRoot, maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
};

for (const example of ['high-power-wordpress', 'three-tier-with-faults'])
  test(`the app and the command line make the same bill of ${example}, line by line`, async ({ launch, folder }) => {
    const file = join(projectRoot, 'examples', `${example}.stratiform`);
    const app = await launch({ files: [file] });
    const board = openBoard(app);
    await expect.poll(board.total).toBeGreaterThan(0);
    await board.show('Cost');
    const place = join(folder, 'bill.json');
    await app.dialogs.choosePlace(place);
    await app.page.getByRole('button', { name: 'Save bill' }).click();
    await app.page.getByRole('menuitem', { name: /JSON/ }).click();
    const read = async (): Promise<unknown> => JSON.parse(await readFile(place, 'utf8').catch(() => 'null'));
    await expect.poll(read).not.toBeNull();
    expect(await read()).toEqual(await priceOnCommandLine(file));
  });
