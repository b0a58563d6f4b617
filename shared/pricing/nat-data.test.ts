import { describe, expect, it } from 'vitest';
import { EXPECTED } from '../catalog/usage-scenarios';
import type { Design } from '../model/design';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';
import { splitTraffic } from './traffic-split';

const books = await loadBundledBooks();

interface Case {
  readonly gatewayIn?: string;
  readonly gateway?: JsonObject;
  readonly web?: string;
  readonly target?: string;
}

const draw = ({ gatewayIn = 'dmz-a', gateway = {}, web = 'web-a', target = 's3-bucket' }: Case) =>
  buildNetwork(['a', 'b'], { dmz: 'public', web: 'private' })
    .add('nat', 'nat-gateway', { parent: gatewayIn, settings: gateway })
    .add('web', 'ec2-instance', { parent: web })
    .add('store', target, { parent: 'region' })
    .connect('data', 'web', 'store', { gbPerMonth: 400 })
    .build();

const linesOf = (change: Case) =>
  estimate(resolve(draw(change)), books)
    .lines.filter(({ elementId }) => elementId === 'web-data-store')
    .map(({ item, monthlyMicros }) => [item, monthlyMicros]);

// us-east-1: NAT gateway $0.045 a GB (2025-10-28), between zones $0.01 a GB in each direction (2024-09-25).
describe('data from a private subnet to a service of the Region', () => {
  it('is charged by the NAT gateway', () => {
    expect(linesOf({})).toEqual([['nat-data', 18_000_000]]);
    expect(linesOf({ target: 'dynamodb-table' })).toEqual([['nat-data', 18_000_000]]);
  });

  it('costs crossing zones as well when the gateway is in another', () => {
    expect(linesOf({ web: 'web-b' })).toEqual([
      ['nat-data', 18_000_000],
      ['cross-zone-transfer', 8_000_000],
    ]);
  });

  it('is not counted twice when the gateway states its data', () => {
    expect(linesOf({ gateway: { gbPerMonth: 900 } })).toEqual([]);
  });

  it('is free from a public subnet', () => {
    expect(linesOf({ web: 'dmz-a' })).toEqual([]);
  });

  it('follows when the gateway begins to state its data, though neither end changed', () => {
    const before = draw({});
    const after = { ...before, elements: new Map(before.elements) };
    const gateway = before.elements.get('nat');
    if (gateway !== undefined) after.elements.set('nat', { ...gateway, settings: { gbPerMonth: 1 } });
    estimate(resolve(before), books);
    const lines = estimate(resolve(after), books).lines.filter(({ elementId }) => elementId === 'web-data-store');
    expect(lines).toEqual([]);
  });
});

describe('a VPC endpoint', () => {
  const withEndpoint = (kind: string, settings: JsonObject, subnets: readonly string[] = []): Design => {
    const place = { parent: 'vpc', subnets, settings };
    return buildNetwork(['a', 'b'], { dmz: 'public', web: 'private' })
      .add('nat', 'nat-gateway', { parent: 'dmz-a' })
      .add('web', 'ec2-instance', { parent: 'web-b' })
      .add('store', settings.service === 'sqs' ? 'sqs-queue' : 's3-bucket', { parent: 'region' })
      .connect(settings.service === 'sqs' ? 'async' : 'data', 'web', 'store', { gbPerMonth: 400 })
      .add('way', kind, place)
      .build();
  };
  const dataLines = (design: Design) =>
    estimate(resolve(design), books)
      .lines.filter(({ item }) => item.endsWith('-data') || item === 'cross-zone-transfer' || item === 'data-processed')
      .map(({ elementId, item, monthlyMicros }) => [elementId, item, monthlyMicros]);

  it('of the gateway kind removes the data charge of the NAT gateway, and the crossing to it', () => {
    const gateway = ['nat', 'data-processed', null];
    const before = withEndpoint('gateway-endpoint', { service: 'dynamodb' });
    expect(dataLines(before)).toEqual([
      gateway,
      ['web-data-store', 'nat-data', 18_000_000],
      ['web-data-store', 'cross-zone-transfer', 8_000_000],
    ]);
    // The same kind, leading to S3 instead: nothing of the connection itself changed.
    expect(dataLines(withEndpoint('gateway-endpoint', { service: 's3' }))).toEqual([gateway]);
    const total = (design: Design) => estimate(resolve(design), books).total.micros;
    expect(total(before) - total(withEndpoint('gateway-endpoint', { service: 's3' }))).toBe(26_000_000);
  });

  // us-east-1: interface endpoint $0.01 a GB (2025-11-04).
  it('of the interface kind has a price of its own, and a crossing where its zone has no address of it', () => {
    const ofWeb = (subnets: readonly string[], settings: JsonObject = {}) =>
      dataLines(withEndpoint('interface-endpoint', { service: 'sqs', ...settings }, subnets)).slice(1);
    expect(ofWeb(['web-a', 'web-b'])).toEqual([['web-async-store', 'endpoint-data', 4_000_000]]);
    expect(ofWeb(['web-a'])).toEqual([
      ['web-async-store', 'endpoint-data', 4_000_000],
      ['web-async-store', 'cross-zone-transfer', 8_000_000],
    ]);
    expect(ofWeb(['web-b'], { gbPerMonth: 900 })).toEqual([['way', 'data-processed', 9_000_000]]);
  });

  it('splits the data of a connection by where it goes', () => {
    const link = resolve(withEndpoint('interface-endpoint', { service: 'sqs' }, ['web-a'])).link('web-async-store');
    if (!link) throw new Error('The connection is not there');
    const { parts } = splitTraffic(link, books, EXPECTED);
    expect(parts.map(({ way, gigabytes, micros }) => [way, gigabytes, micros])).toEqual([
      ['endpoint-cross-zone', 400, 12_000_000],
    ]);
  });
});
