import { chooseExportPlace } from '../../document/export-files';
import type { Handler } from '../handler';

export const answerExportChoose: Handler<'export.choose'> = ({ bench }, request) =>
  bench.order('save', () => chooseExportPlace(bench, request));
