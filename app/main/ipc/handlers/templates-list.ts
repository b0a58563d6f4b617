import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerTemplatesList: Handler<'templates.list'> = async ({ bench }) =>
  succeed({ entries: [...(await bench.templates.list())] });
