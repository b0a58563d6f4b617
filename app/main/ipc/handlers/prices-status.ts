import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerPricesStatus: Handler<'prices.status'> = async ({ prices }) => succeed(await prices.status());
