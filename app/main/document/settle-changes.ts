import type { CurrentDocument } from './desk';
import type { CurrentText } from './page-text';
import { saveDocument } from './save-document';
import type { Workbench } from './workbench';

/** The page's text or, when the page does not answer, the draft kept last. */
const fetchText = async (
  bench: Workbench,
  document: CurrentDocument,
): Promise<{ readonly requestId: string; readonly current: CurrentText } | null> => {
  const answer = await bench.pageText.fetch();
  if (answer !== null) return answer;
  const draft = await bench.drafts.read(document.draftId);
  if (draft === null) return null;
  return { requestId: '', current: { ticket: document.ticket, text: draft.text, baseRevision: document.revision } };
};

const tell = (bench: Workbench, message: string, detail: string) =>
  bench.dialogs.ask({ message, detail, buttons: ['OK'], standard: 0, cancel: 0 });

const saveNow = async (bench: Workbench, document: CurrentDocument): Promise<boolean> => {
  const answer = await fetchText(bench, document);
  if (answer === null) {
    await tell(bench, 'The design could not be saved.', 'The window does not answer. Try again, or choose Don’t Save.');
    return false;
  }
  const saved = await saveDocument(bench, answer.current, false);
  if (!saved.ok) {
    if (saved.code !== 'cancelled') await tell(bench, saved.message, 'Your design is still open.');
    return false;
  }
  if (saved.value.outcome === 'reloaded') {
    bench.page.send('document.open', { document: saved.value.document });
    return false;
  }
  bench.desk.update(document.ticket, { state: { ...document.state, dirty: false } });
  bench.page.send('document.saved', { requestId: answer.requestId, document: saved.value.document });
  return true;
};

/**
 * Asks what to do with unsaved changes before the document leaves the window: Save, Don't Save, Cancel. Answers whether it may leave; a save that
 * fails keeps it.
 */
export const settleChanges = (bench: Workbench): Promise<boolean> =>
  bench.order('settle', async () => {
    const document = bench.desk.current();
    if (document === null || !document.state.dirty) return true;
    const answer = await bench.dialogs.ask({
      message: `Do you want to save the changes to “${document.state.title || document.name}”?`,
      detail: 'Your changes will be lost if you don’t save them.',
      buttons: ['Save', 'Don’t Save', 'Cancel'],
      standard: 0,
      cancel: 2,
    });
    if (answer === 0) return saveNow(bench, document);
    if (answer !== 1) return false;
    await bench.drafts.discard(document.draftId);
    return true;
  });
