import { describe, expect, it } from 'vitest';
import { BUNDLED_REGIONS, loadBundledBook, loadBundledBooks } from './bundled-books';
import { collectBooks, layerBooks, type Price, type PriceBook } from './price-book';
import {
  albHour,
  cloudFrontData,
  ec2Hour,
  ec2ReservedHour,
  hostedZoneMonth,
  internetOut,
  natHour,
  type PriceKey,
  rdsHour,
  spotHour,
} from './price-key';
import { readSnapshot } from './read-snapshot';
import { daysBetween, STALE_AFTER_DAYS, warnOfAge } from './snapshot-age';

const priceOf = (key: PriceKey, usdPerUnit: number, region = 'us-east-1'): Price => ({
  key,
  region,
  usdPerUnit,
  unit: 'hour',
  unitSize: 1,
  source: { name: 'live query', path: '', date: '2026-11-20' },
  origin: 'live',
  confidence: 'high',
});

const bookOf = (region: string, prices: readonly Price[], asOf = '2026-11-20'): PriceBook => ({
  region,
  asOf,
  find: (key) => prices.find((price) => price.key === key),
  keys: () => prices.map(({ key }) => key),
});

describe('bundled books', () => {
  it('carry dated prices for each Region, worldwide ones included', async () => {
    const books = await loadBundledBooks();
    expect(books.regions).toEqual([...BUNDLED_REGIONS]);
    for (const region of BUNDLED_REGIONS) {
      const book = books.find(region);
      // No source gives the prices of load balancers in Sydney.
      const balancer = region === 'ap-southeast-2' ? [] : [albHour];
      const others = [ec2Hour('m5.large'), natHour, internetOut, hostedZoneMonth, cloudFrontData('EU')];
      for (const key of [...balancer, ...others, ec2ReservedHour('m5.large', '1y', 'no'), spotHour('m5.large')]) {
        const price = book?.find(key);
        expect(price?.usdPerUnit, `${region} ${key}`).toBeGreaterThan(0);
        expect(price?.source.date, `${region} ${key}`).toMatch(/^20\d\d/);
        expect(price?.origin).toBe('bundled');
      }
    }
  });

  // Two figures a person can look up: aws.amazon.com/ec2/pricing/on-demand and /rds/mysql/pricing, Region US East (N. Virginia).
  it('hold the published prices of common types', async () => {
    const book = await loadBundledBook('us-east-1');
    expect(book?.find(ec2Hour('m5.large'))?.usdPerUnit).toBe(0.096);
    expect(book?.find(rdsHour('MySQL', 'Single-AZ', 'db.t3.large'))?.usdPerUnit).toBe(0.136);
    expect(book?.find(rdsHour('MySQL', 'Multi-AZ', 'db.t3.large'))?.usdPerUnit).toBe(0.272);
  });

  it('are not to be had for other Regions', async () => {
    expect(await loadBundledBook('mars-north-1')).toBeUndefined();
  });

  it('do not carry the Dedicated-tenancy price of bare metal', async () => {
    const book = await loadBundledBook('us-east-1');
    expect(book?.find(ec2Hour('m5.metal'))?.usdPerUnit).toBe(4.608);
    expect(book?.find(ec2Hour('i7ie.metal-48xl'))).toBeUndefined();
  });

  it('are warned of, not failed, when old', async () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const region of BUNDLED_REGIONS) {
      const book = await loadBundledBook(region);
      const warning = warnOfAge(region, book?.asOf ?? '', today);
      if (warning !== undefined) console.warn(warning);
      expect(daysBetween('2024-01-01', book?.asOf ?? '')).toBeGreaterThan(0);
    }
  });
});

describe('warnOfAge', () => {
  it('speaks up after the limit only', () => {
    expect(warnOfAge('us-east-1', '2026-01-01', '2026-05-01')).toBeUndefined();
    expect(daysBetween('2026-01-01', '2026-05-02')).toBe(STALE_AFTER_DAYS + 1);
    expect(warnOfAge('us-east-1', '2026-01-01', '2026-05-02')).toMatch(/121 days old/);
    expect(() => daysBetween('soon', '2026-05-02')).toThrow(/ISO dates/);
  });
});

describe('layerBooks', () => {
  const bundled = bookOf('us-east-1', [priceOf(natHour, 0.045), priceOf(albHour, 0.0225)], '2026-08-18');
  const live = bookOf('us-east-1', [priceOf(natHour, 0.05)]);

  it('answers from the first book that knows', () => {
    const layered = layerBooks(live, bundled);
    expect(layered.find(natHour)?.usdPerUnit).toBe(0.05);
    expect(layered.find(albHour)?.usdPerUnit).toBe(0.0225);
    expect(layered.find(internetOut)).toBeUndefined();
    expect(layered.asOf).toBe('2026-11-20');
    expect([...layered.keys()].sort()).toEqual([albHour, natHour].sort());
  });

  it('refuses books of different Regions and no books', () => {
    expect(() => layerBooks(live, bookOf('eu-west-1', []))).toThrow(/us-east-1 and eu-west-1/);
    expect(() => layerBooks()).toThrow(/at least one/);
  });

  it('collects by Region, the earlier on top', () => {
    const books = collectBooks([live, bundled, bookOf('eu-west-1', [])]);
    expect(books.regions).toEqual(['eu-west-1', 'us-east-1']);
    expect(books.find('us-east-1')?.find(natHour)?.usdPerUnit).toBe(0.05);
    expect(books.find('sa-east-1')).toBeUndefined();
  });
});

describe('readSnapshot', () => {
  const valid = {
    format: 'stratiform-prices',
    version: 1,
    region: 'us-east-1',
    asOf: '2026-08-18',
    sources: [{ name: 'a list', path: 'a/file', date: '2026-08-18', confidence: 'high' }],
    families: {},
    prices: { [natHour]: { unit: 'hour', flat: [0.045, 0] } },
  };

  it.each([
    ['no object', null, /not an object/],
    ['another format', { ...valid, version: 2 }, /version 1/],
    ['a negative price', { ...valid, prices: { [natHour]: { unit: 'hour', flat: [-1, 0] } } }, /-1, not a number/],
    ['a missing source', { ...valid, prices: { [natHour]: { unit: 'hour', flat: [1, 7] } } }, /source 7/],
    ['neither price nor tiers', { ...valid, prices: { [natHour]: { unit: 'hour' } } }, /not a list/],
    ['an unknown grade', { ...valid, sources: [{ name: 'a', date: '2026', confidence: 'sure' }] }, /"sure"/],
  ])('says what is wrong: %s', (_name, value, message) => {
    expect(() => readSnapshot(value)).toThrow(message);
  });

  it('reads a valid one', () => {
    expect(readSnapshot(valid).find(natHour)?.usdPerUnit).toBe(0.045);
  });
});
