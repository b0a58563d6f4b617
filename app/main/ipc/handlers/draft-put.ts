import { fail, succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerDraftPut: Handler<'draft.put'> = async ({ bench }, { ticket, text, baseRevision }) => {
  const document = bench.desk.current();
  if (document?.ticket !== ticket) return fail('unknown-ticket', 'Another design is open now.');
  const time = new Date(bench.now()).toISOString();
  const { draftId, path } = document;
  const name = document.state.title || document.name;
  const kept = await bench.drafts.put(draftId, { name, path, baseRevision, time, appVersion: bench.appVersion }, text);
  if (kept.ok) return succeed({ time });
  return fail(kept.code, `No draft is kept of your changes. ${kept.message}`);
};
