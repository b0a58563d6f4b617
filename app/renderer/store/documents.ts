import { type Design, emptyDesign } from '../../../shared/model/design';
import { emptyHistory, type History } from '../../../shared/model/history';
import type { PriceBooks } from '../../../shared/pricing/price-book';
import type { Core } from './core';
import { emptySelection } from './selection';
import type { DocumentInfo, Judgement } from './state';

export interface Documents {
  /** Replaces the design in the window; history, selection and previews start afresh. */
  openDocument(document: DocumentInfo, design: Design): void;
  /** Back to the start screen. */
  closeDocument(): void;
  /** The text made at `history` is on disk now under `document`. Edits made since keep it modified. */
  markSaved(document: DocumentInfo, history: History): void;
  setDraftTime(time: string | null): void;
  /** Prices arrived: the bill is worked out. */
  setBooks(books: PriceBooks): void;
}

/** Where in the history the state saved at `then` lies now; null where undo and redo cannot reach it any more. */
function savedPosition(then: History, now: History): number | null {
  const position = then.past.length;
  if (position === 0) return 0;
  const timeline = [...now.past, ...now.future];
  return timeline[position - 1] === then.past[position - 1] ? position : null;
}

/** Another design has nothing to do with what was found in the last. */
const nothingFound: Judgement = {
  findings: [],
  waived: [],
  waivers: [],
  counts: { error: 0, warning: 0, info: 0, unknown: 0 },
  findingsOf: new Map(),
};

function openDocument(core: Core, document: DocumentInfo | null, design: Design): void {
  core.set({
    design,
    opened: design,
    ...core.follow(design, { ...core.get(), ...nothingFound }),
    history: emptyHistory,
    gesture: null,
    document,
    draftTime: null,
    selection: emptySelection,
    hover: null,
    highlight: null,
    preview: null,
    outage: null,
    focus: null,
    dialog: null,
  });
}

export const makeDocuments = (core: Core): Documents => ({
  openDocument: (document, design) => openDocument(core, document, design),
  closeDocument: () => openDocument(core, null, emptyDesign()),
  markSaved: (document, then) => {
    const { history, document: current } = core.get();
    // Another design may have been opened while the disk was busy.
    if (current?.ticket !== document.ticket) return;
    core.set({
      document: { ...document, isUnsavedFromStart: false },
      history: { ...history, savedAt: savedPosition(then, history) },
      draftTime: null,
    });
  },
  setDraftTime: (draftTime) => core.set({ draftTime }),
  setBooks: (books) => {
    const state = core.get();
    core.set({ books, ...core.follow(state.design, { ...state, books }) });
  },
});
