import { describe, expect, it } from 'vitest';
import { listScenarios } from '../catalog/usage-scenarios';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { readBudget } from './budget';
import { loadBundledBooks } from './bundled-books';
import { type EstimateOptions, estimate } from './estimate';

const books = await loadBundledBooks();

const design = (settings: JsonObject = {}) =>
  buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
    .add('users', 'users')
    .add('cdn', 'cloudfront')
    .add('files', 's3-bucket', { parent: 'region', settings: { storageGb: 500, readThousands: 100 } })
    .add('fn', 'lambda-function', { parent: 'region', settings: { requestsMillions: 3, durationMs: 200 } })
    .add('web', 'ec2-instance', { parent: 'web-a' })
    .add('db', 'rds-instance', { parent: 'vpc', subnets: ['database-b', 'database-a'] })
    .connect('traffic', 'users', 'cdn', { gbPerMonth: 2000 })
    .connect('data', 'web', 'db', { gbPerMonth: 50 })
    .settings(settings)
    .build();

const run = (settings: JsonObject = {}, options: EstimateOptions = {}) => {
  const bill = estimate(resolve(design(settings)), books, options);
  const quantity = (id: string, item: string) =>
    bill.lines.find((line) => line.elementId === id && line.item === item)?.quantity;
  return { bill, quantity };
};

describe('a usage scenario', () => {
  it('multiplies what flows, and nothing else', () => {
    const { quantity } = run({}, { scenario: 'launch-day' });
    expect(quantity('files', 'storage')).toBe(500);
    expect(quantity('files', 'read-requests')).toBe(500);
    expect(quantity('fn', 'requests')).toBe(15);
    expect(quantity('cdn', 'data-out')).toBe(10_000);
    expect(quantity('web-data-db', 'cross-zone-transfer')).toBe(500);
    expect(quantity('web', 'instance-hours')).toBe(730);
    // The time a request takes is no traffic: 15 million × 0.2 s × 0.5 GB.
    expect(quantity('fn', 'duration')).toBe(1_500_000);
  });

  it('is the one the design has chosen, unless another is asked for', () => {
    const chosen = { scenario: 'quiet' };
    expect(run(chosen).quantity('fn', 'requests')).toBe(0.6);
    expect(run(chosen, { scenario: 'expected' }).quantity('fn', 'requests')).toBe(3);
    expect(run({ scenario: 'no-such-scenario' }).quantity('fn', 'requests')).toBe(3);
  });

  it('of the design states numbers outright, also where none are stated', () => {
    const scenarios = [
      {
        id: 'sale',
        name: 'Sale',
        traffic: 2,
        storage: 3,
        overrides: { fn: { requestsMillions: 40 }, cdn: { requestsMillions: 7 }, 'web-data-db': { gbPerMonth: 9 } },
      },
    ];
    const { quantity } = run({ scenarios }, { scenario: 'sale' });
    expect(quantity('fn', 'requests')).toBe(40);
    expect(quantity('cdn', 'requests')).toBe(700);
    expect(quantity('files', 'storage')).toBe(1500);
    expect(quantity('web-data-db', 'cross-zone-transfer')).toBe(18);
  });

  it('switches there and back without a trace', () => {
    const topology = resolve(design());
    const before = estimate(topology, books);
    const launch = estimate(topology, books, { scenario: 'launch-day' });
    expect(launch.total.micros).toBeGreaterThan(before.total.micros);
    expect(estimate(topology, books).lines).toEqual(before.lines);
  });

  it('replaces a built-in one of the same id', () => {
    const own = [{ id: 'quiet', name: 'Night', traffic: 0.1, storage: 1, overrides: {} }];
    expect(listScenarios(own).map(({ name }) => name)).toEqual(['Night', 'Expected', 'Launch day']);
  });
});

describe('the budget', () => {
  it('is gauged against the bill', () => {
    const { bill } = run();
    const usd = bill.total.micros / 1_000_000;
    const gauge = (monthlyBudget: number | null) => readBudget({ name: '', settings: { monthlyBudget } }, bill);
    expect(gauge(null)).toBeUndefined();
    expect(gauge(usd * 2)).toMatchObject({ state: 'within', spent: bill.total.micros, isLowerBound: true });
    expect(gauge(usd / 0.9)?.state).toBe('near');
    expect(gauge(usd - 1)?.state).toBe('over');
    expect(gauge(0)).toMatchObject({ state: 'over', share: Number.POSITIVE_INFINITY });
  });
});
