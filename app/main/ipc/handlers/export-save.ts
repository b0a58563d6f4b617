import { saveChosen } from '../../document/save-chosen';
import type { Handler } from '../handler';

export const answerExportSave: Handler<'export.save'> = ({ bench }, { text, suggestedName }) =>
  saveChosen(bench, { bytes: new TextEncoder().encode(text), suggestedName, fallbackName: 'template.yaml' });
