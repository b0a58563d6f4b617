import { app } from '../../store/app';

/**
 * Puts text on the clipboard by the copy command of the page: the asynchronous clipboard needs a permission, and the
 * window grants none. Answers whether it was taken.
 */
function putOnClipboard(text: string): boolean {
  let isTaken = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener('copy', give);
  document.execCommand('copy');
  document.removeEventListener('copy', give);
  return isTaken;
}

/** Copies a text and says so; `what` begins the sentence. */
export function copyText(text: string, what: string): boolean {
  const isTaken = putOnClipboard(text);
  if (isTaken) app.notify({ tone: 'ok', text: `${what} is on the clipboard.` });
  else app.notify({ tone: 'error', text: 'The clipboard cannot be written. Save to a file instead.' });
  return isTaken;
}
