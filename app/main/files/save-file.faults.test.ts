import { execFile, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../testing/make-folder';
import { nodeDisk } from './disk';
import { saveFile } from './save-file';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

const canMount = async (): Promise<boolean> => {
  if (!isRoot || process.platform !== 'linux') return false;
  try {
    await run('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']);
    return true;
  } catch {
    return false;
  }
};
const mayMount = await canMount();

const mount = async (options: string): Promise<string> => {
  const folder = join(await makeFolder(), 'disk');
  await mkdir(folder);
  await run('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
  onTestFinished(async () => {
    await run('umount', [folder]);
  });
  return folder;
};

const options = { randomName: () => 'aaaaaaaa', keepPrevious: async () => undefined };
const old = 'OLD '.repeat(1000);

describe.skipIf(!mayMount)('a real disk (needs root and mount)', () => {
  it('is full: says so and keeps the old file', async () => {
    const folder = await mount('size=1m');
    const path = join(folder, 'a.stratiform');
    await writeFile(path, old);
    const saved = await saveFile(nodeDisk, path, new Uint8Array(3_000_000).fill(65), options);
    expect(saved).toMatchObject({ ok: false, code: 'disk-full', message: expect.stringContaining('disk is full') });
    expect(await readFile(path, 'utf8')).toBe(old);
    expect(await readdir(folder)).toEqual(['a.stratiform']);
  });

  it('has no room for one more file: says so and keeps the old file', async () => {
    const folder = await mount('nr_inodes=2');
    const path = join(folder, 'a.stratiform');
    await writeFile(path, old);
    expect(await saveFile(nodeDisk, path, new Uint8Array(10), options)).toMatchObject({ ok: false, code: 'disk-full' });
    expect(await readFile(path, 'utf8')).toBe(old);
  });

  it('is read-only: says so and keeps the old file', async () => {
    const folder = await mount('size=1m');
    const path = join(folder, 'a.stratiform');
    await writeFile(path, old);
    await run('mount', ['-o', 'remount,ro', folder]);
    expect(await saveFile(nodeDisk, path, new Uint8Array(10), options)).toMatchObject({ ok: false, code: 'read-only' });
    expect(await readFile(path, 'utf8')).toBe(old);
  });
});

/** Saves megabytes of one letter after another into a file for ever; says when the first is done. */
const saver = (path: string) => `
  import { nodeDisk } from '${join(import.meta.dirname, 'disk.ts')}';
  import { saveFile } from '${join(import.meta.dirname, 'save-file.ts')}';
  import { randomBytes } from 'node:crypto';
  let count = 0;
  const options = { randomName: () => randomBytes(4).toString('hex'), keepPrevious: async () => undefined };
  for (;;) {
    count += 1;
    const bytes = new Uint8Array(4_000_000).fill(65 + (count % 26));
    const saved = await saveFile(nodeDisk, ${JSON.stringify(path)}, bytes, options);
    if (!saved.ok) throw new Error(saved.message);
    if (count === 1) console.log('saving');
  }`;

const killDuringSave = async (script: string): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const started = new Promise((resolve) => child.stdout.once('data', () => resolve('started')));
  expect(await Promise.race([started, ended])).toBe('started');
  await wait(Math.random() * 25);
  child.kill('SIGKILL');
  await ended;
};

it('leaves a whole file behind when it is killed during a save, 20 times', { timeout: 180_000 }, async () => {
  const folder = await makeFolder();
  const path = join(folder, 'a.stratiform');
  const script = join(folder, 'saver.mts');
  await writeFile(script, saver(path));
  for (let round = 0; round < 20; round += 1) {
    await killDuringSave(script);
    const bytes = await readFile(path);
    expect(bytes.byteLength).toBe(4_000_000);
    expect(bytes.every((byte) => byte === bytes[0])).toBe(true);
  }
  const temporaries = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
  expect(temporaries.length, 'kills that hit a save').toBeGreaterThan(0);
});
