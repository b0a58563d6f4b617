import { isTextFocused } from '../session/text-focus';
import { app } from '../store/app';
import { isSelectionEmpty } from '../store/selection';
import type { Action } from './action';
import { allActions, runAction } from './registry';

/** The keys of an event that matter for matching. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

interface Combination {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const readShortcut = (shortcut: string): Combination => {
  // "Mod++" ends in the plus key itself.
  const parts = shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
};

/** Whether a key stroke is the shortcut. The plus sign needs Shift on many keyboards, so Shift is not compared for it. */
export function matchesShortcut(shortcut: string, stroke: KeyStroke): boolean {
  const wanted = readShortcut(shortcut);
  const isPlus = wanted.key === '+' || wanted.key === '=';
  return (
    stroke.key.toLowerCase() === wanted.key &&
    (stroke.ctrlKey || stroke.metaKey) === wanted.mod &&
    (isPlus || stroke.shiftKey === wanted.shift) &&
    stroke.altKey === wanted.alt
  );
}

export const findByStroke = (stroke: KeyStroke): Action | undefined =>
  allActions.find(({ shortcuts }) => shortcuts?.some((shortcut) => matchesShortcut(shortcut, stroke)));

const needsModifier = (stroke: KeyStroke): boolean => !stroke.ctrlKey && !stroke.metaKey && !/^F\d+$/.test(stroke.key);

/** Editing keys that belong to a text field while it has the focus. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['z', 'y', 'x', 'c', 'v', 'a', 'd']);

const belongsToText = (stroke: KeyStroke): boolean =>
  isTextFocused() && (needsModifier(stroke) || TEXT_KEYS.has(stroke.key.toLowerCase()));

const isInside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Marked text is copied as text, wherever it stands. */
const isCopyOfText = (stroke: KeyStroke): boolean =>
  (stroke.ctrlKey || stroke.metaKey) &&
  stroke.key.toLowerCase() === 'c' &&
  document.getSelection()?.isCollapsed === false;

/** Leaves what is open, the innermost first: gesture, preview, outage, tool, highlight, focus mode, selection. */
export function leaveInnermost(): boolean {
  const { gesture, preview, outage, selection, view, highlight, focus } = app.getState();
  if (gesture) app.cancelGesture();
  else if (preview) app.closePreview();
  else if (outage) app.leaveOutage();
  else if (view.tool !== 'select') app.setView({ tool: 'select' });
  else if (highlight) app.highlight(null);
  else if (focus) app.leaveFocus();
  else if (!isSelectionEmpty(selection)) app.select({});
  else return false;
  return true;
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (isInside(event.target, '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return;
  if (event.key === 'Escape') {
    if (!isTextFocused() && leaveInnermost()) event.preventDefault();
    return;
  }
  if (belongsToText(event) || isCopyOfText(event)) return;
  // Letters typed at a list choose an entry by its name.
  if (needsModifier(event) && event.key.length === 1 && isInside(event.target, '[role="combobox"], [role="tree"]'))
    return;
  const action = findByStroke(event);
  if (!action) return;
  event.preventDefault();
  runAction(action.id);
}

/** Listens for shortcuts in the window. Answers with what stops it. */
export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', handleKey);
  return () => window.removeEventListener('keydown', handleKey);
}
