import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serializeDesign } from '../shared/model/format/serialize';
import { generateDesign } from './generate-design';
import { middleOf } from './measure';
import { startApp } from './start-app';

const RUNS = 7;
/** Chromium keeps a compiled script from its second use on. */
const WARM_UPS = 2;
const QUIET_MS = 2000;
const root = resolve(import.meta.dirname, '..');

interface Contender {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  /** Kept from start to start, as a person's is: Chromium keeps compiled scripts there. */
  readonly profile: string;
}

interface Times {
  readonly painted: number;
  readonly usable: number;
}

/** Milliseconds from the start of the program to its first paint and to the moment it can be used. */
async function timeStart({ folder, args, profile }: Contender): Promise<Times> {
  const app = await startApp(folder, { args, profile, quietMs: QUIET_MS });
  try {
    await app.page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    // No function of its own inside: the bundler would name it with a helper that the page does not have.
    const [painted = Number.NaN, usable = Number.NaN] = await app.page.evaluate(() =>
      ['first-paint', 'usable'].map(
        (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
      ),
    );
    return { painted: painted - app.startedAt, usable: usable - app.startedAt };
  } finally {
    await app.stop();
  }
}

/** Starts all contenders in turn, so that what else the machine does hits all alike. The first rounds only fill caches. */
async function race(contenders: readonly Contender[]): Promise<ReadonlyMap<string, Times>> {
  const rounds: ReadonlyMap<string, Times>[] = [];
  for (let round = 0; round < WARM_UPS + RUNS; round += 1) {
    const times = new Map<string, Times>();
    for (const contender of contenders) times.set(contender.name, await timeStart(contender));
    if (round >= WARM_UPS) rounds.push(times);
  }
  const middle = (name: string, key: keyof Times): number =>
    middleOf(rounds.map((times) => times.get(name)?.[key] ?? Number.NaN));
  return new Map(
    contenders.map(({ name }) => [name, { painted: middle(name, 'painted'), usable: middle(name, 'usable') }]),
  );
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stratiform-bench-designs-'));
  const writeDesign = async (size: number): Promise<string> => {
    const path = join(folder, `generated-${size}.stratiform`);
    await writeFile(path, serializeDesign(generateDesign(size)));
    return path;
  };
  const contenders = [
    { name: 'empty window', folder: join(root, 'bench/empty-window'), args: [] },
    { name: 'start screen', folder: root, args: [] },
    { name: '100 elements', folder: root, args: [await writeDesign(100)] },
    { name: '1,000 elements', folder: root, args: [await writeDesign(1000)] },
  ].map((contender, index) => ({ ...contender, profile: join(folder, `profile-${index}`) }));
  try {
    const results = await race(contenders);
    const base = results.get('empty window') ?? { painted: Number.NaN, usable: Number.NaN };
    console.log(`Start-up, median of ${RUNS}, milliseconds from the start of the program`);
    console.table(
      [...results].map(([name, { painted, usable }]) => ({
        program: name,
        painted: Math.round(painted),
        '× empty ': Number((painted / base.painted).toFixed(2)),
        usable: Math.round(usable),
        '× empty': Number((usable / base.usable).toFixed(2)),
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

await run();
