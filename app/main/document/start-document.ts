import { dirname } from 'node:path';
import type { OpenedDocument } from '../../../shared/ipc/documents';
import { toDesignName } from '../files/file-names';
import type { Workbench } from './workbench';

export type Beginning = {
  readonly path: string | null;
  /** Used when there is no path. */
  readonly name: string;
  readonly text: string | null;
  readonly revision: string | null;
  readonly origin: OpenedDocument['origin'];
  readonly dirty: boolean;
  readonly notices: readonly string[];
  /** The draft that goes on, for recovered work. */
  readonly draftId?: string;
};

/** Puts another document on the desk and answers it for the page. Unsaved changes of the one before have been settled by then. */
export const startDocument = (bench: Workbench, beginning: Beginning): OpenedDocument => {
  const ticket = `doc-${bench.randomId()}`;
  const name = beginning.path === null ? beginning.name : toDesignName(beginning.path);
  bench.desk.put({
    ticket,
    draftId: beginning.draftId ?? bench.randomId(),
    path: beginning.path,
    name,
    revision: beginning.revision,
    origin: beginning.origin,
    state: { ticket, title: name, dirty: beginning.dirty, undoLabel: null, redoLabel: null, textFocused: false },
  });
  return {
    ticket,
    name,
    folder: beginning.path === null ? null : dirname(beginning.path),
    text: beginning.text,
    revision: beginning.revision,
    origin: beginning.origin,
    dirty: beginning.dirty,
    notices: [...beginning.notices],
  };
};

export const untitledName = 'Untitled';

/** A new, empty design; the page knows what that looks like. */
export const startNewDocument = (bench: Workbench): OpenedDocument =>
  startDocument(bench, {
    path: null,
    name: untitledName,
    text: null,
    revision: null,
    origin: 'new',
    dirty: false,
    notices: [],
  });
