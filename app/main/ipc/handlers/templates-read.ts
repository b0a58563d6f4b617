import { fail, succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerTemplatesRead: Handler<'templates.read'> = async ({ bench }, { id }) => {
  const template = await bench.templates.read(id);
  return template === null
    ? fail('not-found', 'This template is not there any more.')
    : succeed({ text: template.text });
};
