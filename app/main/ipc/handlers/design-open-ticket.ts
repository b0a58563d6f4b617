import { openRecent } from '../../document/open-document';
import type { Handler } from '../handler';

export const answerDesignOpenTicket: Handler<'design.openTicket'> = ({ bench }, { ticket }) =>
  openRecent(bench, ticket);
