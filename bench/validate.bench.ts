import type { Design } from '../shared/model/design';
import { applyDiff } from '../shared/model/diff';
import { draftOf } from '../shared/model/draft';
import { serializeDesign } from '../shared/model/format/serialize';
import { loadBundledBooks } from '../shared/pricing/bundled-books';
import { estimate } from '../shared/pricing/estimate';
import { resolve } from '../shared/topology/resolve';
import { validate } from '../shared/validation/validate';
import { generateDesign } from './generate-design';
import { type Timing, timeRuns } from './measure';

const SIZES = [100, 1000, 5000];

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

/** Settings that nothing has read yet, as after opening a file. */
const copyFresh = (design: Design): Design => ({
  ...design,
  elements: new Map(
    [...design.elements].map(([id, element]) => [id, { ...element, settings: { ...element.settings } }]),
  ),
});

async function run(): Promise<void> {
  const books = await loadBundledBooks();
  const rows = SIZES.map((size) => {
    const design = generateDesign(size);
    const text = serializeDesign(design);
    const topology = resolve(design);
    const parse = timeRuns(() => JSON.parse(text));
    const all = timeRuns(() => validate(resolve(design)));
    let round = 0;
    // Resolved beforehand: what re-pricing costs by itself.
    const edited = Array.from({ length: 8 }, (_, index) => resolve(editOne(design, index)));
    const figures = {
      'first after opening': timeRuns(() => validate(resolve(copyFresh(design)))),
      resolve: timeRuns(() => resolve(design)),
      validate: timeRuns(() => validate(topology)),
      'all (resolve + validate)': all,
      'estimate, everything afresh': timeRuns(() => estimate(topology, { ...books })),
      'estimate after one edit': timeRuns(() => estimate(edited[round++ % edited.length] ?? topology, books)),
      'per edit, all three': timeRuns(() => {
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
