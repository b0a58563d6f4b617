import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerRecentClear: Handler<'recent.clear'> = async ({ bench }) => {
  await bench.recent.clear();
  return succeed({});
};
