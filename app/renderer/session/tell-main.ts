import { desktop } from '../desktop';
import { app } from '../store/app';
import { selectDirty } from '../store/selectors';
import type { AppState } from '../store/state';
import { isTextFocused } from './text-focus';

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

const describeDocument = (state: AppState) =>
  state.document && {
    ticket: state.document.ticket,
    title: cut(state.document.name),
    dirty: selectDirty(state),
    undoLabel: nameOrNull(state.history.past.at(-1)?.name),
    redoLabel: nameOrNull(state.history.future[0]?.name),
    textFocused: isTextFocused(),
  };

const nameOrNull = (name: string | undefined): string | null => (name === undefined ? null : cut(name));

/** Keeps title bar and native menus in step with the page. Answers with what stops it. */
export function tellMain(): () => void {
  let last = '';
  const tell = () => {
    const current = describeDocument(app.getState());
    const text = JSON.stringify(current);
    if (!current || text === last) return;
    last = text;
    void desktop.invoke('document.state', current);
  };
  // The focus moves after this event; a microtask later the new element has it.
  const tellSoon = () => queueMicrotask(tell);
  document.addEventListener('focusin', tellSoon);
  document.addEventListener('focusout', tellSoon);
  const stop = app.store.subscribe(tell);
  return () => {
    stop();
    document.removeEventListener('focusin', tellSoon);
    document.removeEventListener('focusout', tellSoon);
  };
}
