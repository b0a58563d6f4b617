import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

const symbolicLink = 0o120000;
const kindMask = 0o170000;

const writeEntry = async (zip: ZipFile, entry: Entry, path: string): Promise<void> => {
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true, mode: 0o755 });
    return;
  }
  const mode = entry.externalFileAttributes >>> 16;
  const stream = await zip.openReadStreamPromise(entry);
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  if ((mode & kindMask) === symbolicLink) await symlink(await text(stream), path);
  else await pipeline(stream, createWriteStream(path, { mode: mode & 0o111 ? 0o755 : 0o644 }));
};

/**
 * Unpacks the entries of a zip archive for which `place` names a path relative to `folder`; others are left out.
 * The reader refuses absolute names and names with `..`.
 */
export const unpackZip = async (
  archive: string,
  folder: string,
  place: (entryName: string) => string | undefined,
): Promise<void> => {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const relative = place(entry.fileName);
    if (relative !== undefined && relative !== '') await writeEntry(zip, entry, join(folder, relative));
  }
};
