import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../testing/builder';
import { resolve } from '../../topology/resolve';
import { loadBundledBooks } from '../bundled-books';
import { estimate } from '../estimate';
import { albHour, ec2Hour, ec2ReservedHour, type PriceKey } from '../price-key';
import { askPrice } from './ask-price';
import { layerRecords } from './layer-records';
import { listNeededPrices } from './needed-prices';
import type { PriceRecord } from './price-record';

const books = await loadBundledBooks();

const draw = () =>
  buildNetwork(['a', 'b'], { web: 'public' })
    .add('lb', 'application-load-balancer', { parent: 'vpc', subnets: ['web-a', 'web-b'] })
    .add('web', 'ec2-instance', { parent: 'web-a', settings: { instanceType: 'm5.large' } });

const record = (key: PriceKey, usd: number, region = 'us-east-1'): PriceRecord => ({
  key,
  region,
  unit: 'hour',
  usd,
  sku: 'X',
  published: '2026-11-01T00:00:00Z',
  fetchedAt: '2026-11-22T10:00:00Z',
  via: 'query',
});

describe('the prices a design needs', () => {
  it('are those its bill asks for, each once', () => {
    const needs = listNeededPrices(resolve(draw().add('two', 'ec2-instance', { parent: 'web-b' }).build()), books);
    const keys = needs.map(({ key }) => key);
    expect(keys).toContain(albHour);
    expect(keys).toContain(ec2Hour('m5.large'));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeLessThan(10);
  });

  it('follow the purchase plan', () => {
    const topology = resolve(draw().settings({ purchase: 'reserved-1y-no' }).build());
    expect(listNeededPrices(topology, books).map(({ key }) => key)).toContain(ec2ReservedHour('m5.large', '1y', 'no'));
  });

  it('do not depend on anything a design says about where to ask', () => {
    const plain = listNeededPrices(resolve(draw().build()), books);
    const evil = {
      profile: 'admin',
      endpoint: 'http://evil.example',
      endpointRegion: 'cn-north-1',
      priceUrl: 'file:///x',
    };
    const design = draw()
      .add('vm', 'ec2-instance', { parent: 'web-a', settings: { ...evil, instanceType: 'm5.large' } })
      .settings(evil)
      .build();
    expect(listNeededPrices(resolve(design), books)).toEqual(plain);
    expect(JSON.stringify(plain)).not.toMatch(/evil|admin|file:/);
  });

  it('are asked for once worldwide', () => {
    const topology = resolve(draw().add('dns', 'route53-zone').build());
    const zones = listNeededPrices(topology, books).filter(({ key }) => key.startsWith('AmazonRoute53'));
    expect(zones.every(({ region }) => region === 'global')).toBe(true);
  });
});

describe('a question', () => {
  it.each(["t3.micro'; drop", 'T3.micro', 't3', '../../x', 'a.b.c.d', ''])('is not asked about the type %j', (type) => {
    expect(askPrice(ec2Hour(type), 'us-east-1')).toBeUndefined();
  });

  it('is not asked of Regions it does not know, nor of inherited names', () => {
    expect(askPrice(albHour, 'mars-north-1')).toBeUndefined();
    expect(askPrice('toString/x', 'us-east-1')).toBeUndefined();
    expect(askPrice('AmazonEC2/ebs-storage?type=constructor', 'us-east-1')).toBeUndefined();
  });

  it('keeps siblings with a prefix of their own apart', () => {
    const usage = askPrice(albHour, 'us-east-1')?.usageType;
    expect(
      ['LoadBalancerUsage', 'USE1-LoadBalancerUsage', 'TS-LoadBalancerUsage'].map((name) => usage?.test(name)),
    ).toEqual([true, true, false]);
  });
});

describe('live, cached and bundled prices', () => {
  it('lie over one another; each line says where its price is from and of when', () => {
    const layered = layerRecords(books, {
      live: [record(ec2Hour('m5.large'), 0.1)],
      cached: [record(albHour, 0.02), record(ec2Hour('m5.large'), 0.9)],
    });
    const { lines } = estimate(resolve(draw().build()), layered);
    const line = (item: string) => lines.find((each) => each.item === item);
    expect(line('instance-hours')).toMatchObject({ unitPrice: 0.1, origin: 'live', date: '2026-11-22' });
    expect(line('load-balancer-hours')).toMatchObject({ unitPrice: 0.02, origin: 'cached' });
    expect(line('public-ipv4')).toMatchObject({ origin: 'bundled' });
  });

  it('can cover a Region the app carries no prices for', () => {
    const layered = layerRecords(books, { live: [record(albHour, 1, 'eu-north-1')], cached: [] });
    expect(layered.find('eu-north-1')?.find(albHour)?.usdPerUnit).toBe(1);
  });
});
