import { saveDocument } from '../../document/save-document';
import type { Handler } from '../handler';

export const answerDesignSaveAs: Handler<'design.saveAs'> = ({ bench }, request) => saveDocument(bench, request, true);
