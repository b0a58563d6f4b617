import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, findExecutable, test } from '../fixtures/app';
import { expectTitle } from '../pages/menu';
import { openExample } from '../pages/start-screen';

const ownMounts = ['--user', '--map-current-user', '--keep-caps', '--mount'];

/** Whether an ordinary user may mount a small disk in a namespace of its own here. */
const canMount = (): boolean =>
  spawnSync('unshare', [...ownMounts, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;

test('saving into a folder without permission keeps the design open and unsaved', async ({ app, folder }) => {
  test.skip(process.getuid?.() === 0, 'root may write anywhere');
  const board = await openExample(app, 'Three-tier shop with faults');
  const { page } = app;
  await board.rename('Office', 'My office');
  const locked = join(folder, 'locked');
  await mkdir(locked);
  await chmod(locked, 0o555);
  await app.dialogs.choosePlace(join(locked, 'shop.stratiform'));
  await app.chooseMenu('file.save');
  const dialog = page.getByRole('alertdialog', { name: 'The design was not saved' });
  await expect(dialog).toContainText('“shop.stratiform” could not be saved: you have no permission for it');
  await expect(dialog).toContainText('Your changes are kept here and in a draft.');
  expect(await readdir(locked)).toEqual([]);
  await test.step('Save as… in the message leads elsewhere', async () => {
    const path = join(folder, 'shop.stratiform');
    await app.dialogs.choosePlace(path);
    await expectTitle(app, '● Three-tier shop with faults');
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expectTitle(app, 'shop');
    expect(await readFile(path, 'utf8')).toContain('"My office"');
  });
  await test.step('a file that may not be written stays as it is', async () => {
    const path = join(folder, 'shop.stratiform');
    const before = await readFile(path, 'utf8');
    await board.rename('My office', 'Our office');
    await chmod(path, 0o444);
    await app.chooseMenu('file.save');
    await expect(dialog).toContainText('you have no permission for it');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expectTitle(app, '● shop');
    expect(await readFile(path, 'utf8')).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(['locked', 'shop.stratiform']);
    await expect(board.element('Our office')).toBeVisible();
  });
  await chmod(locked, 0o755);
});

test('saving to a full disk keeps the design unsaved and the old file whole', async ({ launch, folder }) => {
  test.skip(!canMount(), 'this machine lets no ordinary user mount a disk of its own');
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const starter = join(folder, 'start-with-small-disk');
  const mount = `mount -t tmpfs -o size=64k tmpfs "${disk}"`;
  await writeFile(
    starter,
    `#!/bin/sh\nexec unshare ${ownMounts.join(' ')} sh -c '${mount} && exec "$0" "$@"' "${findExecutable()}" "$@"\n`,
  );
  await chmod(starter, 0o755);
  const app = await launch({ starter });
  const board = await openExample(app, 'Three-tier shop with faults');
  await board.rename('Office', 'My office');
  await app.dialogs.choosePlace(join(disk, 'shop.stratiform'));
  await app.chooseMenu('file.save');
  await expectTitle(app, 'shop');
  // The disk as the app sees it; here the folder is empty.
  expect(await readdir(disk)).toEqual([]);
  const seen = join(`/proc/${app.child.pid}/root`, disk);
  const before = await readFile(join(seen, 'shop.stratiform'), 'utf8');
  expect(before).toContain('"My office"');
  await expect(writeFile(join(seen, 'ballast'), Buffer.alloc(65_536))).rejects.toThrow('ENOSPC');

  await board.rename('My office', 'Our office');
  await app.chooseMenu('file.save');
  const dialog = app.page.getByRole('alertdialog', { name: 'The design was not saved' });
  await expect(dialog).toContainText(/“shop\.stratiform” could not be saved: .*disk.*full/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expectTitle(app, '● shop');
  await expect(board.element('Our office')).toBeVisible();
  expect(await readFile(join(seen, 'shop.stratiform'), 'utf8')).toBe(before);
  expect((await readdir(seen)).sort()).toEqual(['ballast', 'shop.stratiform']);
  await test.step('with room again it is saved', async () => {
    await writeFile(join(seen, 'ballast'), '');
    await app.chooseMenu('file.save');
    await expectTitle(app, 'shop');
    expect(await readFile(join(seen, 'shop.stratiform'), 'utf8')).toContain('"Our office"');
  });
});
