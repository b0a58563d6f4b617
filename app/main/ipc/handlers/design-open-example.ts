import { openExample } from '../../document/open-document';
import type { Handler } from '../handler';

export const answerDesignOpenExample: Handler<'design.openExample'> = ({ bench }, { name }) => openExample(bench, name);
