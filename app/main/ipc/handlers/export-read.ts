import { readLastExport } from '../../document/last-export';
import type { Handler } from '../handler';

export const answerExportRead: Handler<'export.read'> = ({ bench }, request) =>
  bench.order('save', () => readLastExport(bench, request));
