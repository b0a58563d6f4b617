import type { DesignExport, ExportTarget } from '../../../../exporters/export-design';
import type { LineSpan } from '../../../../exporters/plan/line-span';
import type { Design } from '../../../../shared/model/design';

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

interface Job {
  readonly request: ExportRequest;
  readonly settle: (answer: ExportAnswer | null) => void;
}

/** Long enough for the next edit, short enough not to keep its memory for the rest of the day. */
const IDLE_MS = 60_000;

let worker: Worker | null = null;
let running: Job | null = null;
let waiting: Job | null = null;
let farewell = 0;

function stop(): void {
  worker?.terminate();
  worker = null;
}

function finish(answer: ExportAnswer): void {
  running?.settle(answer);
  running = null;
  const next = waiting;
  waiting = null;
  if (next) run(next);
  else farewell = window.setTimeout(stop, IDLE_MS);
}

function start(): Worker {
  const next = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module', name: 'export' });
  next.onmessage = ({ data }: MessageEvent<ExportAnswer>) => finish(data);
  next.onerror = (event) => {
    stop();
    finish({ kind: 'fault', message: event.message || 'The files could not be written in a worker.' });
  };
  return next;
}

function run(job: Job): void {
  window.clearTimeout(farewell);
  running = job;
  worker ??= start();
  worker.postMessage(job.request);
}

const ask = (request: ExportRequest): Promise<ExportAnswer | null> =>
  new Promise((settle) => {
    const job = { request, settle };
    if (!running) return run(job);
    waiting?.settle(null);
    waiting = job;
  });

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
