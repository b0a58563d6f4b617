import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerPricesCancel: Handler<'prices.cancel'> = async ({ prices }) => {
  prices.cancel();
  return succeed({});
};
