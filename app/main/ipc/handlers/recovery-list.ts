import { succeed } from '../../../../shared/ipc/answer';
import { listRecovery } from '../../document/recover-document';
import type { Handler } from '../handler';

export const answerRecoveryList: Handler<'recovery.list'> = async ({ bench }) =>
  succeed({ entries: await listRecovery(bench) });
