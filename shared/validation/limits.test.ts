import { describe, expect, it } from 'vitest';
import { findingsOf, over, said } from '../testing/one-rule';
import { bothZones, buildHealthySite, buildSite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { gatherFacts } from './facts';
import { analyseLosses } from './graph/losses';
import { rules } from './rules';
import type { ServiceLevel } from './service-level';

/* Where rules on availability, state and scale begin and end to find something. */

const needs = (requiredCapacity: number) => ({ parent: 'vpc', settings: { role: 'web', requiredCapacity } });
const copies = (min: number, max = min) => ({ min, desired: min, max });

describe('AVL-11 counts what is left without the zone that holds most', () => {
  const site = (required: number, min: number, subnets = bothZones('web')) =>
    buildSite()
      .add('tier-web', 'tier', needs(required))
      .add('web', 'auto-scaling-group', over('web', copies(min), subnets));

  it('and is content with just enough', () => {
    expect(said('AVL-11', site(2, 4))).toEqual([]);
    expect(said('AVL-11', site(2, 3))).toEqual(['tier-web warning']);
  });

  it('dealing copies out over the zones one by one', () => {
    const three = (required: number) =>
      site(required, 5, ['web-a', 'web-b', 'web-c'])
        .add('az-c', 'availability-zone', { parent: 'vpc', settings: { zone: 'c' } })
        .add('web-c', 'subnet', { parent: 'az-c', tier: 'tier-web', settings: { exposure: 'private' } });
    expect(said('AVL-11', three(3))).toEqual([]);
    expect(said('AVL-11', three(4))).toEqual(['tier-web warning']);
  });

  it('whichever that is, and says nothing of a tier in one zone', () => {
    const uneven = site(2, 4, ['web-a']).add('few', 'auto-scaling-group', over('web', copies(1), ['web-b']));
    expect(said('AVL-11', uneven)).toEqual(['tier-web warning']);
    expect(said('AVL-11', site(2, 4, ['web-a']))).toEqual([]);
  });
});

describe('AVL-01 looks at what serves users', () => {
  const machine = () => buildSite().add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' });

  it('asks where nobody is drawn, and says nothing of what users do not need', () => {
    const nobody = machine().add('users', 'note');
    expect(said('AVL-01', nobody)).toEqual(['tier-web unknown']);
    expect(said('AVL-01', machine())).toEqual([]);
    expect(said('AVL-01', machine().connect('traffic', 'users', 'one'))).toEqual(['tier-web error']);
  });

  it('and counts no bastion host or alarm in another zone', () => {
    const guarded = machine()
      .connect('traffic', 'users', 'one')
      .add('bastion', 'bastion-host', { parent: 'web-b', tier: 'tier-web' });
    expect(said('AVL-01', guarded)).toEqual(['tier-web error']);
  });
});

describe('AVL-06 wants a copy of a cache that takes over in another zone', () => {
  const cache = (kind: string, settings: JsonObject, subnets = bothZones('cache')) =>
    buildSite().add('cache', kind, over('cache', settings, subnets));
  const redis = (settings: JsonObject, subnets?: string[]) =>
    said(
      'AVL-06',
      cache('elasticache-redis', { replicas: 1, multiAz: true, automaticFailover: true, ...settings }, subnets),
    );

  it('by itself', () => {
    expect(redis({})).toEqual([]);
    expect(redis({ automaticFailover: false })).toEqual(['cache warning']);
    expect(redis({ multiAz: false })).toEqual(['cache warning']);
    expect(redis({}, ['cache-a'])).toEqual(['cache warning']);
  });

  it('and more where sessions are in it', () => {
    const holding = cache('elasticache-redis', {})
      .add('web', 'auto-scaling-group', over('web'))
      .connect('session', 'web', 'cache');
    expect(said('AVL-06', holding)).toEqual(['cache error']);
  });

  it('or two nodes of Memcached', () => {
    expect(said('AVL-06', cache('elasticache-memcached', { nodes: 2 }))).toEqual([]);
    const [single] = findingsOf('AVL-06', cache('elasticache-memcached', { nodes: 1 }));
    expect(single?.message).toMatch(/^cache has a single node\./);
    expect(said('AVL-06', cache('elasticache-memcached', { nodes: 2 }, ['cache-a']))).toEqual(['cache warning']);
  });
});

it('AVL-07 looks at subnets with machines in them', () => {
  const oneNat = (machine: boolean) => {
    const builder = buildSite().add('nat-b', 'note');
    return machine ? builder.add('web', 'ec2-instance', { parent: 'web-b' }) : builder;
  };
  expect(said('AVL-07', oneNat(true))).toEqual(['nat warning']);
  expect(said('AVL-07', oneNat(false))).toEqual([]);
});

describe('AVL-12', () => {
  it('offers no second copy of what keeps state', () => {
    const auth = (settings: JsonObject) =>
      buildHealthySite().add('auth', 'ec2-instance', { parent: 'web-a', settings }).connect('traffic', 'web', 'auth');
    const kinds = (settings: JsonObject) =>
      findingsOf('AVL-12', auth(settings))
        .find(({ key }) => key === 'AVL-12:auth')
        ?.fixes.map(({ kind }) => kind);
    expect(kinds({ sessionStore: 'none', localFiles: 'no' })).toEqual(['auto']);
    expect(kinds({ sessionStore: 'memory' })).toEqual(['manual']);
    expect(kinds({ sessionStore: 'none', localFiles: 'yes' })).toEqual(['manual']);
  });

  it('asks about the users it had no time for', () => {
    const builder = buildHealthySite();
    for (const id of ['more', 'others']) builder.add(id, 'users').connect('traffic', id, 'alb');
    const topology = resolve(builder.build());
    const facts = gatherFacts(topology, {}, { losses: analyseLosses(topology, 1), parts: [topology] });
    const rule = rules.find(({ id }) => id === 'AVL-12');
    expect(rule?.check(topology, facts)).toMatchObject([{ status: 'unknown', severity: 'info', elements: ['others'] }]);
  });
});

it('AVL-14 wants a week of backups, versions of what users made and copies of files', () => {
  const days = (backupRetentionDays: number) =>
    said('AVL-14', buildSite().add('db', 'rds-instance', over('database', { backupRetentionDays })));
  expect([days(7), days(6), days(0)]).toEqual([[], ['db warning'], ['db error']]);
  const bucket = (settings: JsonObject) =>
    said('AVL-14', buildSite().add('bucket', 's3-bucket', { parent: 'region', settings }));
  expect(bucket({ content: 'user', versioning: false })).toEqual(['bucket error']);
  expect(bucket({ content: 'user', versioning: true })).toEqual([]);
  expect(bucket({ content: 'static', versioning: false })).toEqual([]);
  expect(said('AVL-14', buildSite().add('files', 'efs', over('web', { backup: false })))).toEqual(['files error']);
});

describe('AVL-17 is content with a target that is just reached', () => {
  const time = (minutes: number | null) => ({ id: 'nat', name: 'NAT', minutes, assumption: 'Assumed.' });
  const level = (share: number, recovery: number | null, dataLoss: number | null) => (): ServiceLevel => ({
    availability: { entry: 'users', name: 'Users', share, limiting: [] },
    recovery: time(recovery),
    dataLoss: time(dataLoss),
  });
  const targets = { targetAvailability: 99.9, targetRecoveryMinutes: 60, targetDataLossMinutes: 5 };
  const look = (estimateLevel: () => ServiceLevel) =>
    said('AVL-17', buildSite().settings({ environment: 'production', ...targets }), { estimateLevel });

  it('and with no time that has no end', () => {
    expect(look(level(0.999, 60, 5))).toEqual([]);
    expect(look(level(0.9989, 60, 5))).toEqual(['users error']);
    expect(look(level(0.999, 61, 5))).toEqual(['nat error']);
    expect(look(level(0.999, 60, 6))).toEqual(['nat error']);
    expect(look(level(0.999, null, 5))).toEqual(['nat error']);
  });
});

describe('STA-01 and STA-05', () => {
  it('weigh sessions on a machine by whether it has, or can have, company', () => {
    const keeping = { sessionStore: 'memory' };
    const one = buildSite().add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: keeping });
    expect(said('STA-01', one)).toEqual(['tier-web warning']);
    expect(said('STA-01', one.add('two', 'ec2-instance', { parent: 'web-b', tier: 'tier-web' }))).toEqual([
      'tier-web error',
    ]);
    const group = buildSite().add('web', 'auto-scaling-group', over('web', { ...keeping, ...copies(1) }));
    expect(said('STA-01', group)).toEqual(['tier-web error']);
  });

  it('take a snapshot or a replica for a second home of sessions', () => {
    const cache = (settings: JsonObject) =>
      buildHealthySite().add('cache', 'elasticache-redis', over('cache', { replicas: 0, ...settings }));
    expect(said('STA-05', cache({ snapshotRetentionDays: 0 }))).toEqual(['cache warning']);
    expect(said('STA-05', cache({ snapshotRetentionDays: 1 }))).toEqual([]);
    expect(said('STA-05', cache({ snapshotRetentionDays: 0, replicas: 1 }))).toEqual([]);
  });
});

describe('SCA-01 lets what is in use grow', () => {
  it('workers too, whom no user waits for', () => {
    const machine = (role: string) =>
      buildSite().add('job', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: { role } });
    expect(said('SCA-01', machine('worker'))).toEqual(['job warning']);
    expect(said('SCA-01', machine('web'))).toEqual([]);
  });

  it('by at least one copy', () => {
    const group = (max: number) => buildSite().add('web', 'auto-scaling-group', over('web', { ...copies(2), max }));
    expect(said('SCA-01', group(3))).toEqual([]);
    expect(said('SCA-01', group(2))).toEqual(['web warning']);
  });

  it('by hand where they keep something', () => {
    const fix = (settings: JsonObject) =>
      findingsOf(
        'SCA-01',
        buildSite()
          .add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings })
          .connect('traffic', 'users', 'one'),
      )[0]?.fixes[0]?.kind;
    expect(fix({ sessionStore: 'disk' })).toBe('manual');
    expect(fix({ sessionStore: 'none' })).toBe('auto');
  });
});

it('SCA-02 minds tiers that serve, and no others', () => {
  const group = (role: string) =>
    buildSite()
      .add('tier-database', 'tier', { parent: 'vpc', settings: { role } })
      .add('web', 'auto-scaling-group', over('web', {}, ['web-a', 'database-b']));
  expect(said('SCA-02', group('app'))).toEqual(['web warning']);
  expect(said('SCA-02', group('database'))).toEqual([]);
});
