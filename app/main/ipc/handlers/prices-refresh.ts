import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerPricesRefresh: Handler<'prices.refresh'> = async ({ bench, prices }, request) =>
  succeed(await prices.refresh(request, (progress) => bench.page.send('prices.progress', progress)));
