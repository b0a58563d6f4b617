import { saveDocument } from '../../document/save-document';
import type { Handler } from '../handler';

export const answerDesignSave: Handler<'design.save'> = ({ bench }, request) => saveDocument(bench, request, false);
