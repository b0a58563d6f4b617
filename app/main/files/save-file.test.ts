import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskWith, diskWithFiles, systemError } from '../testing/faulty-disk';
import { makeFolder } from '../testing/make-folder';
import { type Disk, nodeDisk } from './disk';
import { computeRevision } from './revision';
import { removeStaleTemporaries, type SaveOptions, saveFile } from './save-file';

const encode = (text: string) => new TextEncoder().encode(text);

const makeOptions = (change: Partial<SaveOptions> = {}): SaveOptions => ({
  randomName: () => randomBytes(4).toString('hex'),
  keepPrevious: async () => undefined,
  ...change,
});

const save = (path: string, text: string, disk: Disk = nodeDisk, options = makeOptions()) =>
  saveFile(disk, path, encode(text), options);

/** A folder with `a.stratiform` that holds OLD. */
const makeOldFile = async () => {
  const folder = await makeFolder();
  const path = join(folder, 'a.stratiform');
  await writeFile(path, 'OLD');
  return { folder, path };
};

/** What must hold after any failed save: the old content, and nothing left beside it. */
const expectUntouched = async ({ folder, path }: { folder: string; path: string }) => {
  expect(await readFile(path, 'utf8')).toBe('OLD');
  expect(await readdir(folder)).toEqual(['a.stratiform']);
};

describe('saving', () => {
  it('writes any content whole and answers its revision', async () => {
    const folder = await makeFolder();
    const path = join(folder, 'a.stratiform');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async (text) => {
        const saved = await save(path, text);
        expect(saved).toEqual({ ok: true, value: { path, revision: computeRevision(encode(text)) } });
        expect(new Uint8Array(await readFile(path))).toEqual(encode(text));
      }),
      { numRuns: 30 },
    );
    expect(await readdir(folder)).toEqual(['a.stratiform']);
  });

  it('keeps the permission bits of the file', async () => {
    const { path } = await makeOldFile();
    await chmod(path, 0o640);
    await save(path, 'NEW');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('hands the old file over before it is replaced', async () => {
    const { path } = await makeOldFile();
    const kept: string[] = [];
    const keepPrevious = async (old: string) => void kept.push(await readFile(old, 'utf8'));
    await save(path, 'NEW', nodeDisk, makeOptions({ keepPrevious }));
    expect(kept).toEqual(['OLD']);
  });

  it('syncs the file before it takes its name, and the folder after', async () => {
    const { path } = await makeOldFile();
    const steps: string[] = [];
    const files = diskWithFiles((file) => ({
      sync: async () => {
        steps.push('sync file');
        await file.sync();
      },
    }));
    const disk: Disk = {
      ...files,
      rename: async (from, to) => {
        steps.push('rename');
        await nodeDisk.rename(from, to);
      },
      syncFolder: async (folder) => {
        steps.push('sync folder');
        await nodeDisk.syncFolder(folder);
      },
    };
    await save(path, 'NEW', disk);
    expect(steps).toEqual(['sync file', 'rename', 'sync folder']);
  });

  it('saves names of 250 bytes', async () => {
    const path = join(await makeFolder(), `${'n'.repeat(239)}.stratiform`);
    expect(await save(path, 'NEW')).toMatchObject({ ok: true });
  });
});

describe('links', () => {
  it('follows a link and keeps it', async () => {
    const { folder, path } = await makeOldFile();
    const shortcut = join(folder, 'link');
    await symlink('a.stratiform', shortcut);
    await save(shortcut, 'NEW');
    expect(await readlink(shortcut)).toBe('a.stratiform');
    expect(await readFile(path, 'utf8')).toBe('NEW');
  });

  it('makes the target of a link that leads nowhere yet', async () => {
    const folder = await makeFolder();
    await symlink('second', join(folder, 'first'));
    await symlink('target', join(folder, 'second'));
    expect(await save(join(folder, 'first'), 'NEW')).toMatchObject({ ok: true });
    expect(await readFile(join(folder, 'target'), 'utf8')).toBe('NEW');
    expect(await readlink(join(folder, 'first'))).toBe('second');
  });

  it('refuses a loop of links', async () => {
    const folder = await makeFolder();
    await symlink('b', join(folder, 'a'));
    await symlink('a', join(folder, 'b'));
    expect(await save(join(folder, 'a'), 'NEW')).toMatchObject({ ok: false, code: 'not-a-file' });
  });

  it('leaves other names of the same file with the old content', async () => {
    const { folder, path } = await makeOldFile();
    await link(path, join(folder, 'other'));
    await save(path, 'NEW');
    expect(await readFile(join(folder, 'other'), 'utf8')).toBe('OLD');
  });
});

describe('faults of the disk', () => {
  const withFile = (change: Parameters<typeof diskWithFiles>[0]) => diskWithFiles(change);

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'io'],
  ])('%s while writing: the old file stays', async (code, expected) => {
    const old = await makeOldFile();
    const disk = withFile(() => ({ write: () => Promise.reject(systemError(code)) }));
    const saved = await save(old.path, 'NEW', disk);
    expect(saved).toMatchObject({ ok: false, code: expected });
    await expectUntouched(old);
  });

  it('finds out when the disk takes less than it was given', async () => {
    const old = await makeOldFile();
    const disk = withFile((file) => ({ write: (bytes) => file.write(bytes.subarray(0, 1)) }));
    expect(await save(old.path, 'NEW', disk)).toMatchObject({ ok: false, code: 'incomplete-write' });
    await expectUntouched(old);
  });

  it('ENOSPC while syncing: the old file stays', async () => {
    const old = await makeOldFile();
    const disk = withFile(() => ({ sync: () => Promise.reject(systemError('ENOSPC')) }));
    expect(await save(old.path, 'NEW', disk)).toMatchObject({ ok: false, code: 'disk-full' });
    await expectUntouched(old);
  });

  it('saves where the disk cannot sync', async () => {
    const { path } = await makeOldFile();
    const disk = withFile(() => ({ sync: () => Promise.reject(systemError('EINVAL')) }));
    expect(await save(path, 'NEW', disk)).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('NEW');
  });

  it('tries the rename again while another program holds the file', async () => {
    const { path } = await makeOldFile();
    let refusals = 2;
    const rename: Disk['rename'] = (from, to) => {
      refusals -= 1;
      return refusals >= 0 ? Promise.reject(systemError('EBUSY')) : nodeDisk.rename(from, to);
    };
    expect(await save(path, 'NEW', diskWith({ rename }))).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('NEW');
  });

  it('gives the rename up in the end', async () => {
    const old = await makeOldFile();
    const disk = diskWith({ rename: () => Promise.reject(systemError('EPERM')) });
    expect(await save(old.path, 'NEW', disk)).toMatchObject({ ok: false, code: 'no-permission' });
    await expectUntouched(old);
  });

  it('refuses a folder, a missing folder, a NUL in the name', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'sub'));
    expect(await save(join(folder, 'sub'), 'NEW')).toMatchObject({ ok: false, code: 'not-a-file' });
    expect(await save(join(folder, 'gone', 'a'), 'NEW')).toMatchObject({ ok: false, code: 'not-found' });
    expect(await save(join(folder, 'a\0b'), 'NEW')).toMatchObject({ ok: false, code: 'bad-name' });
    expect(await save(join(folder, 'n'.repeat(300)), 'NEW')).toMatchObject({ ok: false, code: 'bad-name' });
  });

  it('never names a folder in a message', async () => {
    const folder = await makeFolder();
    const saved = await save(join(folder, 'gone', 'a.stratiform'), 'NEW');
    expect(saved).toMatchObject({ message: expect.stringContaining('“a.stratiform”') });
    expect(JSON.stringify(saved)).not.toContain(folder);
  });
});

describe('a folder in which no file may be made', () => {
  const inReadOnlyFolder = (change: Partial<Disk> = {}) =>
    diskWith({ create: () => Promise.reject(systemError('EACCES')), ...change });

  it('writes in place once the old content is kept elsewhere', async () => {
    const { path } = await makeOldFile();
    const kept: boolean[] = [];
    const keepPrevious = async (_path: string, forced: boolean) => void kept.push(forced);
    const saved = await save(path, 'NEW', inReadOnlyFolder(), makeOptions({ keepPrevious }));
    expect(saved).toMatchObject({ ok: true });
    expect(kept).toEqual([true]);
    expect(await readFile(path, 'utf8')).toBe('NEW');
  });

  it('does not write when the old content could not be kept', async () => {
    const old = await makeOldFile();
    const keepPrevious = () => Promise.reject(systemError('ENOSPC'));
    const saved = await save(old.path, 'NEW', inReadOnlyFolder(), makeOptions({ keepPrevious }));
    expect(saved).toMatchObject({ ok: false, code: 'disk-full' });
    await expectUntouched(old);
  });

  it('puts the old content back when writing in place fails', async () => {
    const old = await makeOldFile();
    let writes = 0;
    const rewrite: Disk['rewrite'] = async (path) => {
      const file = await nodeDisk.rewrite(path);
      writes += 1;
      return writes === 1 ? { ...file, write: () => Promise.reject(systemError('ENOSPC')) } : file;
    };
    expect(await save(old.path, 'NEW', inReadOnlyFolder({ rewrite }))).toMatchObject({ ok: false, code: 'disk-full' });
    await expectUntouched(old);
  });

  it('says so when there is no file to write over', async () => {
    const folder = await makeFolder();
    const saved = await save(join(folder, 'a'), 'NEW', inReadOnlyFolder());
    expect(saved).toMatchObject({ ok: false, code: 'no-permission' });
  });
});

describe('temporary files of killed saves', () => {
  it('removes its own old ones and nothing else', async () => {
    const folder = await makeFolder();
    const names = ['.~aaaaaaaa.tmp', '.~bbbbbbbb.tmp', '.~other.tmp', 'a.tmp'];
    for (const name of names) await writeFile(join(folder, name), '');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    for (const name of names.slice(1)) await utimes(join(folder, name), twoHoursAgo, twoHoursAgo);
    await removeStaleTemporaries(nodeDisk, folder, Date.now());
    expect((await readdir(folder)).sort()).toEqual(['.~aaaaaaaa.tmp', '.~other.tmp', 'a.tmp']);
  });
});
