import { writeExport } from '../../document/export-files';
import type { Handler } from '../handler';

export const answerExportWrite: Handler<'export.write'> = ({ bench }, request) =>
  bench.order('save', () => writeExport(bench, request));
