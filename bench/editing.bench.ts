import { dropTarget } from '../shared/commands/drop-target';
import { fitDesign } from '../shared/layout/fit';
import { applyDiff } from '../shared/model/diff';
import { parseDesign } from '../shared/model/format/parse';
import { serializeDesign } from '../shared/model/format/serialize';
import { generateDesign } from './generate-design';
import { measure } from './measure';

/** What an edit costs beside the analyses: tidying, live drop feedback, reading and writing the file. Milliseconds. */
const rows = [100, 1000].map((size) => {
  const drawn = generateDesign(size);
  const tidy = applyDiff(drawn, fitDesign(drawn));
  const design = tidy.ok ? tidy.value : drawn;
  const text = serializeDesign(design);
  const subnet = [...design.elements.values()].find(({ kind }) => kind === 'subnet')?.id ?? '';
  const parsing = measure(() => JSON.parse(text));
  return {
    elements: design.elements.size,
    fit: Number(measure(() => fitDesign(design)).toFixed(2)),
    'drop target': Number(measure(() => dropTarget(design, { kind: 'rds-instance', containers: [subnet] })).toFixed(3)),
    parse: Number(measure(() => parseDesign(text)).toFixed(2)),
    serialize: Number(measure(() => serializeDesign(design)).toFixed(2)),
    'JSON.parse': Number(parsing.toFixed(2)),
  };
});
console.table(rows);
