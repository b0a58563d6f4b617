import { fail, succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerDocumentText: Handler<'document.text'> = async ({ bench }, answer) =>
  bench.pageText.receive(answer) ? succeed({}) : fail('bad-request', 'Nobody has asked for the text.');
