import { describe, expect, it } from 'vitest';
import { buildDesign, buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { judgeSpot } from '../topology/spot';
import type { JsonObject } from '../util/json';
import { loadBundledBooks } from './bundled-books';
import { comparePurchases } from './compare-purchases';
import { type EstimateOptions, estimate } from './estimate';
import { recommendPurchases } from './recommend-purchases';

const books = await loadBundledBooks();

const inRegion = (code: string) =>
  buildDesign()
    .add('r', 'region', { settings: { code } })
    .add('v', 'vpc', { parent: 'r' })
    .add('z', 'availability-zone', { parent: 'v' })
    .add('s', 'subnet', { parent: 'z' });

const machine = (code: string, settings: JsonObject, design: JsonObject = {}) =>
  resolve(
    inRegion(code)
      .add('e', 'ec2-instance', { parent: 's', settings: { instanceType: 'm5.large', ...settings } })
      .settings(design)
      .build(),
  );

const hoursOf = (code: string, settings: JsonObject, design: JsonObject = {}, options: EstimateOptions = {}) =>
  estimate(machine(code, settings, design), books, options).lines.filter(({ item }) => /hours|upfront/.test(item));

const fleet = (settings: JsonObject, design: JsonObject = {}) =>
  resolve(
    buildNetwork(['a', 'b'], { web: 'private' })
      .add('g', 'auto-scaling-group', { parent: 'vpc', subnets: ['web-a', 'web-b'], settings })
      .settings(design)
      .build(),
  );

describe('a purchase plan', () => {
  // m5.large, São Paulo, AWS offer file of 2026-08-10: On-Demand 0.153; 1 year partial: $377 and 0.043 an hour.
  it('has what is paid each month and what is paid once apart', () => {
    const topology = machine('sa-east-1', { purchase: 'reserved-1y-partial' });
    const bill = estimate(topology, books);
    const [hours, upfront] = bill.lines.filter(({ item }) => item !== 'volume-storage');
    expect(hours).toMatchObject({ monthlyMicros: 31_390_000, formula: '1 instance × 730 h × $0.043' });
    expect(upfront).toMatchObject({ item: 'reservation-upfront', monthlyMicros: 0, upfrontMicros: 377_000_000 });
    expect(bill.upfront).toBe(377_000_000);
    expect(bill.total.micros).toBe(bill.lines.reduce((sum, line) => sum + (line.monthlyMicros ?? 0), 0));
  });

  it('says when it has paid for itself', () => {
    const [service] = machine('sa-east-1', {}).services.filter(({ id }) => id === 'e');
    const offers = service === undefined ? [] : comparePurchases(service, books);
    const month = (purchase: string) => offers.find((offer) => offer.purchase === purchase)?.breakEvenMonth;
    // 377 / (730 × (0.153 − 0.043)) = 4.7; 738 / (730 × 0.153) = 6.6; 1512 / 111.69 = 13.5.
    expect([month('on-demand'), month('reserved-1y-no'), month('reserved-1y-partial')]).toEqual([null, 1, 5]);
    expect([month('reserved-1y-all'), month('reserved-3y-all')]).toEqual([7, 14]);
  });

  // us-east-1, AWS feed of 2025-04-04: 1 year 0.06, 3 years 0.041 an hour, nothing upfront.
  it('may be of the design or of the element', () => {
    const usd = (settings: JsonObject, design: JsonObject, options: EstimateOptions = {}) =>
      hoursOf('us-east-1', settings, design, options)[0]?.unitPrice;
    expect(usd({}, {})).toBe(0.096);
    expect(usd({}, { purchase: 'reserved-1y-no' })).toBe(0.06);
    expect(usd({}, { purchase: 'reserved-1y-no' }, { purchase: 'reserved-3y-no' })).toBe(0.041);
    expect(usd({ purchase: 'on-demand' }, { purchase: 'reserved-1y-no' })).toBe(0.096);
  });

  it('without a sourced price is unknown, not free', () => {
    const lines = hoursOf('us-east-1', { purchase: 'reserved-1y-all' });
    expect(lines).toMatchObject([{ item: 'reservation-upfront', status: 'unpriced', monthlyMicros: null }]);
  });

  // Feeds of 2025-04: db.m5.large MySQL $457 and 0.0522 an hour; cache.m5.large Valkey all upfront for three years $1,480.
  it('holds for databases and caches', () => {
    const bill = estimate(
      resolve(
        buildNetwork(['a', 'b'], { database: 'isolated', cache: 'isolated' })
          .add('db', 'rds-instance', {
            parent: 'vpc',
            subnets: ['database-a', 'database-b'],
            settings: { instanceClass: 'db.m5.large', purchase: 'reserved-1y-partial' },
          })
          .add('c', 'elasticache-redis', {
            parent: 'vpc',
            subnets: ['cache-a', 'cache-b'],
            settings: { nodeType: 'cache.m5.large', replicas: 1, purchase: 'reserved-3y-all' },
          })
          .build(),
      ),
      books,
    );
    expect(bill.lines.find(({ elementId, item }) => elementId === 'db' && item === 'instance-hours')).toMatchObject({
      monthlyMicros: 38_106_000,
    });
    expect(bill.upfront).toBe((457 + 2 * 1480) * 1_000_000);
  });
});

describe('hours switched on', () => {
  it('are what On-Demand is paid for; volumes and reservations are paid always', () => {
    const [hours] = hoursOf('us-east-1', { hoursPerMonth: 200 });
    expect(hours).toMatchObject({ formula: '1 instance × 200 h × $0.096', monthlyMicros: 19_200_000 });
    expect(hoursOf('us-east-1', { hoursPerMonth: 200, purchase: 'reserved-1y-no' })[0]?.quantity).toBe(730);
    const storage = estimate(machine('us-east-1', { hoursPerMonth: 0 }), books).lines.find(
      ({ item }) => item === 'volume-storage',
    );
    expect(storage?.monthlyMicros).toBeGreaterThan(0);
  });
});

describe('Spot', () => {
  it('shows a typical price with its date', () => {
    expect(hoursOf('us-east-1', { purchase: 'spot', role: 'worker' })[0]).toMatchObject({
      unitPrice: 0.0321,
      date: '2026-01-19',
      description: 'm5.large, Linux, Spot at its typical price',
    });
  });

  it.each<[string, JsonObject, boolean]>([
    ['a fleet without sessions', { role: 'web', sessionStore: 'external' }, true],
    ['workers', { role: 'worker' }, true],
    ['sessions in memory', { role: 'web', sessionStore: 'memory' }, false],
    ['sessions nobody stated', { role: 'web' }, false],
    ['a single instance', { role: 'web', sessionStore: 'none', min: 1, desired: 1 }, false],
    ['a database', { role: 'database' }, false],
    ['files on its disk', { role: 'worker', localFiles: 'yes' }, false],
  ])('%s: judged with a reason', (_name, settings, survives) => {
    const [group] = fleet(settings).services.filter(({ id }) => id === 'g');
    const verdict = group && judgeSpot(group);
    expect(verdict?.survives).toBe(survives);
    expect(verdict?.reason).toMatch(/\.$/);
  });

  it('as the plan of the design is taken only where the work survives', () => {
    const bought = (settings: JsonObject) =>
      estimate(fleet(settings, { purchase: 'spot' }), books).lines.find(({ item }) => item === 'instance-hours');
    expect(bought({ role: 'worker' })?.description).toMatch(/Spot/);
    expect(bought({ role: 'database' })?.description).toMatch(/On-Demand/);
  });

  it('asked for where it is a risk is priced and noted', () => {
    const bill = estimate(fleet({ role: 'database', purchase: 'spot' }), books);
    expect(bill.notes.map(({ code, subjects }) => [code, subjects])).toEqual([['spot-may-interrupt', ['g']]]);
  });
});

describe('advice', () => {
  it('says why a reservation pays', () => {
    const [advice] = recommendPurchases(machine('us-east-1', {}), books);
    expect(advice).toMatchObject({ elementId: 'e', suggested: 'reserved-1y-no', upfront: 0, breakEvenMonth: 1 });
    // 730 × (0.096 − 0.06)
    expect(advice?.monthlySaving).toBe(26_280_000);
    expect(advice?.why).toMatch(
      /Reserved 1 year, nothing upfront saves \d+ %, from the first month\. Three years would save/,
    );
  });

  it('takes Spot for workers', () => {
    expect(recommendPurchases(fleet({ role: 'worker' }), books)[0]?.suggested).toBe('spot');
  });

  it('leaves development and little-used machines alone', () => {
    expect(recommendPurchases(machine('us-east-1', {}, { environment: 'development' }), books)).toEqual([]);
    expect(recommendPurchases(machine('us-east-1', { hoursPerMonth: 200 }), books)).toEqual([]);
  });

  it('gives up a reservation that sleeps', () => {
    const [advice] = recommendPurchases(
      machine('us-east-1', { hoursPerMonth: 100, purchase: 'reserved-1y-no' }),
      books,
    );
    expect(advice).toMatchObject({ suggested: 'on-demand', why: expect.stringMatching(/100 of 730 hours/) });
  });
});
