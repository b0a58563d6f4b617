import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerPricesProfiles: Handler<'prices.profiles'> = async ({ prices }) =>
  succeed({ profiles: await prices.profiles() });
