import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import { describeDiskError } from './describe-disk-error';
import { type Disk, type FileFacts, hasCode, type OpenFile } from './disk';
import { computeRevision } from './revision';

export type SaveOptions = {
  /** Eight letters or digits that make the name of the temporary file. */
  readonly randomName: () => string;
  /**
   * Keeps what the file held before it is replaced. `forced` when the file must be written in place, where a fault would lose it: then a rejection stops the save.
   */
  readonly keepPrevious: (path: string, forced: boolean) => Promise<void>;
};

type Target = { readonly path: string; readonly facts: FileFacts | null };

const maxLinks = 40;
const renamePatienceMs = 2000;

const temporaryName = /^\.~[a-z0-9]{8}\.tmp$/;
const staleAfterMs = 3_600_000;

class IncompleteWrite extends Error {}

/** Follows links to the file itself, also where the last link points to a file that does not exist yet. */
const findTarget = async (disk: Disk, path: string): Promise<Target> => {
  let current = resolve(path);
  for (let links = 0; links < maxLinks; links += 1) {
    try {
      const real = await disk.resolveLinks(current);
      return { path: real, facts: await disk.look(real) };
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
    const facts = await disk.lookAtLink(current).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (facts?.kind !== 'link') return { path: current, facts: null };
    current = resolve(dirname(current), await disk.readLink(current));
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
};

/** Writes all bytes and makes sure that the disk holds all of them. */
const writeAll = async (file: OpenFile, bytes: Uint8Array): Promise<void> => {
  try {
    await file.write(bytes);
    await file.sync().catch((error: unknown) => {
      // Some network disks cannot sync; the size is checked all the same.
      if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'ENOSYS')) throw error;
    });
    if ((await file.size()) !== bytes.byteLength) throw new IncompleteWrite();
  } finally {
    await file.close();
  }
};

/** Virus scanners hold fresh files for a moment on Windows. */
const renamePatiently = async (disk: Disk, from: string, to: string): Promise<void> => {
  const deadline = Date.now() + renamePatienceMs;
  for (let pause = 10; ; pause *= 2) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!hasCode(error, 'EPERM', 'EBUSY', 'EACCES') || Date.now() + pause > deadline) throw error;
      await wait(pause);
    }
  }
};

const replaceFile = async (disk: Disk, target: Target, bytes: Uint8Array, temporary: string, options: SaveOptions) => {
  if (target.facts !== null) await options.keepPrevious(target.path, false).catch(() => undefined);
  await renamePatiently(disk, temporary, target.path);
  await disk.syncFolder(dirname(target.path)).catch(() => undefined);
  return computeRevision(bytes);
};

/** For a file that may be written in a folder that may not: only after its content is kept elsewhere, and read back afterwards. */
const writeInPlace = async (disk: Disk, path: string, bytes: Uint8Array, options: SaveOptions): Promise<string> => {
  const before = await disk.read(path);
  await options.keepPrevious(path, true);
  try {
    await writeAll(await disk.rewrite(path), bytes);
    if (computeRevision(await disk.read(path)) !== computeRevision(bytes)) throw new IncompleteWrite();
  } catch (error) {
    await writeAll(await disk.rewrite(path), before).catch(() => undefined);
    throw error;
  }
  return computeRevision(bytes);
};

const writeTarget = async (disk: Disk, target: Target, bytes: Uint8Array, options: SaveOptions): Promise<string> => {
  if (target.facts !== null) await disk.requireWritable(target.path);
  const temporary = join(dirname(target.path), `.~${options.randomName()}.tmp`);
  let file: OpenFile;
  try {
    file = await disk.create(temporary, target.facts?.mode ?? 0o666);
  } catch (error) {
    if (target.facts !== null && hasCode(error, 'EACCES', 'EPERM'))
      return writeInPlace(disk, target.path, bytes, options);
    throw error;
  }
  try {
    await writeAll(file, bytes);
    return await replaceFile(disk, target, bytes, temporary, options);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
};

/**
 * Replaces a file's content completely or not at all: written beside it, synced, its size checked, then renamed over it. Links are followed.
 * Answers the new revision; on any failure the file holds what it held before.
 */
export const saveFile = async (
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  options: SaveOptions,
): Promise<Answer<{ readonly path: string; readonly revision: string }>> => {
  const what = `“${basename(path)}” could not be saved`;
  try {
    const target = await findTarget(disk, path);
    if (target.facts !== null && target.facts.kind !== 'file')
      return fail(
        'not-a-file',
        `${what}: there is a ${target.facts.kind === 'folder' ? 'folder' : 'device'} of that name. Choose another name.`,
      );
    const revision = await writeTarget(disk, target, bytes, options);
    return succeed({ path: target.path, revision });
  } catch (error) {
    if (error instanceof IncompleteWrite)
      return fail(
        'incomplete-write',
        `${what}: the disk did not take all of it; it may be full. The old file is unchanged. Free some space, or choose another place with Save As…`,
      );
    if (hasCode(error, 'ENOENT', 'ENOTDIR'))
      return fail('not-found', `${what}: its folder is not there any more. Choose another place with Save As…`);
    return describeDiskError(error, what);
  }
};

/** Removes temporary files that a killed save left in a folder more than an hour ago. Faults are ignored: it is a courtesy. */
export const removeStaleTemporaries = async (disk: Disk, folder: string, now: number): Promise<void> => {
  const names = await disk.list(folder).catch(() => []);
  for (const name of names.filter((candidate) => temporaryName.test(candidate))) {
    const path = join(folder, name);
    const facts = await disk.lookAtLink(path).catch(() => null);
    if (facts?.kind === 'file' && now - facts.changed > staleAfterMs) await disk.remove(path).catch(() => undefined);
  }
};
