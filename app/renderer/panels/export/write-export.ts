import type { DesignExport, ExportTarget } from '../../../../exporters/export-design';
import type { LineSpan } from '../../../../exporters/plan/line-span';
import type { Design } from '../../../../shared/model/design';
import { newestOnly } from '../../newest-only';

export interface ExportRequest {
  readonly design: Design;
  readonly target: ExportTarget;
  readonly today: string;
}

interface PlainFile {
  readonly path: string;
  readonly text: string;
  readonly spans: readonly LineSpan[];
}

/** An export without functions, which cannot travel between threads; or why there is none. */
export type ExportAnswer =
  | ({ readonly kind: 'written'; readonly files: readonly PlainFile[] } & Pick<DesignExport, 'notes' | 'guide'>)
  | { readonly kind: 'fault'; readonly message: string };

/** Long enough for the next edit, short enough not to keep its memory for the rest of the day. */
const IDLE_MS = 60_000;

let worker: Worker | null = null;
let farewell = 0;

function stop(): void {
  worker?.terminate();
  worker = null;
}

const start = (): Worker =>
  new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module', name: 'export' });

const ask = newestOnly(
  (request: ExportRequest) =>
    new Promise<ExportAnswer>((settle) => {
      window.clearTimeout(farewell);
      worker ??= start();
      worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => {
        farewell = window.setTimeout(stop, IDLE_MS);
        settle(data);
      };
      worker.onerror = (event) => {
        stop();
        settle({ kind: 'fault', message: event.message || 'The files could not be written in a worker.' });
      };
      worker.postMessage(request);
    }),
);

/**
 * Writes a design in a worker, so that the page goes on; one at a time, and of what comes meanwhile only the newest. Null for what
 * was overtaken. The worker starts with the first design and ends when idle.
 * @throws where the design cannot be exported
 */
export async function writeExport(request: ExportRequest): Promise<DesignExport | null> {
  const answer = await ask(request);
  if (!answer) return null;
  if (answer.kind === 'fault') throw new Error(answer.message);
  const { files, notes, guide } = answer;
  return {
    target: request.target,
    files: files.map(({ path, text, spans }) => ({ path, text, spans: () => spans })),
    notes,
    guide,
  };
}
