import { dirname } from 'node:path';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import type { OpenedDocument, RecoveryEntry, Ticket } from '../../../shared/ipc/documents';
import type { Draft } from '../files/drafts';
import { readDesignFile, readRevision } from '../files/read-design-file';
import { replaceDocument } from './open-document';
import { startDocument } from './start-document';
import type { Workbench } from './workbench';

const judgeFile = async (bench: Workbench, draft: Draft): Promise<RecoveryEntry['file']> => {
  if (draft.path === null) return 'never-saved';
  const revision = await readRevision(bench.disk, draft.path).catch(() => null);
  if (revision === null) return 'gone';
  return revision === draft.baseRevision ? 'unchanged' : 'changed-since';
};

/** Drafts of earlier sessions, newest first; the draft of the open document is not among them. */
export const listRecovery = async (bench: Workbench): Promise<RecoveryEntry[]> => {
  const drafts = (await bench.drafts.list()).filter((draft) => draft.id !== bench.desk.current()?.draftId);
  return Promise.all(
    drafts.map(async (draft) => ({
      ticket: bench.tickets.issue('draft', draft.id),
      name: draft.name,
      folder: draft.path === null ? null : dirname(draft.path),
      time: draft.time,
      file: await judgeFile(bench, draft),
    })),
  );
};

const findDraft = async (bench: Workbench, ticket: Ticket): Promise<Answer<Draft>> => {
  const id = bench.tickets.find('draft', ticket);
  const draft = id === undefined ? null : await bench.drafts.read(id);
  return draft === null ? fail('unknown-ticket', 'This draft is not there any more.') : succeed(draft);
};

/** Opens a draft as unsaved work on its file; if that is gone, as a design that was never saved. */
export const takeDraft = async (bench: Workbench, ticket: Ticket): Promise<Answer<OpenedDocument>> => {
  const found = await findDraft(bench, ticket);
  if (!found.ok) return found;
  const draft = found.value;
  const judgement = bench.check(draft.text);
  if (!judgement.ok)
    return fail('not-a-design', `The draft of “${draft.name}” could not be opened: ${judgement.message}`);
  const isGone = (await judgeFile(bench, draft)) === 'gone';
  const notices = isGone ? [`The file of “${draft.name}” is gone; save the recovered design to a new place.`] : [];
  return replaceDocument(bench, {
    path: isGone ? null : draft.path,
    name: draft.name,
    text: draft.text,
    revision: isGone ? null : draft.baseRevision,
    origin: 'draft',
    dirty: true,
    notices: [...notices, ...judgement.notices],
    draftId: draft.id,
  });
};

export const discardDraft = async (bench: Workbench, ticket: Ticket): Promise<Answer<Record<string, never>>> => {
  const found = await findDraft(bench, ticket);
  if (!found.ok) return found;
  await bench.drafts.discard(found.value.id);
  return succeed({});
};

/** Gives the page back what it showed before it was reloaded or crashed: the draft if there is one, else the file. Null: nothing was open. */
export const resumeDocument = async (bench: Workbench): Promise<OpenedDocument | null> => {
  const document = bench.desk.current();
  if (document === null) return null;
  const draft = await bench.drafts.read(document.draftId);
  const { path, name, draftId, revision, origin } = document;
  if (draft !== null)
    return startDocument(bench, { path, name, draftId, revision, origin, text: draft.text, dirty: true, notices: [] });
  const file = path === null ? null : await readDesignFile(bench.disk, path, bench.check);
  return file?.ok ? startDocument(bench, { ...file.value, path, name, origin, dirty: false }) : null;
};
