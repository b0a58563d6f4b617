import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeFolder } from '../testing/make-folder';
import { withFolderLock } from './folder-lock';

const quietly = () => undefined;

it('lets one work at a time', async () => {
  const lock = join(await makeFolder(), 'lock');
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await wait(20);
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withFolderLock(lock, quietly, work)));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

it('is given back when the work fails', async () => {
  const lock = join(await makeFolder(), 'lock');
  await expect(withFolderLock(lock, quietly, () => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network',
  );
  expect(await withFolderLock(lock, quietly, async () => 'done')).toBe('done');
});

it('is taken over from a process that died, also before it wrote its name', async () => {
  const folder = await makeFolder();
  const named = join(folder, 'named');
  await mkdir(named);
  // Beyond the largest process id that Linux gives.
  await writeFile(join(named, 'pid'), '4999999');
  expect(await withFolderLock(named, quietly, async () => 'done')).toBe('done');
  const nameless = join(folder, 'nameless');
  await mkdir(nameless);
  const longAgo = Date.now() / 1000 - 60;
  await utimes(nameless, longAgo, longAgo);
  expect(await withFolderLock(nameless, quietly, async () => 'done')).toBe('done');
});
