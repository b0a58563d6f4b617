import { copyTo, cutTo, pasteFrom } from '../actions/clipboard';
import { followPointer } from '../actions/pointer-place';
import { app } from '../store/app';
import { isTextFocused } from './text-focus';

/** Text that is being edited or was marked with the mouse goes the way it goes everywhere. */
const belongsToText = (): boolean => isTextFocused() || document.getSelection()?.isCollapsed === false;

const isInDialog = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

type Take = (clipboard: DataTransfer) => void;

const take =
  (act: Take, needsSelection: boolean) =>
  (event: ClipboardEvent): void => {
    const { document: open, selection } = app.getState();
    if (!event.clipboardData || !open || isInDialog()) return;
    if (needsSelection ? belongsToText() || selection.elements.length === 0 : isTextFocused()) return;
    event.preventDefault();
    act(event.clipboardData);
  };

/** Copying, cutting and pasting elements through the system's clipboard. Answers with what stops it. */
export function listenToClipboard(): () => void {
  const listeners = [
    ['copy', take(copyTo, true)],
    ['cut', take(cutTo, true)],
    ['paste', take(pasteFrom, false)],
  ] as const;
  for (const [name, listener] of listeners) document.addEventListener(name, listener);
  const stop = followPointer();
  return () => {
    stop();
    for (const [name, listener] of listeners) document.removeEventListener(name, listener);
  };
}
