import { serializeDesign } from '../../../shared/model/format/serialize';
import { desktop } from '../desktop';
import { app } from '../store/app';
import { selectDirty } from '../store/selectors';

const QUIET_MS = 1000;

async function putDraft(): Promise<void> {
  const state = app.getState();
  const { document, design } = state;
  if (!document || !selectDirty(state)) return;
  const answer = await desktop.invoke('draft.put', {
    ticket: document.ticket,
    text: serializeDesign(design),
    baseRevision: document.revision,
  });
  if (app.getState().document?.ticket !== document.ticket) return;
  if (answer.ok) app.setDraftTime(selectDirty(app.getState()) ? answer.value.time : null);
  else if (app.getState().draftTime !== null || !hasWarned) {
    hasWarned = true;
    app.setDraftTime(null);
    app.notify({ tone: 'error', text: `No draft is being kept: ${answer.message}` });
  }
}

// Said once; a full disk would repeat it every second.
let hasWarned = false;

/** Keeps a draft one second after the last change. Answers with what stops it. */
export function keepDrafts(): () => void {
  let timer = 0;
  const stop = app.store.subscribe((state, before) => {
    if (state.design === before.design || !state.document) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void putDraft(), QUIET_MS);
  });
  return () => {
    window.clearTimeout(timer);
    stop();
  };
}
