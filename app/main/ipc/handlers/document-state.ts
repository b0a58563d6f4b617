import { fail, succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

/** A design that is clean again needs no draft. */
export const answerDocumentState: Handler<'document.state'> = async ({ bench }, state) => {
  const before = bench.desk.current();
  if (!bench.desk.update(state.ticket, { state })) return fail('unknown-ticket', 'Another design is open now.');
  if (before?.state.dirty && !state.dirty) await bench.drafts.discard(before.draftId);
  return succeed({});
};
