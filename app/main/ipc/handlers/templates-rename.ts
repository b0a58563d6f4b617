import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerTemplatesRename: Handler<'templates.rename'> = async ({ bench }, { id, name }) => {
  const renamed = await bench.templates.rename(id, name.trim());
  return renamed.ok ? succeed({}) : renamed;
};
