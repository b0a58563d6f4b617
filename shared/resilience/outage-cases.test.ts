import { describe, expect, it } from 'vitest';
import { buildDesign, buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import type { Failure } from './failures';
import { type Outage, simulate } from './outage';

const element = (id: string): Failure => ({ kind: 'element', id });
const fail = (builder: DesignBuilder, ...failures: Failure[]): Outage => simulate(resolve(builder.build()), failures);
const reasonsOf = (outage: Outage, id: string) => outage.services.find((item) => item.id === id)?.reasons;
const tierOf = (outage: Outage, id: string) => outage.tiers.find((item) => item.id === id);

const network = () =>
  buildNetwork(['a', 'b'], { edge: 'public', web: 'private' }).add('users', 'users', { name: 'Users' });
const functions = (...ids: string[]) => {
  const builder = buildDesign().add('region', 'region').add('users', 'users', { name: 'Users' });
  for (const id of ids) builder.add(id, 'lambda-function', { parent: 'region' });
  return builder;
};
const group = (size: number) => ({
  parent: 'vpc',
  tier: 'tier-web',
  subnets: ['web-a', 'web-b'],
  settings: { min: size, desired: size, max: size },
});
const needs = (builder: DesignBuilder, requiredCapacity: number) =>
  builder.add('tier-web', 'tier', { parent: 'vpc', settings: { role: 'web', requiredCapacity } });

describe('simulate, tiers', () => {
  it('have enough with just as many copies as they need', () => {
    const outage = fail(needs(network(), 2).add('web', 'auto-scaling-group', group(4)), { kind: 'zone', id: 'az-a' });
    expect(tierOf(outage, 'tier-web')).toMatchObject({ copies: 2, required: 2, enough: true });
    expect(reasonsOf(outage, 'web')).toEqual(['2 of 4 copies are gone with us-east-1a.']);
  });

  it('say nothing of copies that were too few before', () => {
    const few = needs(network(), 9)
      .add('web', 'auto-scaling-group', group(2))
      .add('other', 'ec2-instance', { parent: 'edge-a' });
    expect(reasonsOf(fail(few, element('other')), 'web')).toEqual([]);
  });

  it('count services where there are no copies to count, and no alarms and gateways among them', () => {
    const builder = functions('one', 'two')
      .add('tier', 'tier', { parent: 'region', settings: { role: 'app' } })
      .add('alarm', 'cloudwatch-alarm', { parent: 'region', tier: 'tier' });
    for (const id of ['one', 'two']) builder.add(id, 'lambda-function', { parent: 'region', tier: 'tier' });
    expect(tierOf(fail(builder), 'tier')).toMatchObject({ copies: null, percent: 100 });
    expect(tierOf(fail(builder, element('one')), 'tier')?.percent).toBe(50);
    expect(tierOf(fail(builder, element('one'), element('two')), 'tier')?.percent).toBe(0);
  });
});

describe('simulate, ways in and out', () => {
  it('cannot call out either when the internet gateway behind the NAT gateway is gone', () => {
    const builder = network()
      .add('nat', 'nat-gateway', { parent: 'edge-a', name: 'NAT' })
      .add('web', 'ec2-instance', { parent: 'web-a' });
    expect(reasonsOf(fail(builder, element('igw')), 'web')).toEqual([
      'It cannot call out: its subnets route through NAT, which is down.',
    ]);
  });

  it('lets messages in when the internet gateway is gone, since machines fetch them', () => {
    const builder = network()
      .add('queue', 'sqs-queue', { parent: 'region' })
      .add('worker', 'ec2-instance', { parent: 'web-a', settings: { role: 'worker' } })
      .connect('async', 'queue', 'worker');
    expect(fail(builder, element('igw')).stateOf('worker')).toBe('up');
  });

  it('does not let an actor fail', () => {
    const outage = fail(functions('one').connect('traffic', 'users', 'one'), element('users'));
    expect(outage.unknown).toEqual([element('users')]);
    expect(outage.summary).toBe('Nothing fails, so everything works as before.');
  });
});

describe('simulate, callers', () => {
  it('can use a part of it while one of two entries serves', () => {
    const builder = functions('one', 'two').connect('traffic', 'users', 'one').connect('traffic', 'users', 'two');
    const outage = fail(builder, element('one'));
    expect(outage.entries[0]?.state).toBe('degraded');
    expect(outage.summary).toBe('Without one, Users can use only part of it: 1 service down.');
    expect(fail(builder, element('one'), element('two')).entries[0]?.state).toBe('down');
  });

  it('get nothing from a topic that is down', () => {
    const builder = functions('worker')
      .add('topic', 'sns-topic', { parent: 'region', name: 'News' })
      .connect('async', 'topic', 'worker');
    expect(reasonsOf(fail(builder, element('topic')), 'worker')).toEqual(['Nothing arrives from News, which is down.']);
  });

  it('wait for nothing of their own: a call to itself breaks nothing', () => {
    const builder = functions('one').connect('traffic', 'users', 'one').connect('traffic', 'one', 'one');
    expect(fail(builder).entries[0]?.state).toBe('up');
    expect(fail(builder, element('one')).entries[0]?.brokenPaths).toEqual([
      { path: ['users', 'users-traffic-one', 'one'], deadEnd: 'one' },
    ]);
  });

  it('name at most three of those that notice', () => {
    const builder = functions('one');
    for (const name of ['Ann', 'Bob', 'Cy', 'Di']) builder.add(name, 'users', { name }).connect('traffic', name, 'one');
    expect(fail(builder, element('one')).summary).toBe(
      'Without one, nothing works for Ann, Bob, Cy and 1 more: 1 service down.',
    );
  });
});

describe('simulate, what is said of a service', () => {
  it('is said once, and never that what is lost is cut off', () => {
    const builder = functions('one', 'two')
      .connect('traffic', 'users', 'one')
      .connect('traffic', 'one', 'two', { optional: true })
      .connect('data', 'one', 'two', { optional: true });
    const outage = fail(builder, element('two'));
    expect(reasonsOf(outage, 'one')).toEqual(['Goes on without two, which is down.']);
    const service = (id: string) => fail(builder.connect('session', 'one', 'two'), element(id)).services;
    expect(service('one').map(({ id, state, cutOff }) => [id, state, cutOff])).toEqual([
      ['one', 'down', false],
      ['two', 'up', true],
    ]);
  });
});

describe('simulate, names over Regions', () => {
  it('takes a name in the same Region for no stand-in', () => {
    const names = (code: string) => {
      const builder = buildDesign()
        .add('users', 'users')
        .add('dns', 'route53-zone', { settings: { healthChecks: 2 } })
        .add('home', 'region')
        .add('away', 'region', { settings: { code } })
        .add('one', 'lambda-function', { parent: 'home' })
        .add('two', 'lambda-function', { parent: 'away' });
      return builder.connect('traffic', 'users', 'dns').connect('dns', 'dns', 'one').connect('dns', 'dns', 'two');
    };
    expect(fail(names('eu-west-1'), element('one')).stateOf('dns')).toBe('up');
    expect(fail(names('us-east-1'), element('one')).stateOf('dns')).toBe('down');
  });
});
