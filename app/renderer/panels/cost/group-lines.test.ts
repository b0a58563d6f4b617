import { expect, it } from 'vitest';
import { loadBundledBooks } from '../../../../shared/pricing/bundled-books';
import { estimate } from '../../../../shared/pricing/estimate';
import { buildNetwork } from '../../../../shared/testing/builder';
import { resolve } from '../../../../shared/topology/resolve';
import { addFigures, groupLines } from './group-lines';

const design = buildNetwork(['a', 'b'], { web: 'public' })
  .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: { instanceType: 't3.medium' } })
  .add('bucket', 's3-bucket', { parent: 'region' })
  .build();

it('puts every line into exactly one group, and the groups add up to the total', async () => {
  const topology = resolve(design);
  const bill = estimate(topology, await loadBundledBooks());
  const groups = groupLines(bill, topology);
  const lines = groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.lines));
  expect(lines).toHaveLength(bill.lines.length);
  expect(groups.reduce((sum, { figure }) => sum + figure.micros, 0)).toBe(bill.total.micros);
  expect(groups.map(({ title }) => title)).toEqual(expect.arrayContaining(['web', 'Outside tiers']));
});

it('is a lower bound where a part is unknown, and unpriced where all is', () => {
  const known = { micros: 5, isLowerBound: false, isUnpriced: false };
  const unknown = { micros: 0, isLowerBound: false, isUnpriced: true };
  expect(addFigures([known, unknown])).toEqual({ micros: 5, isLowerBound: true, isUnpriced: false });
  expect(addFigures([unknown, unknown])).toEqual({ micros: 0, isLowerBound: false, isUnpriced: true });
});
