import { describe, expect, it } from 'vitest';
import type { DesignBuilder } from '../testing/builder';
import { findingsOf, over, said } from '../testing/one-rule';
import { bothZones, buildHealthySite, buildSite } from '../testing/rule-examples/healthy-site';
import type { JsonObject } from '../util/json';

/* Where rules on growth and money begin and end to find something. */

const copies = (min: number, max = min) => ({ min, desired: min, max });

it('SCA-03 grows with what the web servers send', () => {
  const site = (gbPerMonth: number) =>
    buildSite()
      .add('alb', 'application-load-balancer', over('load-balancing'))
      .add('web', 'auto-scaling-group', over('web'))
      .connect('traffic', 'users', 'alb', { gbPerMonth })
      .connect('traffic', 'alb', 'web');
  expect(said('SCA-03', site(99))).toEqual(['alb info']);
  expect(said('SCA-03', site(100))).toEqual(['alb warning']);
});

describe('SCA-04 looks at databases that users wait for', () => {
  const site = (requestsPerSecond: number, access = 'read-write', settings: JsonObject = {}) =>
    buildSite()
      .add('users', 'users', { settings: { requestsPerSecond } })
      .add('web', 'auto-scaling-group', over('web'))
      .add('db', 'aurora-cluster', over('database', settings))
      .connect('data', 'web', 'db', { access });
  const used = (builder: DesignBuilder) => said('SCA-04', builder.connect('traffic', 'users', 'web'));

  it('from 200 requests a second on, or where they only read', () => {
    expect(used(site(199))).toEqual([]);
    expect(used(site(200))).toEqual(['db warning']);
    expect(used(site(199, 'read'))).toEqual(['db info']);
  });

  it('and have no reader', () => {
    expect(used(site(200, 'read', { instances: 2 }))).toEqual([]);
    expect(said('SCA-04', site(200))).toEqual([]);
  });
});

it('SCA-05 lets an answer take a second', () => {
  const call = (durationMs: number) =>
    buildSite()
      .add('one', 'lambda-function', { parent: 'region' })
      .add('two', 'lambda-function', { parent: 'region' })
      .connect('traffic', 'one', 'two', { durationMs });
  expect(said('SCA-05', call(1000))).toEqual([]);
  expect(said('SCA-05', call(1001))).toEqual(['one info']);
});

it('SCA-06 hides a message for six times as long as a function may work on it', () => {
  const queue = (visibilityTimeoutSeconds: number) =>
    buildSite()
      .add('queue', 'sqs-queue', { parent: 'region', settings: { deadLetterQueue: true, visibilityTimeoutSeconds } })
      .add('worker', 'lambda-function', { parent: 'region', settings: { timeoutSeconds: 30 } })
      .connect('async', 'queue', 'worker');
  expect(said('SCA-06', queue(180))).toEqual([]);
  expect(said('SCA-06', queue(179))).toEqual(['queue warning']);
});

describe('SCA-07 counts connections to a database', () => {
  const site = (poolSize: number | null, settings: JsonObject, kind = 'data') =>
    buildSite()
      .add('web', 'auto-scaling-group', over('web', copies(2, 4)))
      .add('db', 'rds-instance', over('database', settings))
      .connect(kind, 'web', 'db', poolSize === null ? {} : { poolSize });

  it('up to four fifths of what is stated, for sessions too', () => {
    expect(said('SCA-07', site(20, { maxConnections: 100 }))).toEqual([]);
    expect(said('SCA-07', site(21, { maxConnections: 100 }))).toEqual(['db warning']);
    expect(said('SCA-07', site(21, { maxConnections: 100 }, 'session'))).toEqual(['db warning']);
  });

  it('and asks where ten for each copy would be too many', () => {
    expect(said('SCA-07', site(null, { maxConnections: 50 }))).toEqual([]);
    expect(said('SCA-07', site(null, { maxConnections: 49 }))).toEqual(['db unknown']);
  });

  it('of which PostgreSQL takes 5,000 at most, however large it is', () => {
    const large = { engine: 'postgres', instanceClass: 'db.r6g.16xlarge' };
    expect(said('SCA-07', site(1000, large))).toEqual([]);
    expect(said('SCA-07', site(1001, large))).toEqual(['db warning']);
  });
});

it('SCA-08 lets a machine use all of what its type carries for ever', () => {
  const busy = (averageCpu: number) =>
    buildHealthySite().add('web', 'auto-scaling-group', over('web', { instanceType: 't3.medium', averageCpu }));
  expect(said('SCA-08', busy(20))).toEqual([]);
  expect(said('SCA-08', busy(21))).toEqual(['web info']);
});

describe('SCA-09 counts addresses', () => {
  /** Eleven addresses: sixteen without the four first and the last. */
  const site = (most: number, balancer: boolean) => {
    const builder = buildSite()
      .add('small', 'subnet', { parent: 'az-a', settings: { cidr: '10.0.200.0/28' } })
      .add('web', 'auto-scaling-group', { parent: 'vpc', subnets: ['small'], settings: copies(1, most) });
    if (balancer) builder.add('alb', 'network-load-balancer', { parent: 'vpc', subnets: ['small'] });
    return builder;
  };

  it('without the five that AWS keeps, and eight more for a load balancer', () => {
    expect(said('SCA-09', site(11, false))).toEqual([]);
    expect(said('SCA-09', site(12, false))).toEqual(['small warning']);
    expect(said('SCA-09', site(3, true))).toEqual([]);
    expect(said('SCA-09', site(4, true))).toEqual(['small warning']);
  });

  it('and asks for a range that holds them all', () => {
    const title = (most: number) => findingsOf('SCA-09', site(most, false))[0]?.fixes[0]?.title;
    expect([title(12), title(27), title(28)]).toEqual([
      'Give it a free /27 of the VPC',
      'Give it a free /27 of the VPC',
      'Give it a free /26 of the VPC',
    ]);
  });
});

describe('COST-01 and COST-02', () => {
  const sketch = (services: number, settings: JsonObject) => {
    const builder = buildSite().settings({ environment: 'production', ...settings });
    // The site has an internet gateway and two NAT gateways.
    for (let at = 3; at < services; at += 1)
      builder.add(`one-${at}`, 'ec2-instance', { parent: 'web-a', settings: { role: 'app' } });
    return builder;
  };
  const amounts = { monthlyUsd: 100, isLowerBound: false };

  it('lets a bill be as large as the budget, and asks for one from five services on', () => {
    expect(said('COST-01', sketch(5, { monthlyBudget: 100 }), { amounts })).toEqual([]);
    expect(said('COST-01', sketch(5, { monthlyBudget: 99.99 }), { amounts })).toEqual(['region error']);
    expect(said('COST-01', sketch(5, {}), { amounts })).toEqual(['region unknown']);
    expect(said('COST-01', sketch(4, {}), { amounts })).toEqual([]);
  });

  it('calls steady what runs 511 hours a month', () => {
    const run = (hoursPerMonth: number) => said('COST-02', sketch(5, { purchase: 'on-demand', hoursPerMonth }));
    expect(run(511)).toEqual(['region info']);
    expect(run(510)).toEqual([]);
  });

  it('reserves nothing that may go down to none, and no worker that Spot suits', () => {
    const group = (min: number, role: string) =>
      said(
        'COST-02',
        sketch(3, { purchase: 'on-demand' })
          .add('topic', 'sns-topic', { parent: 'region' })
          .add('group', 'auto-scaling-group', over('web', { ...copies(min, 4), desired: 2, role })),
      );
    expect(group(2, 'web')).toEqual(['region info']);
    expect(group(0, 'web')).toEqual([]);
    expect(group(2, 'worker')).toEqual([]);
  });
});

it('COST-03 judges tasks by the minimum that stays', () => {
  const tasks = (min: number, settings: JsonObject = {}) =>
    said(
      'COST-03',
      buildSite().add('web', 'ecs-service', over('web', { capacity: 'mixed', min, desired: 1, max: 4, ...settings })),
    );
  expect(tasks(1)).toEqual([]);
  expect(tasks(0)).toEqual(['web error']);
  expect(tasks(1, { sessionStore: 'memory' })).toEqual(['web error']);
});

it('COST-03 lets a group of two be bought as Spot that keeps nothing', () => {
  const group = (desired: number, sessionStore = 'external') =>
    said(
      'COST-03',
      buildSite().add(
        'web',
        'auto-scaling-group',
        over('web', { purchase: 'spot', min: 1, desired, max: 4, sessionStore }),
      ),
    );
  expect(group(2)).toEqual([]);
  expect(group(1)).toEqual(['web error']);
  expect(group(2, 'disk')).toEqual(['web error']);
  expect(group(2, 'unknown')).toEqual(['web error']);
});

it('COST-05 minds a thousand gigabytes that cross zones for money', () => {
  const site = (gbPerMonth: number) =>
    buildHealthySite().add('db', 'rds-instance', over('database')).connect('data', 'web', 'db', { gbPerMonth });
  // Half of the copies run in the other zone than the database.
  expect(said('COST-05', site(2000))).toEqual([]);
  expect(said('COST-05', site(2002))).toEqual(['db warning']);
  expect(said('COST-05', buildHealthySite().connect('traffic', 'alb', 'web', { gbPerMonth: 90_000 }))).toEqual([]);
});

it('COST-06 counts what really passes a NAT gateway', () => {
  const send = (gbPerMonth: number, subnets: readonly string[]) =>
    buildSite()
      .add('group', 'auto-scaling-group', over('web', { ...copies(2), publicIp: true }, subnets))
      .add('queue', 'sqs-queue', { parent: 'region' })
      .connect('async', 'group', 'queue', { gbPerMonth });
  expect(said('COST-06', send(417, bothZones('web')))).toEqual([]);
  expect(said('COST-06', send(418, bothZones('web')))).toEqual(['queue warning']);
  const half = ['web-a', 'load-balancing-b'];
  expect(said('COST-06', send(834, half))).toEqual([]);
  expect(said('COST-06', send(836, half))).toEqual(['queue warning']);
});

it('COST-07 waits for the first connection, and takes administration for no use', () => {
  const store = buildSite().add('db', 'rds-instance', over('database'));
  expect(said('COST-07', store)).toEqual([]);
  const bastion = store
    .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
    .connect('admin', 'bastion', 'db');
  expect(said('COST-07', bastion)).toEqual(['db warning']);
});
