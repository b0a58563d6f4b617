import type { Answer } from '../../../shared/ipc/answer';
import type { OpenedDocument } from '../../../shared/ipc/documents';
import { emptyDesign } from '../../../shared/model/design';
import { parseDesign } from '../../../shared/model/format/parse';
import { desktop } from '../desktop';
import { shorten } from '../format';
import { app } from '../store/app';

/** Shows a document that the main process handed over. Text that is no design leaves the open one as it is. */
export function acceptDocument(opened: OpenedDocument): void {
  const parsed = opened.text === null ? undefined : parseDesign(opened.text);
  if (parsed && !parsed.ok) {
    app.openDialog({
      kind: 'fault',
      title: `“${opened.name}” was not opened`,
      message: parsed.error.message,
      details: parsed.error.details ?? [],
    });
    return;
  }
  const { ticket, name, folder, revision, dirty } = opened;
  app.openDocument({ ticket, name, folder, revision, isUnsavedFromStart: dirty }, parsed?.value ?? emptyDesign());
  for (const notice of opened.notices) app.notify({ tone: 'info', text: notice });
  app.announce(`${name} is open`);
}

/** Takes the answer to any request that opens a document; says what went wrong unless the user cancelled. */
async function openBy(request: Promise<Answer<OpenedDocument>>, title: string): Promise<boolean> {
  const answer = await request;
  if (answer.ok) acceptDocument(answer.value);
  else if (answer.code !== 'cancelled') app.openDialog({ kind: 'fault', title, message: answer.message, details: [] });
  return answer.ok;
}

const NOT_OPENED = 'The design was not opened';

export const newDocument = (): Promise<boolean> =>
  openBy(desktop.invoke('design.new', {}), 'No new design was started');

/** Goes on with a copy of the open design as a new one without a file; the file stays as it was last saved. */
export async function duplicateDocument(): Promise<void> {
  const { design } = app.getState();
  if (!(await newDocument())) return;
  const { document } = app.getState();
  const name = `${shorten(design.header.name, 180)} copy`;
  if (document)
    app.openDocument({ ...document, isUnsavedFromStart: true }, { ...design, header: { ...design.header, name } });
}

export const openDocument = (): Promise<boolean> => openBy(desktop.invoke('design.open', {}), NOT_OPENED);
export const openRecent = (ticket: string): Promise<boolean> =>
  openBy(desktop.invoke('design.openTicket', { ticket }), NOT_OPENED);
export const openExample = (name: string): Promise<boolean> =>
  openBy(desktop.invoke('design.openExample', { name }), 'The example was not opened');
export const openTemplate = (id: string): Promise<boolean> =>
  openBy(desktop.invoke('design.openTemplate', { id }), 'The template was not opened');
export const openDropped = (file: File): Promise<boolean> => openBy(desktop.openDroppedFile(file), NOT_OPENED);
export const recoverDraft = (ticket: string): Promise<boolean> =>
  openBy(desktop.invoke('recovery.take', { ticket }), 'The draft was not recovered');
export const openVersion = (ticket: string, version: string): Promise<boolean> =>
  openBy(desktop.invoke('history.open', { ticket, version }), 'The earlier version was not opened');
