import { expect, it } from 'vitest';
import { draftOf } from '../../../../shared/model/draft';
import { loadBundledBooks } from '../../../../shared/pricing/bundled-books';
import { estimate } from '../../../../shared/pricing/estimate';
import { buildNetwork } from '../../../../shared/testing/builder';
import { resolve } from '../../../../shared/topology/resolve';
import { nameBillFile } from './bill-file';
import { addFigures, groupLines, tiersAsDrawn } from './group-lines';
import { readSelectionCost, sharedSavings } from './selection-cost';

const design = buildNetwork(['a', 'b'], { web: 'public' })
  .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: { instanceType: 't3.medium' } })
  .add('bucket', 's3-bucket', { parent: 'region' })
  .add('queue', 'sqs-queue', { parent: 'region', tags: { Team: 'orders' } })
  .add('vpc', 'vpc', { parent: 'region', tags: { Team: 'shop' } })
  .build();

it.each(['tier', 'zone', 'service', 'element', 'line', 'tag Team'] as const)(
  'by %s puts every line into exactly one group, and the groups add up to the total',
  async (by) => {
    const topology = resolve(design);
    const bill = estimate(topology, await loadBundledBooks());
    const groups = groupLines(bill, topology, by);
    const lines = groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.lines));
    expect(lines).toHaveLength(bill.lines.length);
    expect(groups.reduce((sum, { figure }) => sum + figure.micros, 0)).toBe(bill.total.micros);
    const titles = {
      tier: ['web', 'Outside tiers'],
      service: ['Amazon EC2 instance', 'Amazon S3 bucket'],
      zone: ['us-east-1a', 'Outside Availability Zones'],
      element: [''],
      line: [''],
      'tag Team': ['shop', 'Without the tag Team'],
    };
    expect(groups.map(({ title }) => title)).toEqual(expect.arrayContaining(titles[by]));
  },
);

it('follows the tiers where they are moved past one another, which no topology is made anew for', async () => {
  const drawn = buildNetwork(['a'], { web: 'public', app: 'private' })
    .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
    .add('worker', 'ec2-instance', { parent: 'app-a', tier: 'tier-app' })
    .build();
  const topology = resolve(drawn);
  const bill = estimate(topology, await loadBundledBooks());
  const titles = (tiers: readonly string[]) => groupLines(bill, topology, 'tier', tiers).map(({ title }) => title);
  const draft = draftOf(drawn);
  for (const [id, y] of [
    ['tier-web', 900],
    ['tier-app', 100],
  ] as const) {
    const frame = drawn.elements.get(id)?.frame;
    if (frame) draft.patchElement(id, { frame: { ...frame, y } });
  }
  expect(titles(tiersAsDrawn(topology, draft.design())).slice(0, 2)).toEqual(['app', 'web']);
});

it('says what a selection costs, with all that lies within it', async () => {
  const topology = resolve(design);
  const bill = estimate(topology, await loadBundledBooks());
  const read = (...elements: string[]) => readSelectionCost(bill, topology, { elements, connections: [] });
  const server = bill.byElement.get('server');
  expect(read()).toBeNull();
  expect(read('server')).toEqual(server);
  expect(read('web-a')).toEqual(server);
  expect(read('tier-web', 'server')).toEqual(server);
  expect(read('region')?.micros).toBe((server?.micros ?? 0) + (bill.byElement.get('bucket')?.micros ?? 0));
});

it('says by how much all elements together cost more than the design, which alone has the free allowances', async () => {
  const served = buildNetwork(['a'], { web: 'public' })
    .add('users', 'users')
    .add('server', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
    .connect('traffic', 'users', 'server', { gbPerMonth: 500 })
    .build();
  const topology = resolve(served);
  const bill = estimate(topology, await loadBundledBooks());
  const all = readSelectionCost(bill, topology, {
    elements: [...served.elements.keys()],
    connections: [...served.connections.keys()],
  });
  const one = readSelectionCost(bill, topology, { elements: ['server'], connections: [] });
  if (!all || !one) throw new Error('Nothing is selected.');
  expect(sharedSavings(bill, all)).toBeLessThan(0);
  expect(all.micros + sharedSavings(bill, all)).toBe(bill.total.micros);
  expect(sharedSavings(bill, one)).toBe(0);
});

it('names files so that every system takes them', () => {
  expect(nameBillFile('Shop: "A/B" <1>', 'markdown')).toBe('Shop A B 1 bill.md');
  expect(nameBillFile('../..', 'csv')).toBe('Design bill.csv');
});

it('is a lower bound where a part is unknown, and unpriced where all is', () => {
  const known = { micros: 5, isLowerBound: false, isUnpriced: false };
  const unknown = { micros: 0, isLowerBound: false, isUnpriced: true };
  expect(addFigures([known, unknown])).toEqual({ micros: 5, isLowerBound: true, isUnpriced: false });
  expect(addFigures([unknown, unknown])).toEqual({ micros: 0, isLowerBound: false, isUnpriced: true });
});
