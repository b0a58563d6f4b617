import { basename, dirname, extname, join } from 'node:path';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import type { RequestOf, ValueOf } from '../../../shared/ipc/contract';
import { maxExportBytes } from '../../../shared/ipc/limits';
import { describeDiskError } from '../files/describe-disk-error';
import { type Disk, hasCode } from '../files/disk';
import type { ExportPlace } from '../files/export-places';
import { toFileName } from '../files/file-names';
import { computeRevision } from '../files/revision';
import { saveFile } from '../files/save-file';
import type { Workbench } from './workbench';

type ChooseRequest = RequestOf<'export.choose'>;
type Chosen = { readonly base: string; readonly targets: ReadonlyMap<string, string> };

const NOTHING_CHOSEN = fail('cancelled', 'Nothing was exported.');

/** A folder that is empty or holds an earlier export takes the files as they are; any other gets a folder for them. */
const settleFolder = async (disk: Disk, chosen: string, name: string, paths: readonly string[]): Promise<string> => {
  const names = await disk.list(chosen);
  const isEmpty = names.every((entry) => entry.startsWith('.'));
  const isEarlier = paths.every((path) => path.includes('/') || names.includes(path));
  return isEmpty || isEarlier ? chosen : join(chosen, name);
};

const chooseFolder = async (bench: Workbench, startFolder: string, request: ChooseRequest): Promise<Chosen | null> => {
  const chosen = await bench.dialogs.chooseFolder(startFolder);
  if (chosen === null) return null;
  const base = await settleFolder(
    bench.disk,
    chosen,
    toFileName(request.suggestedName, 'infrastructure'),
    request.paths,
  );
  return { base, targets: new Map(request.paths.map((path) => [path, join(base, ...path.split('/'))])) };
};

const chooseFile = async (bench: Workbench, startFolder: string, request: ChooseRequest): Promise<Chosen | null> => {
  const name = toFileName(request.suggestedName, 'template.yaml');
  const extension = extname(name).slice(1);
  const filter = { name: extension === '' ? 'File' : extension.toUpperCase(), extensions: [extension || '*'] };
  const chosen = await bench.dialogs.choosePlace(join(startFolder, name), filter);
  const [path = name] = request.paths;
  return chosen === null ? null : { base: dirname(chosen), targets: new Map([[path, chosen]]) };
};

/** A link inside of the folder could lead the files anywhere else. */
export const findLink = async (disk: Disk, base: string, path: string): Promise<string | null> => {
  let current = base;
  for (const part of path.split('/')) {
    current = join(current, part);
    const facts = await disk.lookAtLink(current).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (facts === null) return null;
    if (facts.kind === 'link') return part;
  }
  return null;
};

const toText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

type Existing = ValueOf<'export.choose'>['existing'][number];

/** What is there already: its text to compare with, null where it is no text or too large to show. */
export const readExisting = async (
  disk: Disk,
  target: string,
): Promise<{ text: string | null; revision: string } | null> => {
  try {
    const { bytes: size, kind, changed } = await disk.look(target);
    if (kind !== 'file') return null;
    if (size > maxExportBytes) return { text: null, revision: `${size} bytes, changed ${changed}` };
    const bytes = await disk.read(target);
    return { text: toText(bytes), revision: computeRevision(bytes) };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
};

const examine = async (bench: Workbench, { base, targets }: Chosen, { kind, target: exportTarget }: ChooseRequest) => {
  const isFolder = kind === 'folder';
  const existing: Existing[] = [];
  const revisions = new Map<string, string>();
  for (const [path, target] of targets) {
    const link = isFolder ? await findLink(bench.disk, base, path) : null;
    if (link !== null)
      return fail('bad-name', `“${link}” in “${basename(base)}” is a link to somewhere else. Choose another folder.`);
    const found = await readExisting(bench.disk, target);
    if (found === null) continue;
    existing.push({ path, text: found.text });
    revisions.set(path, found.revision);
  }
  const ticket = bench.exportPlaces.keep({ base, targets, revisions, isFolder, exportTarget });
  const [only = base] = targets.values();
  const named = isFolder ? base : only;
  return succeed({ ticket, name: basename(named), folder: dirname(named), existing });
};

/** Asks where an export goes and looks at what is there. Writes nothing. */
export const chooseExportPlace = async (
  bench: Workbench,
  request: ChooseRequest,
): Promise<Answer<ValueOf<'export.choose'>>> => {
  const documentPath = bench.desk.current()?.path ?? null;
  const startFolder = documentPath === null ? bench.documentsFolder : dirname(documentPath);
  const isFolder = request.kind === 'folder';
  try {
    const chosen = await (isFolder ? chooseFolder : chooseFile)(bench, startFolder, request);
    if (chosen === null) return NOTHING_CHOSEN;
    if (documentPath !== null && [...chosen.targets.values()].includes(documentPath))
      return fail('bad-name', 'That is the design itself. Choose another name for the export.');
    return await examine(bench, chosen, request);
  } catch (error) {
    return describeDiskError(error, 'The place for the export could not be read');
  }
};

/** Whether a target is still what it was when the place was chosen. */
const isUnchanged = async (disk: Disk, place: ExportPlace, path: string, target: string): Promise<boolean> =>
  ((await readExisting(disk, target))?.revision ?? undefined) === place.revisions.get(path);

/** Later exports are compared with this one, in this session and after it. */
const remember = async ({ desk, exportMemory }: Workbench, place: ExportPlace): Promise<void> => {
  const document = desk.current();
  const { base, isFolder, targets, exportTarget } = place;
  if (document) await exportMemory.remember(document, exportTarget, { base, isFolder, files: [...targets] });
};

/**
 * Writes files to a place that was chosen before; each whole or not at all, none where something changed meanwhile. No files: the place
 * holds just what would be written.
 */
export const writeExport = async (
  bench: Workbench,
  { ticket, files }: RequestOf<'export.write'>,
): Promise<Answer<ValueOf<'export.write'>>> => {
  const place = bench.exportPlaces.find(ticket);
  if (!place) return fail('unknown-ticket', 'The place for the export is not known any more. Choose it again.');
  const placed = files.map(({ path, text }) => ({ path, text, target: place.targets.get(path) }));
  const unknown = placed.find(({ target }) => target === undefined);
  if (unknown) return fail('bad-request', `“${unknown.path}” was not among the files that a place was chosen for.`);
  try {
    for (const { path, target } of placed)
      if (target !== undefined && !(await isUnchanged(bench.disk, place, path, target)))
        return fail('changed', `“${path}” has changed since you chose the place. Export again to see the changes.`);
    for (const { target } of placed) if (target !== undefined) await bench.disk.makeFolder(dirname(target));
  } catch (error) {
    return describeDiskError(error, 'The export could not be written');
  }
  let written = 0;
  for (const { text, target } of placed) {
    if (target === undefined) continue;
    const saved = await saveFile(bench.disk, target, new TextEncoder().encode(text), {
      randomName: () => bench.randomId().slice(0, 8),
      keepPrevious: async () => undefined,
    });
    if (!saved.ok)
      return files.length === 1
        ? saved
        : { ...saved, message: `${written} of ${files.length} files were written. ${saved.message}` };
    written += 1;
  }
  await remember(bench, place);
  return succeed({ written });
};
