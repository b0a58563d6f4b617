import { openTemplate } from '../../document/open-document';
import type { Handler } from '../handler';

export const answerDesignOpenTemplate: Handler<'design.openTemplate'> = ({ bench }, { id }) => openTemplate(bench, id);
