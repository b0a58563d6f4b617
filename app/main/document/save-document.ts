import { basename, dirname, join } from 'node:path';
import { type Answer, type Failure, fail, succeed } from '../../../shared/ipc/answer';
import type { OpenedDocument, SaveOutcome } from '../../../shared/ipc/documents';
import { maxDesignBytes } from '../../../shared/ipc/limits';
import { designFilter } from '../dialogs';
import { designExtension, toDesignName, toFileName, withDesignExtension } from '../files/file-names';
import { readDesignFile, readRevision } from '../files/read-design-file';
import { saveFile } from '../files/save-file';
import type { CurrentDocument } from './desk';
import type { CurrentText } from './page-text';
import { startDocument, untitledName } from './start-document';
import type { Workbench } from './workbench';

const cancelled = fail('cancelled', 'Nothing was saved.');

type Place = { readonly path: string; readonly mustMatch: boolean };
type Decision = { readonly go: Place } | { readonly stop: Answer<SaveOutcome> };

const chooseBetweenVersions = (bench: Workbench, name: string) =>
  bench.dialogs.ask({
    message: `“${name}” has changed on disk since you opened it.`,
    detail:
      'Another program or person has saved it. Reload drops your changes, Overwrite drops theirs, Save As… keeps both.',
    buttons: ['Save As…', 'Overwrite', 'Reload', 'Cancel'],
    standard: 0,
    cancel: 3,
  });

const chooseForGoneFile = (bench: Workbench, name: string) =>
  bench.dialogs.ask({
    message: `“${name}” is no longer where it was.`,
    detail: 'It was moved, renamed or deleted. Your design is still open here.',
    buttons: ['Save It Again', 'Save As…', 'Cancel'],
    standard: 0,
    cancel: 2,
  });

const reload = async (bench: Workbench, document: CurrentDocument, path: string): Promise<Answer<SaveOutcome>> => {
  const file = await readDesignFile(bench.disk, path, bench.check);
  if (!file.ok) return file;
  await bench.drafts.discard(document.draftId);
  const opened: OpenedDocument = startDocument(bench, {
    ...file.value,
    path,
    name: document.name,
    origin: 'file',
    dirty: false,
  });
  return succeed({ outcome: 'reloaded', document: opened });
};

/** Asks for a place. Adding the extension may name a file that the system's dialog has not asked about. */
const choosePlace = async (bench: Workbench, document: CurrentDocument): Promise<string | null> => {
  const folder = document.path === null ? bench.documentsFolder : dirname(document.path);
  const title = document.path === null ? document.state.title : document.name;
  const suggested = join(folder, `${toFileName(title, untitledName)}${designExtension}`);
  const chosen = await bench.dialogs.choosePlace(suggested, designFilter);
  if (chosen === null) return null;
  const path = withDesignExtension(chosen);
  if (path === chosen || (await bench.disk.look(path).catch(() => null)) === null) return path;
  const answer = await bench.dialogs.ask({
    message: `“${basename(path)}” already exists.`,
    detail: 'Replacing it overwrites what it holds.',
    buttons: ['Replace', 'Cancel'],
    standard: 1,
    cancel: 1,
  });
  return answer === 0 ? path : null;
};

const decideAs = async (bench: Workbench, document: CurrentDocument): Promise<Decision> => {
  const path = await choosePlace(bench, document);
  return path === null ? { stop: cancelled } : { go: { path, mustMatch: false } };
};

/** Where to save: the document's own file if it still holds what we know, else wherever the user says. */
const decide = async (bench: Workbench, document: CurrentDocument, request: CurrentText): Promise<Decision> => {
  const { path } = document;
  if (path === null) return decideAs(bench, document);
  const found = await readRevision(bench.disk, path);
  if (found === null) {
    const answer = await chooseForGoneFile(bench, basename(path));
    if (answer === 1) return decideAs(bench, document);
    return answer === 0 ? { go: { path, mustMatch: false } } : { stop: cancelled };
  }
  if (found === document.revision || found === request.baseRevision) return { go: { path, mustMatch: true } };
  const answer = await chooseBetweenVersions(bench, basename(path));
  if (answer === 0) return decideAs(bench, document);
  if (answer === 1) return { go: { path, mustMatch: false } };
  return { stop: answer === 2 ? await reload(bench, document, path) : cancelled };
};

/** Never write what could not be read again. */
const checkText = (bench: Workbench, text: string): Failure | null => {
  const bytes = new TextEncoder().encode(text).byteLength;
  if (bytes > maxDesignBytes)
    return fail(
      'too-large',
      `The design could not be saved: it has ${bytes} bytes, and designs may have ${maxDesignBytes} at most.`,
    );
  const judgement = bench.check(text);
  return judgement.ok
    ? null
    : fail(
        'not-a-design',
        `The design was not saved, because it could not be opened again: ${judgement.message} Undo the last change and save again.`,
      );
};

const write = async (
  bench: Workbench,
  document: CurrentDocument,
  place: Place,
  text: string,
): Promise<Answer<SaveOutcome>> => {
  const saved = await saveFile(bench.disk, place.path, new TextEncoder().encode(text), {
    randomName: () => bench.randomId().slice(0, 8),
    keepPrevious: bench.history.keep,
  });
  if (!saved.ok) return saved;
  const name = toDesignName(place.path);
  const { revision } = saved.value;
  bench.desk.update(document.ticket, { path: place.path, name, revision, origin: 'file' });
  await bench.drafts.settle(document.draftId, text);
  await bench.recent.add(place.path);
  await bench.exportMemory.settle(document.ticket, place.path);
  const value = { ticket: document.ticket, name, folder: dirname(place.path), revision };
  return succeed({ outcome: 'saved', document: value });
};

/**
 * Saves the page's text into the document's file, or where the user says. The file on disk is replaced as a whole or stays as it is. One save runs at a time;
 * the last one counts.
 */
export const saveDocument = (bench: Workbench, request: CurrentText, as: boolean): Promise<Answer<SaveOutcome>> =>
  bench.order('save', async () => {
    const document = bench.desk.current();
    if (document === null || document.ticket !== request.ticket)
      return fail('unknown-ticket', 'The design was not saved: another one is open now.');
    const problem = checkText(bench, request.text);
    if (problem !== null) return problem;
    const decision = as ? await decideAs(bench, document) : await decide(bench, document, request);
    return 'stop' in decision ? decision.stop : write(bench, document, decision.go, request.text);
  });
