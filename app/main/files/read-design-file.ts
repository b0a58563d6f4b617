import { basename } from 'node:path';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import { maxDesignBytes } from '../../../shared/ipc/limits';
import { describeDiskError } from './describe-disk-error';
import type { Disk } from './disk';
import { computeRevision } from './revision';

/** Judges a text: `notices` say what was repaired while reading; `message` why it is no design. */
export type CheckDesign = (
  text: string,
) => { readonly ok: true; readonly notices: readonly string[] } | { readonly ok: false; readonly message: string };

export type DesignFile = { readonly text: string; readonly revision: string; readonly notices: readonly string[] };

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Text of a file without its byte order mark; null when it is not UTF-8. */
const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const checkBytes = (bytes: Uint8Array, what: string, check: CheckDesign): Answer<DesignFile> => {
  if (bytes.byteLength === 0) return fail('empty-file', `${what}: the file is empty.`);
  if (bytes.every((byte) => byte === 0))
    return fail('empty-file', `${what}: the file holds nothing but zeros, as files do after a loss of power.`);
  const text = decode(bytes);
  if (text === null)
    return fail('not-a-design', `${what}: it is not a text in UTF-8. Choose a *.stratiform file, or save it as UTF-8.`);
  const judgement = check(text);
  if (!judgement.ok) return fail('not-a-design', `${what}: ${judgement.message}`);
  return succeed({ text, revision: computeRevision(bytes), notices: judgement.notices });
};

/**
 * Reads a design file. Its kind and its size are checked before a byte is read, so that a FIFO does not block and a huge file does not fill the memory.
 * Answers the text without byte order mark, and the revision of the bytes as they are on disk.
 */
export const readDesignFile = async (disk: Disk, path: string, check: CheckDesign): Promise<Answer<DesignFile>> => {
  const what = `“${basename(path)}” could not be opened`;
  try {
    const facts = await disk.look(path);
    if (facts.kind !== 'file')
      return fail(
        'not-a-file',
        `${what}: it is ${facts.kind === 'folder' ? 'a folder' : 'not a regular file'}. Choose a *.stratiform file.`,
      );
    if (facts.bytes > maxDesignBytes)
      return fail(
        'too-large',
        `${what}: it has ${megabytes(facts.bytes)}, and designs may have ${megabytes(maxDesignBytes)} at most.`,
      );
    return checkBytes(await disk.read(path), what, check);
  } catch (error) {
    return describeDiskError(error, what);
  }
};

/** Revision of the file on disk now; null when there is none. A file too large to be a design counts as changed. */
export const readRevision = async (disk: Disk, path: string): Promise<string | null> => {
  const facts = await disk.look(path).catch(() => null);
  if (facts === null) return null;
  if (facts.kind !== 'file' || facts.bytes > maxDesignBytes) return 'not a design';
  return computeRevision(await disk.read(path));
};
