import type { Design } from '../shared/model/design';
import { applyDiff } from '../shared/model/diff';
import { draftOf } from '../shared/model/draft';
import { parseDesign } from '../shared/model/format/parse';
import { serializeDesign } from '../shared/model/format/serialize';
import { loadBundledBooks } from '../shared/pricing/bundled-books';
import { estimate } from '../shared/pricing/estimate';
import { resolve } from '../shared/topology/resolve';
import { createMemory, validate } from '../shared/validation/validate';
import { generateDesign } from './generate-design';
import { type Timing, timeRuns, timingOf } from './measure';

const SIZES = [100, 1000, 5000];
const EDITS = 150;

/** The design with one database's size changed: what typing in the inspector does. */
function editOne(design: Design, round: number): Design {
  const target = [...design.elements.values()].find(({ kind }) => kind === 'rds-instance');
  if (!target) throw new Error('The generated design has no database.');
  const draft = draftOf(design);
  draft.patchSettings(target.id, { storageGb: 100 + (round % 100) });
  const edited = applyDiff(design, draft.diff());
  if (!edited.ok) throw new Error(edited.error.message);
  return edited.value;
}

/** The generated design as a file holds it: in the order of ids. */
function openGenerated(size: number): { readonly design: Design; readonly text: string } {
  const text = serializeDesign(generateDesign(size));
  const design = parseDesign(text);
  if (!design.ok) throw new Error(design.error.message);
  return { design: design.value, text };
}

/** Settings that nothing has read yet, as after opening a file. */
const copyFresh = (design: Design): Design => ({
  ...design,
  elements: new Map(
    [...design.elements].map(([id, element]) => [id, { ...element, settings: { ...element.settings } }]),
  ),
});

/** Edits in a row, each after the last: what the window does with every one of them. Milliseconds of resolving and of checking it. */
function timeEdits(design: Design, edit: (design: Design, round: number) => Design): { resolve: Timing; both: Timing } {
  const memory = createMemory();
  let topology = resolve(design);
  validate(topology, {}, memory);
  const [resolving, both]: [number[], number[]] = [[], []];
  for (let round = 0; round < EDITS; round += 1) {
    const next = edit(topology.design, round);
    const start = performance.now();
    topology = resolve(next, topology);
    const resolved = performance.now();
    validate(topology, {}, memory);
    if (round < EDITS / 3) continue;
    resolving.push(resolved - start);
    both.push(performance.now() - start);
  }
  return { resolve: timingOf(resolving), both: timingOf(both) };
}

/** A connection that is said to be optional, and to be needed again: users depend on other things then. */
function editLine(design: Design, round: number): Design {
  const lines = [...design.connections.values()];
  const line = lines[(Math.floor(round / 2) * 7) % lines.length];
  if (!line) throw new Error('The generated design has no connection.');
  const connections = new Map(design.connections);
  connections.set(line.id, { ...line, settings: { ...line.settings, optional: round % 2 === 0 } });
  return { ...design, connections };
}

async function run(): Promise<void> {
  const books = await loadBundledBooks();
  const rows = SIZES.map((size) => {
    const { design, text } = openGenerated(size);
    const topology = resolve(design);
    const parse = timeRuns(() => JSON.parse(text));
    const all = timeRuns(() => validate(resolve(design)));
    let round = 0;
    // Resolved beforehand: what re-pricing costs by itself.
    const edited = Array.from({ length: 8 }, (_, index) => resolve(editOne(design, index)));
    const settingEdits = timeEdits(design, editOne);
    const lineEdits = timeEdits(design, editLine);
    const figures = {
      'first after opening': timeRuns(() => validate(resolve(copyFresh(design)))),
      resolve: timeRuns(() => resolve(design)),
      validate: timeRuns(() => validate(topology)),
      'all (resolve + validate)': all,
      'one edit, incremental: resolve': settingEdits.resolve,
      'one edit, incremental: resolve + validate': settingEdits.both,
      'one connection edited, incremental: resolve + validate': lineEdits.both,
      'estimate, everything afresh': timeRuns(() => estimate(topology, { ...books })),
      'estimate after one edit': timeRuns(() => estimate(edited[round++ % edited.length] ?? topology, books)),
      'per edit, all three, everything afresh': timeRuns(() => {
        const next = resolve(editOne(design, round++));
        validate(next);
        estimate(next, books);
      }),
      'JSON.parse': parse,
    };
    const best = (timing: Timing): number => Number(timing.best.toFixed(2));
    const cells = Object.entries(figures).map(([name, timing]) => [`${name} ms`, best(timing)]);
    return {
      elements: design.elements.size,
      findings: validate(topology).findings.length,
      ...Object.fromEntries(cells),
      'all, median ms': Number(all.median.toFixed(2)),
      'all / JSON.parse': Number((all.best / parse.best).toFixed(2)),
    };
  });
  console.table(rows);
}

await run();
