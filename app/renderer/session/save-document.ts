import type { Answer } from '../../../shared/ipc/answer';
import type { SavedDocument, SaveOutcome } from '../../../shared/ipc/documents';
import { serializeDesign } from '../../../shared/model/format/serialize';
import type { History } from '../../../shared/model/history';
import { desktop } from '../desktop';
import { app } from '../store/app';
import { acceptDocument } from './open-document';

/** The design as it stands, for a request that writes it; null while there is no document. */
export function currentText() {
  app.commitGesture();
  const { document, design, history } = app.getState();
  if (!document) return null;
  const request = { ticket: document.ticket, text: serializeDesign(design), baseRevision: document.revision };
  return { request, history };
}

/** The main process wrote the text that was made at `history`. */
export function acceptSaved(saved: SavedDocument, history: History): void {
  app.markSaved({ ...saved, isUnsavedFromStart: false }, history);
  app.announce(`${saved.name} is saved`);
}

function acceptOutcome(answer: Answer<SaveOutcome>, history: History): boolean {
  if (answer.ok) {
    if (answer.value.outcome === 'saved') acceptSaved(answer.value.document, history);
    else acceptDocument(answer.value.document);
    return true;
  }
  if (answer.code !== 'cancelled')
    app.openDialog({
      kind: 'fault',
      title: 'The design was not saved',
      message: answer.message,
      details: ['Your changes are kept here and in a draft.'],
      offerSaveAs: true,
    });
  return false;
}

/** Saves to the document's file; asks for a place where it has none. Answers whether it was written. */
export async function saveDocument(): Promise<boolean> {
  const current = currentText();
  if (!current) return false;
  return acceptOutcome(await desktop.invoke('design.save', current.request), current.history);
}

export async function saveDocumentAs(): Promise<boolean> {
  const current = currentText();
  if (!current) return false;
  return acceptOutcome(await desktop.invoke('design.saveAs', current.request), current.history);
}
