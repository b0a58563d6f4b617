import { fail, succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerHistoryList: Handler<'history.list'> = async ({ bench }, { ticket }) => {
  const document = bench.desk.current();
  if (document?.ticket !== ticket) return fail('unknown-ticket', 'Another design is open now.');
  return succeed({ entries: document.path === null ? [] : [...(await bench.history.list(document.path))] });
};
