import { existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Result } from '../../shared/util/result';
import { explainFileError } from './read-design-file';
import type { Problem } from './terminal';

export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

const refuse = (message: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: { message },
});

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Beside the target, so that moving it there is one step of the file system. */
const draftName = (path: string): string => join(dirname(path), `.~${basename(path).slice(0, 40)}.${process.pid}.tmp`);

/**
 * Writes all files or none. A file that exists is only replaced with `force`; each one is complete before it takes the place of the old.
 * Folders must exist, unless `makeFolders` asks for them.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  force: boolean,
  makeFolders = false,
): Promise<Result<null, Problem>> {
  for (const { path } of files) {
    if (!existsSync(path)) continue;
    if (isFolder(path)) return refuse(`${path} is a folder. Give the name of a file.`);
    if (!force) return refuse(`${path} exists already and was left as it is. Choose another name, or add --force.`);
  }
  const drafts = files.map(({ path }) => draftName(path));
  try {
    if (makeFolders) for (const { path } of files) await mkdir(dirname(path), { recursive: true });
    for (const [index, { text }] of files.entries()) await writeFile(drafts[index] ?? '', text, { flag: 'wx' });
    for (const [index, { path }] of files.entries()) await rename(drafts[index] ?? '', path);
    return { ok: true, value: null };
  } catch (error) {
    await Promise.allSettled(drafts.map((draft) => rm(draft, { force: true })));
    return refuse(`Nothing was written: ${explainFileError(error)}`);
  }
}
