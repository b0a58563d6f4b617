import { describe, expect, it } from 'vitest';
import { EXPECTED, listScenarios } from '../catalog/usage-scenarios';
import { buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';
import { splitTraffic } from './traffic-split';

const books = await loadBundledBooks();

const split = (builder: DesignBuilder, connection: string, scenario = EXPECTED) => {
  const topology = resolve(builder.build());
  const link = topology.link(connection);
  if (link === undefined) throw new Error(`No connection ${connection}.`);
  const { parts, ...rest } = splitTraffic(link, books, scenario);
  const bill = estimate(topology, books, { scenario: scenario.id, freeAllowances: false }).byElement.get(connection);
  return {
    ...rest,
    ways: parts.map(({ way, gigabytes, micros }) => [way, gigabytes, micros]),
    bill: bill?.micros ?? 0,
  };
};

const network = () => buildNetwork(['a', 'b'], { dmz: 'public', web: 'private' });

const fleet = (kind = 'network-load-balancer') =>
  network()
    .add('front', kind, { parent: 'vpc', subnets: ['dmz-a', 'dmz-b'] })
    .add('web', 'auto-scaling-group', { parent: 'vpc', subnets: ['web-a', 'web-b'], settings: { min: 2, desired: 2 } })
    .connect('traffic', 'front', 'web', { gbPerMonth: 1000 });

// us-east-1: between zones $0.01 a GB in each direction (2024-09-25), NAT gateway $0.045 a GB (2025-10-28).
describe('where the data of a connection goes', () => {
  it('half of it crosses between two zones', () => {
    const { ways, bill } = split(fleet(), 'front-traffic-web');
    expect(ways).toEqual([
      ['same-zone', 500, 0],
      ['cross-zone', 500, 10_000_000],
    ]);
    expect(bill).toBe(10_000_000);
  });

  it('costs nothing from an Application Load Balancer, though it crosses', () => {
    const { ways, bill } = split(fleet('application-load-balancer'), 'front-traffic-web');
    expect(ways.map(([way, , micros]) => [way, micros])).toEqual([
      ['same-zone', 0],
      ['cross-zone', 0],
    ]);
    expect(bill).toBe(0);
  });

  const store = (gateway: JsonObject = {}) =>
    network()
      .add('nat', 'nat-gateway', { parent: 'dmz-a', settings: gateway })
      .add('web', 'auto-scaling-group', {
        parent: 'vpc',
        subnets: ['web-a', 'web-b'],
        settings: { min: 2, desired: 2 },
      })
      .add('store', 's3-bucket', { parent: 'region' })
      .connect('data', 'web', 'store', { gbPerMonth: 400 });

  it('goes through the NAT gateway, half of it to another zone first', () => {
    const { ways, bill } = split(store(), 'web-data-store');
    expect(ways).toEqual([
      ['nat', 200, 9_000_000],
      ['nat-cross-zone', 200, 13_000_000],
    ]);
    expect(bill).toBe(22_000_000);
  });

  it('leaves to the gateway what the gateway states', () => {
    const { ways, bill } = split(store({ gbPerMonth: 900 }), 'web-data-store');
    expect(ways).toEqual([
      ['nat', 200, 0],
      ['nat-cross-zone', 200, 4_000_000],
    ]);
    expect(bill).toBe(4_000_000);
  });

  it('goes out to the internet, or through the CDN', () => {
    const shop = network()
      .add('users', 'users')
      .add('cdn', 'cloudfront')
      .add('front', 'application-load-balancer', { parent: 'vpc', subnets: ['dmz-a', 'dmz-b'] })
      .connect('traffic', 'users', 'front', { gbPerMonth: 100 })
      .connect('traffic', 'users', 'cdn', { gbPerMonth: 100 })
      .connect('traffic', 'cdn', 'front', { gbPerMonth: 100 });
    expect(split(shop, 'users-traffic-front').ways).toEqual([['internet', 100, 9_000_000]]);
    expect(split(shop, 'users-traffic-cdn').ways).toEqual([['cdn', 100, 0]]);
    expect(split(shop, 'cdn-traffic-front').ways).toEqual([['cdn', 100, 0]]);
  });

  it('is of unknown amount where nobody states it, and none where no data flows', () => {
    const unstated = fleet().connect('traffic', 'web', 'front', {});
    expect(split(unstated, 'web-traffic-front')).toMatchObject({
      gigabytes: null,
      ways: [
        ['same-zone', null, 0],
        ['cross-zone', null, null],
      ],
    });
    const key = network()
      .add('key', 'kms-key', { parent: 'region' })
      .add('web', 'ec2-instance', { parent: 'web-a' })
      .connect('uses', 'web', 'key');
    expect(split(key, 'web-uses-key').ways).toEqual([]);
  });

  it('follows the scenario', () => {
    const launch = listScenarios([]).find(({ id }) => id === 'launch-day');
    expect(split(fleet(), 'front-traffic-web', launch)).toMatchObject({ gigabytes: 5000, bill: 50_000_000 });
  });
});

describe('requests a second', () => {
  const called = (settings: JsonObject = {}) =>
    network()
      .add('users', 'users')
      .add('api', 'ec2-instance', { parent: 'dmz-a' })
      .add('work', 'lambda-function', { parent: 'region', settings: { durationMs: 100, ...settings } });
  const requestsOf = (builder: DesignBuilder, item = 'requests', id = 'work') =>
    estimate(resolve(builder.build()), books).lines.find((line) => line.elementId === id && line.item === item);

  it('are the requests of the target where it states none', () => {
    const line = requestsOf(called().connect('traffic', 'api', 'work', { requestsPerSecond: 10 }));
    expect(line).toMatchObject({ quantity: 26.28, monthlyMicros: 5_256_000, status: 'priced' });
    expect(line?.formula).toContain('10 a second × 730 h');
    const own = requestsOf(
      called({ requestsMillions: 2 }).connect('traffic', 'api', 'work', { requestsPerSecond: 10 }),
    );
    expect(own?.quantity).toBe(2);
  });

  it('stay unknown as long as one of the callers says nothing', () => {
    const half = called()
      .add('other', 'ec2-instance', { parent: 'dmz-b' })
      .connect('traffic', 'api', 'work', { requestsPerSecond: 10 })
      .connect('traffic', 'other', 'work');
    expect(requestsOf(half)?.status).toBe('quantity-unknown');
  });

  it('count as reads or writes where a connection does only one of them', () => {
    const table = (access: string) =>
      called()
        .add('table', 'dynamodb-table', { parent: 'region' })
        .connect('data', 'api', 'table', { requestsPerSecond: 1, access });
    expect(requestsOf(table('read'), 'read-requests', 'table')?.quantity).toBeCloseTo(2.628, 9);
    expect(requestsOf(table('read'), 'write-requests', 'table')?.quantity).toBe(0);
    expect(requestsOf(table('read-write'), 'read-requests', 'table')?.status).toBe('quantity-unknown');
  });

  it('are three for each message of a queue', () => {
    const queue = called()
      .add('jobs', 'sqs-queue', { parent: 'region' })
      .connect('async', 'api', 'jobs', { requestsPerSecond: 1 });
    expect(requestsOf(queue, 'requests', 'jobs')?.quantity).toBeCloseTo(7.884, 9);
  });
});

describe('hours of the month', () => {
  const machines = (design: JsonObject, own: JsonObject = {}) =>
    network().settings(design).add('web', 'ec2-instance', { parent: 'web-a', settings: own });
  const hoursOf = (builder: DesignBuilder) =>
    estimate(resolve(builder.build()), books).lines.find(({ item }) => item === 'instance-hours')?.quantity;

  it('are those of the design where the element says nothing', () => {
    expect(hoursOf(machines({}))).toBe(730);
    expect(hoursOf(machines({ hoursPerMonth: 220 }))).toBe(220);
    expect(hoursOf(machines({ hoursPerMonth: 220 }, { hoursPerMonth: 730 }))).toBe(730);
    expect(hoursOf(machines({ hoursPerMonth: 220, purchase: 'reserved-1y-no' }))).toBe(730);
    expect(hoursOf(machines({ hoursPerMonth: 220, scenario: 'launch-day' }, { hoursPerMonth: 100 }))).toBe(100);
  });
});
