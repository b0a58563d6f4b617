import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { type FileHandle, open } from 'node:fs/promises';

/** What kind of thing a path names, its size in bytes, its permission bits and its time of change (ms since 1970). */
export type FileFacts = {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly bytes: number;
  readonly mode: number;
  readonly changed: number;
};

/** A file being written. `size` is what the disk holds, which may be less than what it was given. */
export type OpenFile = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** The disk, as far as this program uses it. Every function may reject with an errno error (`code` such as `ENOSPC`). */
export type Disk = {
  readonly resolveLinks: (path: string) => Promise<string>;
  readonly readLink: (path: string) => Promise<string>;
  readonly look: (path: string) => Promise<FileFacts>;
  readonly lookAtLink: (path: string) => Promise<FileFacts>;
  readonly requireWritable: (path: string) => Promise<void>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Makes a file that must not exist yet. */
  readonly create: (path: string, mode: number) => Promise<OpenFile>;
  /** Opens a file that exists, to write over it from its start; its length is cut to nothing. */
  readonly rewrite: (path: string) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
};

const describeKind = (stats: Awaited<ReturnType<typeof fs.stat>>): FileFacts['kind'] => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
};

const toFacts = (stats: Awaited<ReturnType<typeof fs.stat>>): FileFacts => ({
  kind: describeKind(stats),
  bytes: Number(stats.size),
  mode: Number(stats.mode) & 0o777,
  changed: Number(stats.mtimeMs),
});

const toOpenFile = (handle: FileHandle): OpenFile => ({
  write: (bytes) => handle.writeFile(bytes),
  sync: () => handle.sync(),
  size: async () => (await handle.stat()).size,
  close: () => handle.close(),
});

const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The real disk; the only place in the program that writes files. */
export const nodeDisk: Disk = {
  resolveLinks: (path) => fs.realpath(path),
  readLink: (path) => fs.readlink(path),
  look: async (path) => toFacts(await fs.stat(path)),
  lookAtLink: async (path) => toFacts(await fs.lstat(path)),
  requireWritable: (path) => fs.access(path, constants.W_OK),
  read: (path) => fs.readFile(path),
  create: async (path, mode) => toOpenFile(await open(path, 'wx', mode)),
  rewrite: async (path) => toOpenFile(await open(path, 'w')),
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { recursive: true, force: true }),
  list: (folder) => fs.readdir(folder),
  makeFolder: async (path) => {
    await fs.mkdir(path, { recursive: true });
  },
  syncFolder,
};

/** True when the error is one of the operating system's with one of these codes. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
