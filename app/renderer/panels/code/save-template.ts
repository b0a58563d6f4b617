import { desktop } from '../../desktop';
import { app } from '../../store/app';
import type { TemplateFile } from './template';

/** Asks for a place and writes the template there. Answers whether it was written. */
export async function saveTemplate({ path, text }: TemplateFile): Promise<boolean> {
  const answer = await desktop.invoke('export.save', { text, suggestedName: path });
  if (answer.ok) app.notify({ tone: 'ok', text: `“${answer.value.name}” was saved in ${answer.value.folder}.` });
  else if (answer.code !== 'cancelled')
    app.openDialog({ kind: 'fault', title: 'The template was not saved', message: answer.message, details: [] });
  return answer.ok;
}

/**
 * Puts text on the clipboard by the copy command of the page: the asynchronous clipboard needs a permission, and the
 * window grants none. Answers whether it was taken.
 */
function copyText(text: string): boolean {
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

export function copyTemplate({ text }: TemplateFile): void {
  if (copyText(text)) app.notify({ tone: 'ok', text: 'The template is on the clipboard.' });
  else app.notify({ tone: 'error', text: 'The clipboard cannot be written. Save the template to a file instead.' });
}
