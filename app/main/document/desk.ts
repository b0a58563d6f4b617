import type { DocumentState } from '../../../shared/ipc/contract';
import type { OpenedDocument, Ticket } from '../../../shared/ipc/documents';

/** The document in the window, as the main process knows it. `path` is null until it is saved; `revision` is what the file held when last read or written. */
export type CurrentDocument = {
  readonly ticket: Ticket;
  readonly draftId: string;
  readonly path: string | null;
  readonly name: string;
  readonly revision: string | null;
  readonly origin: OpenedDocument['origin'];
  readonly state: DocumentState;
};

/** Holds the one document of the window and tells listeners when it changes. */
export type Desk = {
  readonly current: () => CurrentDocument | null;
  readonly put: (document: CurrentDocument | null) => void;
  /** Changes the current document if it still is the one of this ticket; answers whether it was. */
  readonly update: (ticket: Ticket, change: Partial<CurrentDocument>) => boolean;
  readonly onChange: (listener: (document: CurrentDocument | null) => void) => void;
};

export const createDesk = (): Desk => {
  let document: CurrentDocument | null = null;
  const listeners: ((document: CurrentDocument | null) => void)[] = [];
  const put = (next: CurrentDocument | null) => {
    document = next;
    for (const listener of listeners) listener(next);
  };
  return {
    current: () => document,
    put,
    update: (ticket, change) => {
      if (document?.ticket !== ticket) return false;
      put({ ...document, ...change });
      return true;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
};
