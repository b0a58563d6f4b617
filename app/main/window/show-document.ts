import type { BrowserWindow } from 'electron';
import type { CurrentDocument } from '../document/desk';

/** Title of the window: a mark for unsaved changes, the design, the program. */
export const formatTitle = (document: CurrentDocument | null, isMac: boolean): string => {
  if (document === null) return 'Stratiform';
  const mark = document.state.dirty && !isMac ? '● ' : '';
  return `${mark}${document.state.title || document.name} — Stratiform`;
};

/** Shows the document's name, file and dirty mark the way the system does. */
export const showDocument = (window: BrowserWindow, document: CurrentDocument | null): void => {
  const isMac = process.platform === 'darwin';
  window.setTitle(formatTitle(document, isMac));
  if (!isMac) return;
  window.setDocumentEdited(document?.state.dirty ?? false);
  window.setRepresentedFilename(document?.path ?? '');
};
