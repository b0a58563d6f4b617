import { saveChosen } from '../../document/save-chosen';
import type { Handler } from '../handler';

export const answerPictureSave: Handler<'picture.save'> = ({ bench }, { bytes, suggestedName }) =>
  saveChosen(bench, { bytes, suggestedName, fallbackName: 'picture.png' });
