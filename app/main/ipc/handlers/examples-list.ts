import { succeed } from '../../../../shared/ipc/answer';
import type { Handler } from '../handler';

export const answerExamplesList: Handler<'examples.list'> = async ({ bench }) =>
  succeed({ entries: [...(await bench.examples.list())] });
