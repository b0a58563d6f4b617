import { discardDraft } from '../../document/recover-document';
import type { Handler } from '../handler';

export const answerRecoveryDiscard: Handler<'recovery.discard'> = ({ bench }, { ticket }) =>
  discardDraft(bench, ticket);
