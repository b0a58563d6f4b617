import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PURCHASES } from '../catalog/purchase';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';
import { priceDiff } from './price-diff';

const books = await loadBundledBooks();

const purchase = fc.constantFrom(...Object.keys(PURCHASES));
const own = fc.constantFrom('design', 'on-demand', 'reserved-1y-no', 'reserved-3y-partial', 'spot');
const scenario = fc.constantFrom('quiet', 'expected', 'launch-day');
const drawing = fc.record({
  purchase,
  own,
  scenario,
  code: fc.constantFrom('us-east-1', 'sa-east-1', 'ap-northeast-1'),
  hours: fc.integer({ min: 0, max: 730 }),
  gigabytes: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }),
  natStates: fc.boolean(),
});
type Drawing = typeof drawing extends fc.Arbitrary<infer T> ? T : never;

const draw = ({ purchase: plan, own: bought, scenario: now, code, hours, gigabytes, natStates }: Drawing) =>
  buildNetwork(['a', 'b'], { dmz: 'public', app: 'private', database: 'isolated' })
    .add('region', 'region', { settings: { code } })
    .add('nat', 'nat-gateway', { parent: 'dmz-a', settings: natStates ? { gbPerMonth: 10 } : {} })
    .add('app', 'auto-scaling-group', {
      parent: 'vpc',
      subnets: ['app-a', 'app-b'],
      settings: { role: 'worker', instanceType: 'm5.large', purchase: bought, hoursPerMonth: hours },
    })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      subnets: ['database-a', 'database-b'],
      settings: { instanceClass: 'db.m5.large' },
    })
    .add('files', 's3-bucket', { parent: 'region', settings: { storageGb: 10 } })
    .connect('data', 'app', 'files', { gbPerMonth: gigabytes })
    .connect('data', 'app', 'db', { gbPerMonth: gigabytes })
    .settings({ purchase: plan, scenario: now })
    .build();

describe('any plan, scenario and Region', () => {
  it('the total is the sum of the lines, what is paid once the sum of the upfront amounts', () => {
    fc.assert(
      fc.property(drawing, (one) => {
        const bill = estimate(resolve(draw(one)), books);
        expect(bill.total.micros).toBe(bill.lines.reduce((sum, { monthlyMicros }) => sum + (monthlyMicros ?? 0), 0));
        expect(bill.upfront).toBe(bill.lines.reduce((sum, { upfrontMicros }) => sum + (upfrontMicros ?? 0), 0));
        for (const { monthlyMicros, status, reason } of bill.lines)
          if (monthlyMicros === null) expect([status, reason === '']).not.toEqual(['priced', true]);
      }),
    );
  });

  it('the bill does not depend on what was priced before', () => {
    fc.assert(
      fc.property(drawing, drawing, (first, second) => {
        estimate(resolve(draw(first)), books);
        const after = estimate(resolve(draw(second)), books);
        expect(after).toEqual(estimate(resolve(draw(second)), { ...books }));
      }),
    );
  });

  it('the changes of the lines add up to the change of the total', () => {
    fc.assert(
      fc.property(drawing, drawing, (first, second) => {
        const diff = priceDiff(estimate(resolve(draw(first)), books), estimate(resolve(draw(second)), { ...books }));
        expect(diff.lines.reduce((sum, { change }) => sum + change, 0)).toBe(diff.change);
      }),
    );
  });
});
