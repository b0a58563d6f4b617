import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Design } from '../../shared/model/design';
import { limits } from '../../shared/model/format/limits';
import { parseDesign } from '../../shared/model/format/parse';
import type { Result } from '../../shared/util/result';
import type { Problem } from './terminal';

const refuse = (message: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: { message },
});

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the path.',
  EACCES: 'The file may not be read. Check its permissions.',
  EISDIR: 'This is a folder. Give a .stratiform file.',
  ELOOP: 'The file is a link that leads back to itself.',
  ENAMETOOLONG: 'The name is too long for a file.',
};

/** The sentence for a failed file operation; the system's own words where we have none. */
export function explainFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** A design with the text it was read from. */
export interface DesignSource {
  readonly design: Design;
  readonly text: string;
}

/** Reads bytes as UTF-8. Files in another encoding are named by the parser where it can tell what they are. */
function decode(bytes: Uint8Array): Result<DesignSource, Problem> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = parseDesign(text);
    return parsed.ok ? { ok: true, value: { design: parsed.value, text } } : parsed;
  } catch {
    const lenient = parseDesign(new TextDecoder('utf-8').decode(bytes));
    return lenient.ok ? refuse('The file holds bytes that are not UTF-8. Save it as UTF-8 in a text editor.') : lenient;
  }
}

/** Opens a design. Size and kind of the file are checked before anything is read. */
export async function readDesignSource(path: string): Promise<Result<DesignSource, Problem>> {
  if (path.includes('\u0000')) return refuse('The path holds a zero byte.');
  try {
    // Non-blocking: opening a pipe without a writer would wait for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) return refuse('This is a folder. Give a .stratiform file.');
      if (!stats.isFile()) return refuse('This is not a regular file. Give a .stratiform file.');
      if (stats.size > limits.characters)
        return refuse(
          `The file has ${Math.ceil(stats.size / 1048576)} MB; designs have at most ${limits.characters / 1048576} MB.`,
        );
      return decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuse(explainFileError(error));
  }
}

/** As `readDesignSource`, without the text. */
export async function readDesignFile(path: string): Promise<Result<Design, Problem>> {
  const read = await readDesignSource(path);
  return read.ok ? { ok: true, value: read.value.design } : read;
}
