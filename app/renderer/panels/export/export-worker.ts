import { exportDesign } from '../../../../exporters/export-design';
import { resolve } from '../../../../shared/topology/resolve';
import type { ExportAnswer, ExportRequest } from './write-export';

const write = ({ design, target, today }: ExportRequest): ExportAnswer => {
  try {
    const { files, notes, guide } = exportDesign(resolve(design), target, today);
    const plain = files.map(({ path, text, spans }) => ({ path, text, spans: spans() }));
    return { kind: 'written', files: plain, notes, guide };
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = ({ data }: MessageEvent<ExportRequest>) => {
  self.postMessage(write(data));
};
