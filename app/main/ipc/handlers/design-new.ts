import { newDocument } from '../../document/open-document';
import type { Handler } from '../handler';

export const answerDesignNew: Handler<'design.new'> = ({ bench }) => newDocument(bench);
