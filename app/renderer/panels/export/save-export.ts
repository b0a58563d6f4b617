import type { DesignExport, DesignFile } from '../../../../exporters/export-design';
import { desktop } from '../../desktop';
import { plural } from '../../format';
import { app } from '../../store/app';
import { compareFiles, type FileChange } from './changes';
import { copyText } from './copy-text';

/** An export that would replace files; nothing is written yet. */
export interface Review {
  readonly name: string;
  readonly folder: string;
  readonly changes: readonly FileChange[];
  /** Files that are there and hold no text to compare with. */
  readonly unreadable: readonly string[];
  readonly sameCount: number;
  /** Says whether it was written. */
  write(): Promise<boolean>;
}

const textsOf = (files: readonly DesignFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, text }) => [path, text]));

const showFault = (message: string): void =>
  app.openDialog({ kind: 'fault', title: 'The export was not saved', message, details: [] });

export const isProject = ({ files }: DesignExport): boolean => files.length > 1;

const projectName = ({ files }: DesignExport): string =>
  files.find(({ path }) => path.startsWith('bin/'))?.path.slice('bin/'.length, -'.ts'.length) ?? 'templates';

/**
 * Asks for a place. New files are written at once; where something would be replaced, the answer says what, and writing
 * waits for a word.
 */
export async function saveExport(written: DesignExport): Promise<Review | 'saved' | null> {
  const { files, target } = written;
  const [first] = files;
  if (!first) return null;
  const answer = await desktop.invoke('export.choose', {
    kind: isProject(written) ? 'folder' : 'file',
    target,
    suggestedName: isProject(written) ? projectName(written) : first.path,
    paths: files.map(({ path }) => path),
  });
  if (!answer.ok) {
    if (answer.code !== 'cancelled') showFault(answer.message);
    return null;
  }
  const { ticket, name, folder, existing } = answer.value;
  const after = textsOf(files);
  const before = new Map(
    existing.flatMap(({ path, text }): [string, string][] => (text === null ? [] : [[path, text]])),
  );
  const isSame = (path: string): boolean => before.get(path) === after.get(path);
  const wanted = files.filter(({ path }) => !isSame(path));
  const write = async (): Promise<boolean> => {
    const done = await desktop.invoke('export.write', {
      ticket,
      files: wanted.map(({ path, text }) => ({ path, text })),
    });
    if (!done.ok) {
      showFault(done.message);
      return false;
    }
    app.rememberExport(target, { texts: after, place: { name, folder } });
    const count = wanted.length > 1 ? ` ${plural(wanted.length, 'file')} written.` : '';
    const text =
      wanted.length > 0
        ? `“${name}” was saved in ${folder}.${count}`
        : `“${name}” in ${folder} holds just this already.`;
    app.notify({ tone: 'ok', text });
    return true;
  };
  if (existing.every(({ path }) => isSame(path))) return (await write()) ? 'saved' : null;
  return {
    name,
    folder,
    changes: compareFiles(before, new Map([...after].filter(([path]) => before.has(path) || !isThere(existing, path)))),
    unreadable: existing.flatMap(({ path, text }) => (text === null ? [path] : [])),
    sameCount: files.length - wanted.length,
    write,
  };
}

const isThere = (existing: readonly { readonly path: string }[], path: string): boolean =>
  existing.some((entry) => entry.path === path);

/** Copies the file on show; that counts as an export of it. */
export function copyFile(written: DesignExport, file: DesignFile): void {
  if (!copyText(file.text, `“${file.path}”`)) return;
  if (!isProject(written)) app.rememberExport(written.target, { texts: textsOf(written.files), place: null });
}
