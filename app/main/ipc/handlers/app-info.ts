import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerAppInfo: Handler<'app.info'> = async ({ program }) =>
  succeed({ ...program.about(), theme: program.theme() });
