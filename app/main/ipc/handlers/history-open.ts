import { fail } from '../../../../shared/ipc/answer';
import { replaceDocument } from '../../document/open-document';
import type { Handler } from '../handler';

/** Opens a previous version as unsaved work on the same file. */
export const answerHistoryOpen: Handler<'history.open'> = async ({ bench }, { ticket, version }) => {
  const document = bench.desk.current();
  if (document?.ticket !== ticket || document.path === null)
    return fail('unknown-ticket', 'Another design is open now.');
  const bytes = await bench.history.read(document.path, version);
  if (bytes === null) return fail('not-found', 'This version is not kept any more.');
  const text = new TextDecoder().decode(bytes);
  const judgement = bench.check(text);
  if (!judgement.ok) return fail('not-a-design', `This version could not be opened: ${judgement.message}`);
  const { path, name, revision } = document;
  return replaceDocument(bench, {
    path,
    name,
    text,
    revision,
    origin: 'history',
    dirty: true,
    notices: judgement.notices,
  });
};
