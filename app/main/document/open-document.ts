import { basename, dirname } from 'node:path';
import { type Answer, type Failure, fail, succeed } from '../../../shared/ipc/answer';
import type { OpenedDocument, Ticket } from '../../../shared/ipc/documents';
import { type DesignFile, readDesignFile, readRevision } from '../files/read-design-file';
import { removeStaleTemporaries } from '../files/save-file';
import { settleChanges } from './settle-changes';
import { type Beginning, startDocument, startNewDocument } from './start-document';
import type { Workbench } from './workbench';

type Opening = Promise<Answer<OpenedDocument>>;

export const unchanged: Failure = fail('cancelled', 'Nothing was opened.');

/** Replaces the document once its unsaved changes are settled. */
export const replaceDocument = async (bench: Workbench, beginning: Beginning): Opening =>
  (await settleChanges(bench)) ? succeed(startDocument(bench, beginning)) : unchanged;

export const newDocument = async (bench: Workbench): Opening =>
  (await settleChanges(bench)) ? succeed(startNewDocument(bench)) : unchanged;

/** For a file that is empty or damaged: offers the newest version that we kept of it. */
const offerPreviousVersion = async (bench: Workbench, path: string, failure: Failure): Opening => {
  const newest = (await bench.history.list(path))[0];
  if (newest === undefined || (failure.code !== 'empty-file' && failure.code !== 'not-a-design')) return failure;
  const answer = await bench.dialogs.ask({
    message: failure.message,
    detail: `A version from ${new Date(newest.time).toLocaleString()} has been kept. The file itself stays as it is until you save.`,
    buttons: ['Open Kept Version', 'Cancel'],
    standard: 0,
    cancel: 1,
  });
  const bytes = answer === 0 ? await bench.history.read(path, newest.version) : null;
  if (bytes === null) return answer === 0 ? failure : unchanged;
  const text = new TextDecoder().decode(bytes);
  const judgement = bench.check(text);
  if (!judgement.ok) return failure;
  const revision = await readRevision(bench.disk, path);
  return replaceDocument(bench, {
    path,
    name: '',
    text,
    revision,
    origin: 'history',
    dirty: true,
    notices: judgement.notices,
  });
};

const toBeginning = (file: DesignFile, path: string): Beginning => ({
  ...file,
  path,
  name: '',
  origin: 'file',
  dirty: false,
});

/** Opens a design file. It is read and judged first, so that a bad file leaves the open design as it is. */
export const openPath = async (bench: Workbench, path: string): Opening => {
  const file = await readDesignFile(bench.disk, path, bench.check);
  if (!file.ok) return offerPreviousVersion(bench, path, file);
  const opened = await replaceDocument(bench, toBeginning(file.value, path));
  if (opened.ok) {
    await bench.recent.add(path);
    await removeStaleTemporaries(bench.disk, dirname(path), bench.now());
  }
  return opened;
};

export const chooseAndOpen = async (bench: Workbench): Opening => {
  const path = await bench.dialogs.chooseDesign();
  return path === null ? unchanged : openPath(bench, path);
};

export const openRecent = async (bench: Workbench, ticket: Ticket): Opening => {
  const path = bench.tickets.find('recent', ticket);
  if (path === undefined)
    return fail('unknown-ticket', 'The file could not be opened: it is not on the list of recent files.');
  return openPath(bench, path);
};

/** Opens a copy of an example: saving it asks for a place. */
export const openExample = async (bench: Workbench, name: string): Opening => {
  const path = await bench.examples.find(name);
  if (path === null) return fail('not-found', `There is no example “${name}”.`);
  const file = await readDesignFile(bench.disk, path, bench.check);
  if (!file.ok) return file;
  const { text, notices } = file.value;
  const about = (await bench.examples.list()).find((example) => example.name === name);
  const title = about?.title ?? basename(name);
  return replaceDocument(bench, {
    path: null,
    name: title,
    text,
    revision: null,
    origin: 'example',
    dirty: false,
    notices,
  });
};

/** Opens a copy of a template: saving it asks for a place, and the template stays as it is. */
export const openTemplate = async (bench: Workbench, id: string): Opening => {
  const template = await bench.templates.read(id);
  if (template === null) return fail('not-found', 'This template is not there any more.');
  const { name, text } = template;
  const judgement = bench.check(text);
  if (!judgement.ok) return fail('not-a-design', `“${name}” could not be opened: ${judgement.message}`);
  const { notices } = judgement;
  return replaceDocument(bench, { path: null, name, text, revision: null, origin: 'template', dirty: false, notices });
};

/** Opens without being asked by the page (menu, second start) and hands the document to it; a fault is told as a notice. */
export const openForPage = async (bench: Workbench, opening: (bench: Workbench) => Opening): Promise<void> => {
  const opened = await opening(bench);
  if (opened.ok) bench.page.send('document.open', { document: opened.value });
  else if (opened.code !== 'cancelled') bench.page.send('notice', { level: 'error', message: opened.message });
};
