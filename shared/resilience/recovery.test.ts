import { describe, expect, it } from 'vitest';
import { buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { compareDesigns } from './compare';
import type { Failure } from './failures';
import { simulate } from './outage';
import { recovery } from './recovery';
import { showMinutes } from './recovery-times';

const DAY = 24 * 60;

const network = () => buildNetwork(['a', 'b'], { web: 'private', data: 'isolated' }).add('users', 'users');
const over = (tier: string, zones: string, settings: JsonObject = {}) => ({
  parent: 'vpc',
  subnets: [...zones].map((letter) => `${tier}-${letter}`),
  settings,
});

/** Minutes until it serves again and of data lost, when the zone fails that hurts it most. */
const worstOf = (builder: DesignBuilder, id: string) => {
  const found = recovery(resolve(builder.build())).services.find((service) => service.id === id);
  return [found?.rto.minutes, found?.rpo.minutes, found?.failure];
};

/** The same when something else fails. */
const without = (builder: DesignBuilder, id: string, ...failures: Failure[]) => {
  const found = simulate(resolve(builder.build()), failures).recoveries.find((service) => service.id === id);
  return [found?.rto.minutes, found?.rpo.minutes];
};

describe('recovery, when the worst zone fails', () => {
  it('restores a database from its backups, or loses everything', () => {
    const database = (backupRetentionDays: number) =>
      network().add('db', 'rds-instance', over('data', 'ab', { backupRetentionDays }));
    expect(worstOf(database(7), 'db')).toEqual([60, 5, 'us-east-1a']);
    expect(worstOf(database(0), 'db')).toEqual([60, null, 'us-east-1a']);
  });

  it('loses nothing with the second zone where only the first holds the data', () => {
    const builder = network().add('db', 'rds-instance', over('data', 'ba'));
    expect(worstOf(builder, 'db')).toEqual([60, 5, 'us-east-1b']);
  });

  it('restores sessions from a snapshot of the day, or loses them; what only caches refills', () => {
    const cache = (snapshotRetentionDays: number, kind: string) =>
      network()
        .add('web', 'ec2-instance', { parent: 'web-b' })
        .add('cache', 'elasticache-redis', over('data', 'a', { snapshotRetentionDays }))
        .connect(kind, 'web', 'cache');
    expect(worstOf(cache(1, 'session'), 'cache')).toEqual([60, DAY, 'us-east-1a']);
    expect(worstOf(cache(0, 'session'), 'cache')).toEqual([60, null, 'us-east-1a']);
    expect(worstOf(cache(0, 'data'), 'cache')).toEqual([60, 0, 'us-east-1a']);
  });

  it('promotes a replica by hand where failover is off, and by itself where it is on', () => {
    const cache = (automaticFailover: boolean) =>
      network()
        .add('web', 'ec2-instance', { parent: 'web-b' })
        .add('cache', 'elasticache-redis', over('data', 'ab', { replicas: 1, multiAz: true, automaticFailover }))
        .connect('session', 'web', 'cache');
    const byHand = recovery(resolve(cache(false).build())).services.find(({ id }) => id === 'cache');
    expect(byHand?.rto.assumption).toMatch(/^Somebody promotes a replica by hand/);
    expect(worstOf(cache(true), 'cache')).toEqual([3, 1, 'us-east-1a']);
  });

  it('keeps what a cache holds when only its replica is gone', () => {
    const settings = { replicas: 1, multiAz: true, automaticFailover: true };
    const cache = network()
      .add('web', 'ec2-instance', { parent: 'web-a' })
      .add('cache', 'elasticache-redis', over('data', 'ab', settings))
      .connect('session', 'web', 'cache');
    expect(without(cache, 'cache', { kind: 'zone', id: 'az-b' })).toEqual([0, 0]);
  });

  it('brings files of one zone back from the backup of the day, where there is one', () => {
    const files = (backup: boolean) => network().add('files', 'efs', over('web', 'a', { oneZone: true, backup }));
    expect(worstOf(files(true), 'files')).toEqual([60, DAY, 'us-east-1a']);
    expect(worstOf(files(false), 'files')).toEqual([60, null, 'us-east-1a']);
  });

  it('takes a machine that only writes to a bucket for backed up, and none that reads from it too', () => {
    const machine = (access: string) =>
      network()
        .add('bucket', 's3-bucket', { parent: 'region' })
        .add('own', 'ec2-instance', { parent: 'data-a', settings: { role: 'database' } })
        .connect('data', 'own', 'bucket', { access });
    expect(worstOf(machine('write'), 'own')).toEqual([60, DAY, 'us-east-1a']);
    expect(worstOf(machine('read-write'), 'own')).toEqual([60, null, 'us-east-1a']);
  });

  it('counts a copy only where the zone leaves it', () => {
    const machines = (zone: string) =>
      network()
        .add('own', 'ec2-instance', { parent: 'data-a', settings: { role: 'database' } })
        .add('copy', 'ec2-instance', { parent: `data-${zone}`, settings: { role: 'database' } })
        .connect('replicates', 'own', 'copy');
    expect(worstOf(machines('b'), 'own')).toEqual([60, 1, 'us-east-1a']);
    expect(worstOf(machines('a'), 'own')).toEqual([60, null, 'us-east-1a']);
  });

  it('lets a stand-in take over while it is there', () => {
    const machines = (zone: string) =>
      network()
        .add('own', 'ec2-instance', { parent: 'data-a', settings: { role: 'database' } })
        .add('other', 'ec2-instance', { parent: `data-${zone}`, settings: { role: 'database' } })
        .connect('failover', 'own', 'other');
    expect(worstOf(machines('b'), 'own')[0]).toBe(5);
    expect(worstOf(machines('a'), 'own')[0]).toBe(60);
  });

  it('names the first of those that are equally slow', () => {
    const builder = network()
      .add('two', 'rds-instance', over('data', 'ab', { backupRetentionDays: 7 }))
      .add('one', 'ec2-instance', { parent: 'web-a' })
      .connect('traffic', 'users', 'one');
    // One is built anew, the other restored: an hour each.
    expect(recovery(resolve(builder.build())).worst).toMatchObject({ rto: { id: 'one' }, rpo: { id: 'two' } });
  });

  it('is as slow as the slowest that users depend on, and counts nothing they do not', () => {
    const design = (isUsed: boolean) => {
      const builder = network().add('web', 'ec2-instance', { parent: 'web-a' });
      return recovery(resolve((isUsed ? builder.connect('traffic', 'users', 'web') : builder).build())).worst;
    };
    expect(design(true).rto).toMatchObject({ id: 'web', rto: { minutes: 60 } });
    expect(design(false)).toEqual({ rto: null, rpo: null });
  });
});

describe('recovery, when something else fails', () => {
  it('waits for the Region, and has the data only where a copy lies outside', () => {
    const copied = (isCopied: boolean) => {
      const builder = network()
        .add('db', 'rds-instance', over('data', 'ab'))
        .add('away', 'region', { settings: { code: 'eu-west-1' } })
        .add('table', 'rds-instance', { parent: 'away' });
      return isCopied ? builder.connect('replicates', 'db', 'table') : builder;
    };
    const region: Failure = { kind: 'region', id: 'us-east-1' };
    expect(without(copied(false), 'db', region)).toEqual([null, null]);
    expect(without(copied(true), 'db', region)).toEqual([null, 1]);
  });

  it('starts a group again in another subnet of the zone, where it has one', () => {
    const group = (zones: string) =>
      network()
        .add('web-more', 'subnet', { parent: 'az-a', settings: { cidr: '10.0.99.0/24' } })
        .add('web', 'auto-scaling-group', {
          parent: 'vpc',
          subnets: zones === 'a' ? ['web-a'] : ['web-a', 'web-more'],
          settings: { min: 1, desired: 1, max: 1 },
        });
    const reasons = (zones: string) =>
      simulate(resolve(group(zones).build()), [{ kind: 'element', id: 'web-a' }]).services.find(
        ({ id }) => id === 'web',
      )?.reasons;
    expect(reasons('a')).toEqual(['Its only copy was in us-east-1a.']);
    expect(reasons('a+')).toEqual(['Its only copy was in us-east-1a. Replacements start in another subnet.']);
  });

  it('loses the part of the sessions that was on the nodes that are gone', () => {
    const builder = network()
      .add('web', 'ec2-instance', { parent: 'web-a', name: 'Web' })
      .add('cache', 'elasticache-memcached', { ...over('data', 'ab', { nodes: 2 }), name: 'Sessions' })
      .connect('session', 'web', 'cache');
    expect(simulate(resolve(builder.build()), [{ kind: 'zone', id: 'az-b' }]).lostSessions).toMatchObject([
      { share: 0.5, text: '50 % of the sessions in Sessions were on the nodes that are gone.' },
    ]);
  });

  it('loses the sessions on the disks of instances as those in their memory', () => {
    const builder = network().add('web', 'ec2-instance', { parent: 'web-a', settings: { sessionStore: 'disk' } });
    expect(simulate(resolve(builder.build()), [{ kind: 'zone', id: 'az-a' }]).lostSessions).toMatchObject([
      { where: 'disk', share: 1, text: expect.stringMatching(/^All sessions kept on the disks of web/) },
    ]);
  });
});

describe('minutes', () => {
  it('are hours from two on', () => {
    expect([null, 0, 60, 119, 120, 150, DAY].map(showMinutes)).toEqual([
      'no limit',
      '0 min',
      '60 min',
      '119 min',
      '2 h',
      '2.5 h',
      '24 h',
    ]);
  });
});

describe('zones without a Region', () => {
  it('are the same one within a VPC by their letter, and never across VPCs', () => {
    const builder = network();
    for (const vpc of ['one', 'two'])
      for (const at of ['1', '2'])
        builder
          .add(`${vpc}`, 'vpc')
          .add(`${vpc}-az-${at}`, 'availability-zone', { parent: vpc, settings: { zone: 'a' } })
          .add(`${vpc}-subnet-${at}`, 'subnet', { parent: `${vpc}-az-${at}` })
          .add(`${vpc}-${at}`, 'ec2-instance', { parent: `${vpc}-subnet-${at}` });
    const outage = simulate(resolve(builder.build()), [{ kind: 'zone', id: 'one-az-1' }]);
    expect(['one-1', 'one-2', 'two-1', 'two-2'].map(outage.stateOf)).toEqual(['down', 'down', 'up', 'up']);
  });
});

describe('compareDesigns', () => {
  const input = (findings?: { error: number; warning: number; info: number }, monthlyMicros?: number) => ({
    topology: resolve(network().build()),
    ...(findings && { findings }),
    ...(monthlyMicros !== undefined && { monthlyMicros }),
  });
  const best = (id: string, ...designs: ReturnType<typeof input>[]) =>
    compareDesigns(designs).factors.find((factor) => factor.id === id)?.best;

  it('lets warnings decide between designs with as many errors, and never over errors', () => {
    const findings = (error: number, warning: number) => input({ error, warning, info: 9 });
    expect(best('findings', findings(1, 3), findings(1, 2))).toEqual([1]);
    expect(best('findings', findings(1, 2), findings(0, 5000))).toEqual([1]);
  });

  it('names no best where all do alike or one alone is known, and those that are known and alike', () => {
    expect(best('monthly-cost', input(undefined, 5), input(undefined, 5))).toEqual([]);
    expect(best('monthly-cost', input(undefined, 5), input())).toEqual([]);
    expect(best('monthly-cost', input(undefined, 5), input(undefined, 5), input())).toEqual([0, 1]);
  });

  it('says everything of data and no limit of time where there is no end', () => {
    const lost = network().add('own', 'ec2-instance', { parent: 'data-a', settings: { role: 'database' } });
    const { factors } = compareDesigns([{ topology: resolve(lost.build()) }]);
    const text = (id: string) => factors.find((factor) => factor.id === id)?.values[0]?.text;
    expect([text('recovery-time'), text('data-loss')]).toEqual(['60 min (own)', 'everything (own)']);
  });
});
