import { takeDraft } from '../../document/recover-document';
import type { Handler } from '../handler';

export const answerRecoveryTake: Handler<'recovery.take'> = ({ bench }, { ticket }) => takeDraft(bench, ticket);
