import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../../shared/pricing/read-snapshot';
import { buildSnapshot, writeSnapshot } from './build-snapshot';
import { readEc2Facts } from './ec2-facts';
import { type PriceFact, readFacts } from './facts';

const fact = (overrides: Partial<PriceFact> & Pick<PriceFact, 'service' | 'item'>): PriceFact => ({
  region: 'us-east-1',
  attributes: '',
  unit: 'hour',
  usd: 1,
  source: { name: 'a price list', path: 'a/file', date: '2026-05-01', confidence: 'high' },
  ...overrides,
});

const FACTS: readonly PriceFact[] = [
  fact({ service: 'AmazonEC2', item: 'nat-gateway-hour', usd: 0.045 }),
  fact({ service: 'AmazonEC2', item: 'instance-hour', attributes: 'type=m5.large', usd: 0.096 }),
  fact({ service: 'AmazonEC2', item: 'instance-hour', attributes: 'type=c5.large', usd: 0.085 }),
  fact({
    service: 'AWSDataTransfer',
    item: 'data-transfer-out-internet',
    attributes: 'tier=first 10TB',
    unit: 'GB',
    usd: 0.09,
  }),
  fact({
    service: 'AWSDataTransfer',
    item: 'data-transfer-out-internet',
    attributes: 'tier=next 40TB',
    unit: 'GB',
    usd: 0.085,
  }),
  fact({
    service: 'AWSDataTransfer',
    item: 'data-transfer-out-internet-free-tier',
    region: 'global',
    attributes: 'first=100GB/month aggregated',
    unit: 'GB',
    usd: 0,
  }),
  fact({
    service: 'AWSQueueService',
    item: 'requests',
    attributes: 'free=first 1M/month;queue=fifo',
    unit: '1M requests',
    usd: 0.5,
  }),
  fact({ service: 'AmazonRDS', item: 'reserved-1y-noUpfront-hourly', attributes: 'class=db.m5.large' }),
  fact({ service: 'AmazonEC2', item: 'nat-gateway-hour', region: 'eu-west-1', usd: 0.048 }),
];

const read = (facts: readonly PriceFact[]) =>
  readSnapshot(JSON.parse(writeSnapshot(buildSnapshot(facts, 'us-east-1').file)));

describe('buildSnapshot', () => {
  it('keeps the Region’s On-Demand prices with source and date', () => {
    const book = read(FACTS);
    expect(book.find('AmazonEC2/nat-gateway-hour')).toMatchObject({
      usdPerUnit: 0.045,
      unit: 'hour',
      region: 'us-east-1',
      origin: 'bundled',
      source: { name: 'a price list', path: 'a/file', date: '2026-05-01' },
    });
    expect(book.find('AmazonEC2/instance-hour?type=m5.large')?.usdPerUnit).toBe(0.096);
    expect(book.find('AmazonRDS/reserved-1y-noUpfront-hourly?class=db.m5.large')).toBeUndefined();
  });

  it('keeps tiers, bounded where the last is not sourced, and what AWS gives free', () => {
    const price = read(FACTS).find('AWSDataTransfer/data-transfer-out-internet');
    expect(price?.tiers?.map(({ from, to, usdPerUnit }) => [from, to, usdPerUnit])).toEqual([
      [0, 10_240, 0.09],
      [10_240, 51_200, 0.085],
    ]);
    expect(price?.freePerMonth).toBe(100);
    expect(read(FACTS).find('AWSQueueService/requests?queue=fifo')?.freePerMonth).toBe(1);
  });

  it('writes the same file whatever the order of the facts', () => {
    const expected = writeSnapshot(buildSnapshot(FACTS, 'us-east-1').file);
    fc.assert(
      fc.property(fc.shuffledSubarray([...FACTS], { minLength: FACTS.length }), (facts) => {
        expect(writeSnapshot(buildSnapshot(facts, 'us-east-1').file)).toBe(expected);
      }),
    );
  });

  it('drops prices that AWS has cut since', () => {
    const old = fact({
      service: 'AmazonDynamoDB',
      item: 'on-demand-write',
      attributes: 'class=STANDARD',
      unit: '1M WRU',
      usd: 1.25,
      source: { name: 'an old list', path: '', date: '2024-09-30', confidence: 'high' },
    });
    const built = buildSnapshot([...FACTS, old], 'us-east-1');
    expect(built.dropped).toBe(1);
    expect(Object.keys(built.file.prices).some((key) => key.startsWith('AmazonDynamoDB'))).toBe(false);
  });

  it('refuses two prices for one key', () => {
    const twin = fact({ service: 'AmazonEC2', item: 'nat-gateway-hour', usd: 0.05 });
    expect(() => buildSnapshot([...FACTS, twin], 'us-east-1')).toThrow(/nat-gateway-hour has 2 prices/);
  });
});

describe('readFacts', () => {
  const row = {
    service: 'AmazonEC2',
    region: 'us-east-1',
    item: 'nat-gateway-hour',
    attributes: '',
    unit: 'hour',
    usd: '0.045',
    source_repo: 'find_string id 12345 (comment: live query 2026-06)',
    source_path: '(repo not named by index)',
    source_date: '2026-06',
    confidence: 'high+2agree',
  };

  it('grades the source and admits when it has no name', () => {
    expect(readFacts([row])[0]?.source).toEqual({
      name: 'unnamed public repository',
      path: 'comment: live query 2026-06',
      date: '2026-06',
      confidence: 'high',
    });
  });

  it('names row and value of a price that is not a number', () => {
    expect(() => readFacts([row, { ...row, usd: 'n/a' }])).toThrow(/Row 3 .* "n\/a"/);
    expect(() => readFacts([{ ...row, usd: '' }])).toThrow(/Row 2/);
  });
});

describe('readEc2Facts', () => {
  const sources = {
    K: { repo: 'k', path: 'k.go', data_date: '2026-07-20' },
    L: { repo: 'l', path: 'l.json', data_date: '2025-11-04' },
  };
  const prices = { 'us-east-1': { 'm5.large': 0.096, 'm5.metal': 4.608, 'm8i.metal-48xl': 11.9 } };

  it('gives each type its source and leaves out Dedicated-tenancy figures', () => {
    const meta = {
      sources,
      origin: { 'us-east-1': { K: 2, L: 1 } },
      dedicatedTenancyMetal: { 'us-east-1': ['m8i.metal-48xl'] },
    };
    expect(readEc2Facts(prices, meta, ['us-east-1']).map((f) => [f.attributes, f.source.name])).toEqual([
      ['type=m5.large', 'k'],
      ['type=m5.metal', 'l'],
    ]);
  });

  it('stops when the origin table does not add up', () => {
    const meta = { sources, origin: { 'us-east-1': { K: 3 } }, dedicatedTenancyMetal: {} };
    expect(readEc2Facts(prices, meta, ['us-east-1'])).toHaveLength(3);
    const wrong = { sources, origin: { 'us-east-1': { K: 1, L: 1 } }, dedicatedTenancyMetal: {} };
    expect(() => readEc2Facts(prices, wrong, ['us-east-1'])).toThrow(/source L should give 1 types but gives 2/);
  });
});
