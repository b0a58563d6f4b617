import { execFile } from 'node:child_process';
import { mkdir, open, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../../../shared/model/design';
import { serializeDesign } from '../../../shared/model/format/serialize';
import { diskWith, systemError } from '../testing/faulty-disk';
import { makeFolder } from '../testing/make-folder';
import { checkDesign } from './check-design';
import { nodeDisk } from './disk';
import { readDesignFile, readRevision } from './read-design-file';
import { computeRevision } from './revision';

const run = promisify(execFile);
const design = serializeDesign(emptyDesign('Shop'));

const makeFile = async (content: string | Uint8Array) => {
  const path = join(await makeFolder(), 'a.stratiform');
  await writeFile(path, content);
  return path;
};

const readContent = async (content: string | Uint8Array) =>
  readDesignFile(nodeDisk, await makeFile(content), checkDesign);

describe('reading a design file', () => {
  it('answers its text and the revision of its bytes', async () => {
    const path = await makeFile(design);
    const expected = { text: design, revision: computeRevision(await readFile(path)), notices: [] };
    expect(await readDesignFile(nodeDisk, path, checkDesign)).toEqual({ ok: true, value: expected });
  });

  it('takes off a byte order mark, but counts it in the revision', async () => {
    const path = await makeFile(`\uFEFF${design}`);
    const read = await readDesignFile(nodeDisk, path, checkDesign);
    expect(read).toMatchObject({ ok: true, value: { text: design, revision: computeRevision(await readFile(path)) } });
  });

  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'empty-file', /is empty/],
    ['zeros', new Uint8Array(4096), 'empty-file', /zeros/],
    ['UTF-16', Buffer.from(`\uFEFF${design}`, 'utf16le'), 'not-a-design', /UTF-8/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'not-a-design', /UTF-8/],
    ['other JSON', '{"a":1}', 'not-a-design', /could not be opened/],
    ['a cut-off design', design.slice(0, -5), 'not-a-design', /cut off/],
    ['a newer version', design.replace('"version": 1', '"version": 999'), 'not-a-design', /newer/],
    ['deep nesting', '['.repeat(100_000) + ']'.repeat(100_000), 'not-a-design', /could not be opened/],
  ])('refuses %s', async (_name, content, code, message) => {
    expect(await readContent(content)).toMatchObject({ ok: false, code, message: expect.stringMatching(message) });
  });

  it('refuses a design cut off at any byte', async () => {
    const bytes = Buffer.from(design.trimEnd());
    const path = await makeFile(bytes);
    for (let length = bytes.length - 1; length >= 0; length -= 1) {
      await truncate(path, length);
      expect(await readDesignFile(nodeDisk, path, checkDesign), `${length} bytes`).toMatchObject({ ok: false });
    }
  });

  it('refuses 600 MB by their size, without reading them', async () => {
    const path = await makeFile('');
    await truncate(path, 600 * 1024 * 1024);
    const disk = diskWith({ read: () => Promise.reject(new Error('read all the same')) });
    const read = await readDesignFile(disk, path, checkDesign);
    expect(read).toMatchObject({ ok: false, code: 'too-large', message: expect.stringContaining('600 MB') });
  });

  it('refuses folders and missing files', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'sub'));
    expect(await readDesignFile(nodeDisk, join(folder, 'sub'), checkDesign)).toMatchObject({ code: 'not-a-file' });
    expect(await readDesignFile(nodeDisk, join(folder, 'gone'), checkDesign)).toMatchObject({ code: 'not-found' });
  });

  it.skipIf(process.platform === 'win32')('refuses a FIFO without waiting for a writer', async () => {
    const path = join(await makeFolder(), 'pipe');
    await run('mkfifo', [path]);
    expect(await readDesignFile(nodeDisk, path, checkDesign)).toMatchObject({ code: 'not-a-file' });
  });

  it('says when there is no permission', async () => {
    const path = await makeFile(design);
    const disk = diskWith({ read: () => Promise.reject(systemError('EACCES')) });
    const read = await readDesignFile(disk, path, checkDesign);
    expect(read).toMatchObject({ code: 'no-permission', message: expect.stringContaining('permission') });
  });
});

describe('the revision', () => {
  it('changes with the content, not with length or time', async () => {
    const path = await makeFile('AAAA');
    const time = new Date(1_700_000_000_000);
    await utimes(path, time, time);
    const before = await readRevision(nodeDisk, path);
    const handle = await open(path, 'r+');
    await handle.write('B', 0);
    await handle.close();
    await utimes(path, time, time);
    expect(await readRevision(nodeDisk, path)).not.toBe(before);
    await writeFile(path, 'AAAA');
    expect(await readRevision(nodeDisk, path)).toBe(before);
  });

  it('is null for a file that is gone', async () => {
    expect(await readRevision(nodeDisk, join(await makeFolder(), 'gone'))).toBeNull();
  });
});
