import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import type { Workbench } from './workbench';

export type KeepTemplate = { readonly name: string; readonly text: string; readonly replaces: string | null };

/** Keeps a design as a template: a new one, or in the place of the one that is named. */
export const keepTemplate = async (
  bench: Workbench,
  { name, text, replaces }: KeepTemplate,
): Promise<Answer<{ readonly id: string }>> => {
  const judgement = bench.check(text);
  if (!judgement.ok) return fail('not-a-design', `The template was not kept: ${judgement.message}`);
  const id = replaces ?? bench.randomId();
  const kept = await bench.templates.put(id, name.trim(), text);
  return kept.ok ? succeed({ id }) : kept;
};
