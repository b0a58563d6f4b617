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

export async function copyTemplate({ text }: TemplateFile): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.notify({ tone: 'ok', text: 'The template is on the clipboard.' });
  } catch {
    app.notify({ tone: 'error', text: 'The clipboard cannot be written. Save the template to a file instead.' });
  }
}
