import { chmod, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../testing/make-folder';
import { getCacheFolder, isOpenToOthers } from './cache-folder';

it('follows XDG for an ordinary user', () => {
  expect(getCacheFolder({ XDG_CACHE_HOME: '/somewhere' }, false)).toBe('/somewhere/stratiform');
  expect(getCacheFolder({}, false)).toBe(join(homedir(), '.cache', 'stratiform'));
});

it('is readable by others for root', async () => {
  const folder = await makeFolder();
  await chmod(folder, 0o700);
  expect(isOpenToOthers(folder)).toBe(false);
  expect(getCacheFolder({ XDG_CACHE_HOME: folder }, true)).toBe('/var/cache/stratiform');
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'stratiform'));
  expect(getCacheFolder({ XDG_CACHE_HOME: folder }, true)).toBe(join(folder, 'stratiform'));
  expect(getCacheFolder({}, true)).toBe('/var/cache/stratiform');
});
