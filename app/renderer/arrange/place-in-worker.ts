import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api.js';
import type { FlowGraph, Placed } from '../../../shared/layout/arrange/flow-graph';

/** Long enough for a second try, short enough not to keep its memory for the rest of the day. */
const IDLE_MS = 60_000;

let elk: Elk | null = null;
let running = 0;
let farewell = 0;

const start = (): Elk =>
  new ELK({
    algorithms: ['layered'],
    workerFactory: () => new Worker(new URL('./elk-worker.ts', import.meta.url), { name: 'arrange' }),
  });

function stop(): void {
  elk?.terminateWorker();
  elk = null;
}

/** Places a graph in a worker, so that the page goes on. The worker starts with the first graph and ends when idle. */
export async function placeInWorker({ children, edges, ...graph }: FlowGraph): Promise<readonly Placed[]> {
  window.clearTimeout(farewell);
  elk ??= start();
  running += 1;
  try {
    const answer = await elk.layout({
      ...graph,
      children: [...children],
      edges: edges.map(({ sources, targets, ...edge }) => ({
        ...edge,
        sources: [...sources],
        targets: [...targets],
      })),
    });
    return (answer.children ?? []).map(({ id, x = 0, y = 0 }) => ({ id, x, y }));
  } finally {
    running -= 1;
    if (running === 0) farewell = window.setTimeout(stop, IDLE_MS);
  }
}
