import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { VersionEntry } from '../../../shared/ipc/documents';
import type { Disk } from './disk';
import type { StoreTools } from './json-store';
import { saveFile } from './save-file';

const minutes = 60_000;
const minimumGapMs = 5 * minutes;
const keepForMs = 7 * 24 * 60 * minutes;
const keepAtMost = 50;
const versionName = /^v(\d{13,15})\.stratiform$/;

export type VersionHistory = {
  /** Copies the file as it is now. Copies lie at least five minutes apart, unless `forced`. Rejects when the copy could not be made. */
  readonly keep: (path: string, forced: boolean) => Promise<void>;
  /** Newest first. */
  readonly list: (path: string) => Promise<readonly VersionEntry[]>;
  readonly read: (path: string, version: string) => Promise<Uint8Array | null>;
};

const timeOf = (name: string): number => Number(versionName.exec(name)?.[1] ?? Number.NaN);

const listNames = async (disk: Disk, folder: string): Promise<readonly string[]> => {
  const names = await disk.list(folder).catch(() => []);
  return names.filter((name) => versionName.test(name)).sort((left, right) => timeOf(right) - timeOf(left));
};

const prune = async (disk: Disk, folder: string, now: number): Promise<void> => {
  const names = await listNames(disk, folder);
  const old = names.filter((name, index) => index >= keepAtMost || now - timeOf(name) > keepForMs);
  for (const name of old) await disk.remove(join(folder, name)).catch(() => undefined);
};

/** Previous versions of saved files, in a folder of the program's own, kept by full path: seven days, fifty per file. */
export const openVersionHistory = (tools: StoreTools, root: string): VersionHistory => {
  const { disk } = tools;
  const folderOf = (path: string) => join(root, createHash('sha256').update(path).digest('hex').slice(0, 32));
  return {
    keep: async (path, forced) => {
      const folder = folderOf(path);
      const newest = (await listNames(disk, folder))[0];
      const now = tools.now();
      if (!forced && newest !== undefined && now - timeOf(newest) < minimumGapMs) return;
      const bytes = await disk.read(path);
      await disk.makeFolder(folder);
      const copy = join(folder, `v${String(now).padStart(13, '0')}.stratiform`);
      const saved = await saveFile(disk, copy, bytes, {
        randomName: tools.randomName,
        keepPrevious: async () => undefined,
      });
      if (!saved.ok)
        throw Object.assign(new Error(saved.message), { code: saved.code === 'disk-full' ? 'ENOSPC' : 'EIO' });
      await prune(disk, folder, now);
    },
    list: async (path) => {
      const folder = folderOf(path);
      const names = await listNames(disk, folder);
      return Promise.all(
        names.map(async (name) => ({
          version: name,
          time: new Date(timeOf(name)).toISOString(),
          bytes: (await disk.look(join(folder, name))).bytes,
        })),
      );
    },
    read: async (path, version) =>
      versionName.test(version) ? disk.read(join(folderOf(path), version)).catch(() => null) : null,
  };
};
