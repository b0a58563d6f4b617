import { create } from 'zustand';
import type { TemplateEntry } from '../../../shared/ipc/templates';
import { desktop } from '../desktop';
import { shorten } from '../format';
import { app } from '../store/app';
import { currentText } from './save-document';

/** The designs that a person has kept to start from, by name. */
export const useOwnTemplates = create<{ readonly entries: readonly TemplateEntry[] }>()(() => ({ entries: [] }));

/** Reads the list again; what cannot be read is said. */
export async function refreshTemplates(): Promise<readonly TemplateEntry[]> {
  const answer = await desktop.invoke('templates.list', {});
  if (answer.ok) useOwnTemplates.setState({ entries: answer.value.entries });
  else app.notify({ tone: 'error', text: answer.message });
  return useOwnTemplates.getState().entries;
}

/** Text of a template as it was written at `time`; null where it is gone. */
export async function readTemplate(id: string, _time: string): Promise<string | null> {
  const answer = await desktop.invoke('templates.read', { id });
  return answer.ok ? answer.value.text : null;
}

/** The template of that name, whatever the case. */
export const findTemplate = (entries: readonly TemplateEntry[], name: string): TemplateEntry | undefined =>
  entries.find((entry) => entry.name.trim().toLowerCase() === name.trim().toLowerCase());

/** Asks under which name to keep the open design. */
export async function askForTemplate(): Promise<void> {
  await refreshTemplates();
  app.openDialog({ kind: 'saveTemplate' });
}

/** Keeps the open design under a name, in the place of a template of that name. Answers whether it was kept. */
export async function keepTemplate(name: string): Promise<boolean> {
  const current = currentText();
  if (!current) return false;
  const replaces = findTemplate(useOwnTemplates.getState().entries, name)?.id ?? null;
  const answer = await desktop.invoke('templates.put', { name, text: current.request.text, replaces });
  if (answer.ok)
    app.notify({ tone: 'ok', text: `“${shorten(name, 60)}” is among your templates on the start screen.` });
  else app.notify({ tone: 'error', text: answer.message });
  return answer.ok;
}

/** Answers whether it has the name now. */
export async function renameTemplate(id: string, name: string): Promise<boolean> {
  const answer = await desktop.invoke('templates.rename', { id, name });
  if (!answer.ok) app.notify({ tone: 'error', text: answer.message });
  await refreshTemplates();
  return answer.ok;
}

/** Deletes a template for good. */
export async function deleteTemplate({ id, name }: TemplateEntry): Promise<void> {
  const answer = await desktop.invoke('templates.remove', { id });
  if (answer.ok) app.announce(`${shorten(name, 60)} is deleted`);
  else app.notify({ tone: 'error', text: answer.message });
  await refreshTemplates();
}
