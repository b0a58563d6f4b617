import { describe, expect, it } from 'vitest';
import { buildDesign, buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { type Outage, simulate } from './outage';

interface Choices {
  readonly web?: Record<string, boolean | number | string>;
  readonly db?: Record<string, boolean | number | string>;
  readonly required?: number;
}

const network = () => buildNetwork(['a', 'b'], { 'load-balancing': 'public', web: 'private', database: 'isolated' });

const site = ({ web = {}, db = {}, required }: Choices = {}): DesignBuilder => {
  const builder = network();
  if (required !== undefined)
    builder.add('tier-web', 'tier', {
      parent: 'vpc',
      name: 'web',
      settings: { role: 'web', requiredCapacity: required },
    });
  return builder
    .add('users', 'users', { name: 'Users' })
    .add('nat', 'nat-gateway', { parent: 'load-balancing-a', name: 'NAT' })
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      name: 'Load balancer',
      tier: 'tier-load-balancing',
      subnets: ['load-balancing-a', 'load-balancing-b'],
    })
    .add('web', 'auto-scaling-group', {
      parent: 'vpc',
      name: 'Web servers',
      tier: 'tier-web',
      subnets: ['web-a', 'web-b'],
      settings: web,
    })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      name: 'Database',
      tier: 'tier-database',
      subnets: ['database-a', 'database-b'],
      settings: db,
    })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('data', 'web', 'db');
};

const zone = (id: string) => ({ kind: 'zone' as const, id });
const element = (id: string) => ({ kind: 'element' as const, id });
const fail = (builder: DesignBuilder, ...failures: Parameters<typeof simulate>[1]): Outage =>
  simulate(resolve(builder.build()), failures);
const service = (outage: Outage, id: string) => outage.services.find((item) => item.id === id);
const states = (outage: Outage) => Object.fromEntries(outage.services.map(({ id, state }) => [id, state]));

describe('simulate, losing a zone', () => {
  it('lets the standby of a Multi-AZ database take over', () => {
    const outage = fail(site({ db: { multiAz: true } }), zone('us-east-1a'));
    expect(states(outage)).toEqual({ alb: 'degraded', db: 'degraded', igw: 'up', nat: 'down', web: 'degraded' });
    expect(service(outage, 'db')?.reasons[0]).toBe(
      'The standby in us-east-1b takes over from the primary in us-east-1a.',
    );
    expect(outage.recoveries).toMatchObject([{ id: 'db', rto: { minutes: 6 }, rpo: { minutes: 0 } }]);
    expect(outage.entries[0]).toMatchObject({ id: 'users', state: 'degraded', brokenPaths: [], darkTiers: [] });
    expect(outage.summary).toBe(
      'Without us-east-1a, Users can still work, with less behind it: 1 service down, 3 degraded.',
    );
  });

  it('takes the site down with its only database', () => {
    const outage = fail(site(), zone('az-a'));
    expect(service(outage, 'db')).toMatchObject({
      state: 'down',
      cause: 'lost',
      reasons: ['Its only copy was in us-east-1a.'],
    });
    expect(service(outage, 'web')).toMatchObject({ state: 'down', cause: 'dependency' });
    expect(service(outage, 'web')?.reasons[0]).toBe('Cannot serve without Database, which is down.');
    expect(outage.entries[0]).toMatchObject({
      state: 'down',
      brokenPaths: [
        {
          path: ['users', 'users-traffic-alb', 'alb', 'alb-traffic-web', 'web', 'web-data-db', 'db'],
          deadEnd: 'db',
        },
      ],
      darkTiers: ['tier-database'],
    });
    expect(outage.recoveries[0]).toMatchObject({ rto: { minutes: 60 }, rpo: { minutes: 5 } });
    expect(outage.summary).toMatch(/^Without us-east-1a, nothing works for Users: 2 services down, 2 more stopped/);
  });

  it('keeps the site when only the zone without the database goes', () => {
    const outage = fail(site(), zone('us-east-1b'));
    expect(outage.stateOf('db')).toBe('up');
    expect(outage.entries[0]?.brokenPaths).toEqual([]);
  });

  it('measures what is left of each tier against what it needs', () => {
    const outage = fail(site({ web: { min: 4, desired: 4, max: 8 }, required: 3 }), zone('us-east-1b'));
    expect(outage.tiers.find(({ id }) => id === 'tier-web')).toMatchObject({
      copies: 2,
      desired: 4,
      percent: 50,
      required: 3,
      enough: false,
      recovery: { rto: { minutes: 5 } },
    });
    expect(service(outage, 'web')?.reasons).toContain('2 of the 3 copies that carry the load are left.');
  });

  it('degrades those that call out through a NAT gateway that is gone', () => {
    const outage = fail(site({ db: { multiAz: true } }), element('nat'));
    expect(states(outage)).toMatchObject({ alb: 'up', db: 'up', nat: 'down', web: 'degraded' });
    expect(service(outage, 'web')?.reasons).toEqual([
      'It cannot call out: its subnets route through NAT, which is down.',
    ]);
  });

  it('takes the same zone of every VPC of the Region', () => {
    const builder = site()
      .add('vpc-2', 'vpc', { parent: 'region' })
      .add('az-2', 'availability-zone', { parent: 'vpc-2', settings: { zone: 'a' } })
      .add('subnet-2', 'subnet', { parent: 'az-2' })
      .add('other', 'ec2-instance', { parent: 'subnet-2' });
    expect(fail(builder, zone('az-a')).stateOf('other')).toBe('down');
    expect(fail(builder, zone('us-east-1b')).stateOf('other')).toBe('up');
  });

  it('does not put a replica in the place of the primary unless automatic failover is on', () => {
    const cache = (automaticFailover: boolean) =>
      fail(
        network().add('cache', 'elasticache-redis', {
          parent: 'vpc',
          subnets: ['web-a', 'web-b'],
          settings: { replicas: 1, multiAz: true, automaticFailover },
        }),
        zone('us-east-1a'),
      );
    expect(cache(true).stateOf('cache')).toBe('degraded');
    expect(cache(false).stateOf('cache')).toBe('down');
    expect(cache(false).recoveries[0]?.rto.minutes).toBe(60);
  });

  it('promotes an Aurora replica, and starts a new instance where there is none', () => {
    const aurora = (instances: number) =>
      fail(
        network().add('db', 'aurora-cluster', {
          parent: 'vpc',
          subnets: ['database-a', 'database-b'],
          settings: { instances },
        }),
        zone('us-east-1a'),
      );
    expect(aurora(2).stateOf('db')).toBe('degraded');
    expect(aurora(2).recoveries[0]).toMatchObject({ rto: { minutes: 4 }, rpo: { minutes: 0 } });
    expect(aurora(1).stateOf('db')).toBe('down');
    expect(aurora(1).recoveries[0]).toMatchObject({ rto: { minutes: 10 }, rpo: { minutes: 0 } });
  });

  it('relaunches a whole Auto Scaling group in the zone that is left', () => {
    const outage = fail(site({ web: { min: 1, desired: 1, max: 2 }, db: { multiAz: true } }), zone('us-east-1a'));
    expect(service(outage, 'web')?.reasons[0]).toBe(
      'Its only copy was in us-east-1a. Replacements start in another Availability Zone.',
    );
    expect(outage.tiers.find(({ id }) => id === 'tier-web')?.recovery?.rto.minutes).toBe(5);
  });
});

describe('simulate, connections', () => {
  const pair = (kind: string, settings = {}) =>
    buildDesign()
      .add('region', 'region')
      .add('front', 'lambda-function', { parent: 'region', name: 'Front' })
      .add('back', kind, { parent: 'region', name: 'Back' })
      .add('users', 'users')
      .connect('traffic', 'users', 'front')
      .connect(kind === 'sqs-queue' ? 'async' : 'data', 'front', 'back', settings);

  it('breaks the caller of what it cannot do without', () => {
    expect(fail(pair('dynamodb-table'), element('back')).stateOf('front')).toBe('down');
  });

  it('degrades the caller that works without it', () => {
    const outage = fail(pair('dynamodb-table', { optional: true }), element('back'));
    expect(service(outage, 'front')).toMatchObject({
      state: 'degraded',
      reasons: ['Goes on without Back, which is down.'],
    });
  });

  it('does not break a caller that sends through a queue', () => {
    expect(fail(pair('sqs-queue'), element('back')).stateOf('front')).toBe('degraded');
  });

  it('keeps the queue and its sender when the consumer is gone', () => {
    const builder = pair('sqs-queue').add('worker', 'lambda-function', { parent: 'region', name: 'Worker' });
    const outage = fail(builder.connect('async', 'back', 'worker'), element('worker'));
    expect(states(outage)).toEqual({ back: 'degraded', front: 'up', worker: 'down' });
    expect(service(outage, 'back')?.reasons).toEqual(['Messages pile up: Worker does not take them.']);
  });

  it('lets one of two equal machines behind a load balancer carry on', () => {
    const builder = network()
      .add('users', 'users')
      .add('alb', 'application-load-balancer', { parent: 'vpc', subnets: ['load-balancing-a', 'load-balancing-b'] })
      .add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
      .add('two', 'ec2-instance', { parent: 'web-b', tier: 'tier-web' })
      .connect('traffic', 'users', 'alb')
      .connect('traffic', 'alb', 'one')
      .connect('traffic', 'alb', 'two');
    expect(fail(builder, element('one')).entries[0]).toMatchObject({ state: 'degraded', brokenPaths: [] });
    expect(fail(builder, element('one'), zone('az-b')).entries[0]).toMatchObject({
      state: 'down',
      darkTiers: ['tier-web'],
    });
  });

  it('cuts off what lies behind a dead load balancer, which still runs', () => {
    const outage = fail(site({ db: { multiAz: true } }), element('alb'));
    expect(service(outage, 'web')).toMatchObject({ state: 'up', cutOff: true });
    expect(outage.entries[0]?.darkTiers).toEqual(['tier-database', 'tier-load-balancing', 'tier-web']);
  });

  it('lets nothing in when the internet gateway is gone', () => {
    const outage = fail(site({ db: { multiAz: true } }), element('igw'));
    expect(service(outage, 'alb')).toMatchObject({ state: 'down', cause: 'lost' });
    expect(outage.stateOf('db')).toBe('up');
  });

  it('lives through a cycle of calls', () => {
    const builder = buildDesign()
      .add('region', 'region')
      .add('users', 'users')
      .add('a', 'lambda-function', { parent: 'region' })
      .add('b', 'lambda-function', { parent: 'region' })
      .connect('traffic', 'users', 'a')
      .connect('traffic', 'a', 'b')
      .connect('traffic', 'b', 'a');
    expect(states(fail(builder))).toEqual({ a: 'up', b: 'up' });
    expect(states(fail(builder, element('b')))).toEqual({ a: 'down', b: 'down' });
  });
});

describe('simulate, sessions', () => {
  it('counts the sessions in the memory of lost instances', () => {
    const outage = fail(site({ web: { sessionStore: 'memory' } }), zone('us-east-1b'));
    expect(outage.lostSessions).toEqual([
      {
        id: 'web',
        where: 'memory',
        share: 0.5,
        text: '50 % of the sessions kept in the memory of Web servers are lost: those users must sign in again.',
      },
    ]);
  });

  it('names the session store that dies', () => {
    const builder = site().add('cache', 'elasticache-redis', { parent: 'vpc', name: 'Sessions', subnets: ['web-a'] });
    const outage = fail(builder.connect('session', 'web', 'cache'), zone('us-east-1a'));
    expect(outage.lostSessions).toMatchObject([{ id: 'cache', where: 'store', share: 1 }]);
    expect(outage.recoveries.find(({ id }) => id === 'cache')?.rpo.minutes).toBe(1440);
  });
});

describe('simulate, failures that name nothing', () => {
  it('changes nothing and lists them', () => {
    const outage = fail(site(), element('no such thing'), zone('us-east-1f'));
    expect(outage.unknown).toEqual([element('no such thing'), zone('us-east-1f')]);
    expect(outage.services.every(({ state }) => state === 'up')).toBe(true);
  });

  it('counts a drawn copy of sessions whether a part of them is lost or all', () => {
    const subnets = ['web-a', 'web-b'];
    const copied = site()
      .add('cache', 'elasticache-memcached', { parent: 'vpc', subnets, settings: { nodes: 2 } })
      .add('copy', 'elasticache-redis', { parent: 'vpc', subnets: ['web-b'] })
      .connect('session', 'web', 'cache')
      .connect('replicates', 'cache', 'copy');
    const lost = (outage: Outage) => outage.recoveries.find(({ id }) => id === 'cache')?.rpo.minutes;
    expect(lost(fail(copied, zone('us-east-1a')))).toBe(1);
    expect(lost(fail(copied, element('cache')))).toBe(1);
  });
});
