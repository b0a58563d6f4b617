import { describe, expect, it } from 'vitest';
import { simulate } from '../../../shared/resilience/outage';
import { buildNetwork } from '../../../shared/testing/builder';
import { resolve } from '../../../shared/topology/resolve';
import { failureAt, isChosen, toggleFailure, viewOutage } from './outage-view';

const topology = resolve(
  buildNetwork(['a', 'b'], { web: 'private', data: 'isolated' })
    .add('users', 'users')
    .add('note', 'note')
    .add('web', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-web',
      subnets: ['web-a', 'web-b'],
      settings: { min: 2, desired: 2, max: 4 },
    })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      tier: 'tier-data',
      subnets: ['data-a', 'data-b'],
      settings: { multiAz: true },
    })
    .connect('traffic', 'users', 'web')
    .connect('data', 'web', 'db')
    .build(),
);
const [first] = topology.zones;
const zone = { kind: 'zone', id: first?.id ?? '' } as const;
const db = { kind: 'element', id: 'db' } as const;

describe('what fails where one clicks', () => {
  it.each([
    ['db', db],
    ['tier-web', { kind: 'element', id: 'tier-web' }],
    ['region', { kind: 'region', id: 'region' }],
    [zone.id, zone],
    ['web-a', zone],
    ['users', undefined],
    ['vpc', undefined],
    ['note', undefined],
    ['gone', undefined],
  ])('on %s', (id, failure) => expect(failureAt(topology, id)).toEqual(failure));

  it('is taken back by another click', () => {
    const both = toggleFailure(topology, toggleFailure(topology, [], zone), db);
    expect(both).toEqual([zone, db]);
    expect(toggleFailure(topology, both, zone)).toEqual([db]);
  });

  it('stays chosen when something larger fails as well', () => {
    const region = { kind: 'region', id: 'region' } as const;
    expect(isChosen(topology, [zone, region], zone)).toBe(true);
    expect(isChosen(topology, [region], zone)).toBe(false);
  });
});

describe('an outage on the drawing', () => {
  it('says the same as the simulation of every service and user', () => {
    const { stateOf, result } = viewOutage(topology, [db]);
    expect(result.summary).toBe(simulate(topology, [db]).summary);
    expect([stateOf.get('db'), stateOf.get('web'), stateOf.get('users')]).toEqual(['lost', 'stopped', 'stopped']);
    expect(stateOf.get(zone.id)).toBeUndefined();
  });

  it('breaks the connections on the way to what is down', () => {
    const { broken } = viewOutage(topology, [db]);
    const named = [...broken].map((id) => topology.link(id)).map((link) => `${link?.from.id} ${link?.to.id}`);
    expect(named).toEqual(['users web', 'web db']);
  });

  it('loses a zone with its subnets, and a Region with everything in it', () => {
    const lost = viewOutage(topology, [zone]).stateOf;
    expect([lost.get(zone.id), lost.get('web-a'), lost.get('web-b'), lost.get('web')]).toEqual([
      'lost',
      'within',
      undefined,
      'degraded',
    ]);
    const all = viewOutage(topology, [{ kind: 'region', id: 'region' }]).stateOf;
    expect([all.get('region'), all.get('vpc'), all.get(zone.id), all.get('web')]).toEqual([
      'lost',
      'within',
      'within',
      'lost',
    ]);
  });

  it('shows everything up where nothing fails', () => {
    const { stateOf, broken } = viewOutage(topology, []);
    expect([new Set(stateOf.values()), broken.size]).toEqual([new Set(['up']), 0]);
  });
});
