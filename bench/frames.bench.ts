import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serializeDesign } from '../shared/model/format/serialize';
import { makeBarePage } from './bare-flow/make-page';
import { measureGestures } from './frames/gestures';
import type { Frames } from './frames/trace-frames';
import { generateDesign } from './generate-design';
import { startApp } from './start-app';

const SIZES = [1000, 5000];
const root = resolve(import.meta.dirname, '..');

/** Megabytes that the page's script holds after a collection. */
interface Measured {
  readonly gestures: ReadonlyMap<string, Frames>;
  readonly heap: number;
}

async function measureProgram(folder: string, args: readonly string[]): Promise<Measured> {
  const app = await startApp(folder, { args, quietMs: 4000 });
  try {
    await app.page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    const session = await app.page.context().newCDPSession(app.page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return { gestures: await measureGestures(app.page), heap: usedSize / 2 ** 20 };
  } finally {
    await app.stop();
  }
}

const round = (value: number): number => Number(value.toFixed(1));

function printRows(size: number, ours: Measured, bare: Measured): void {
  console.log(`\n${size} elements: script of the page's main thread, milliseconds a frame, beside React Flow alone`);
  console.table(
    [...ours.gestures].map(([gesture, own]) => {
      const other = bare.gestures.get(gesture);
      return {
        gesture,
        median: round(own.median),
        p95: round(own.p95),
        'with painting': round(own.whole),
        'frames/s': Math.round(own.perSecond),
        'bare median': round(other?.median ?? Number.NaN),
        'bare p95': round(other?.p95 ?? Number.NaN),
        'bare frames/s': Math.round(other?.perSecond ?? Number.NaN),
      };
    }),
  );
  console.log(`heap ${round(ours.heap)} MB, bare ${round(bare.heap)} MB`);
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stratiform-bench-frames-'));
  try {
    for (const size of SIZES) {
      const design = generateDesign(size);
      const file = join(folder, `generated-${size}.stratiform`);
      await writeFile(file, serializeDesign(design));
      const page = join(folder, `bare-${size}`);
      await makeBarePage(design, page);
      const bare = await measureProgram(join(root, 'bench/bare-flow'), [page]);
      printRows(size, await measureProgram(root, [file]), bare);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

await run();
