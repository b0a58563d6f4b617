import { keepTemplate } from '../../document/keep-template';
import type { Handler } from '../handler';

export const answerTemplatesPut: Handler<'templates.put'> = ({ bench }, request) => keepTemplate(bench, request);
