import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { loadBundledBooks } from './bundled-books';
import { estimate } from './estimate';

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
