import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { buildDesign, buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { availability } from './availability';
import { simulate } from './outage';
import { recovery } from './recovery';

const LETTERS = ['a', 'b', 'c'] as const;

/** Sites of nine elements each, side by side in one VPC over three zones. */
function manySites(elements: number): Design {
  const builder = buildNetwork(LETTERS, {
    'load-balancing': 'public',
    web: 'private',
    app: 'private',
    cache: 'isolated',
    database: 'isolated',
  });
  const subnets = (tier: string): string[] => LETTERS.map((letter) => `${tier}-${letter}`);
  for (const letter of LETTERS) builder.add(`nat-${letter}`, 'nat-gateway', { parent: `load-balancing-${letter}` });
  for (let site = 0; site * 9 < elements; site += 1) {
    const spanning = (name: string, kind: string, tier: string, settings = {}): DesignBuilder =>
      builder.add(`${name}${site}`, kind, { parent: 'vpc', tier: `tier-${tier}`, subnets: subnets(tier), settings });
    builder
      .add(`users${site}`, 'users')
      .add(`dns${site}`, 'route53-zone')
      .add(`files${site}`, 's3-bucket', { parent: 'region' });
    spanning('alb', 'application-load-balancer', 'load-balancing');
    spanning('web', 'auto-scaling-group', 'web', { min: 3, desired: 3, max: 9, sessionStore: 'memory' });
    spanning('app', 'auto-scaling-group', 'app', { min: 3, desired: 3, max: 9 });
    spanning('cache', 'elasticache-redis', 'cache', { replicas: 1, multiAz: true, automaticFailover: site % 2 === 0 });
    spanning('db', 'rds-instance', 'database', { multiAz: site % 3 !== 0 });
    builder.add(`job${site}`, 'ec2-instance', { parent: `app-${LETTERS[site % 3]}`, tier: 'tier-app' });
    for (const [kind, from, to] of [
      ['traffic', 'users', 'dns'],
      ['dns', 'dns', 'alb'],
      ['traffic', 'alb', 'web'],
      ['traffic', 'web', 'app'],
      ['data', 'web', 'files'],
      ['session', 'app', 'cache'],
      ['data', 'app', 'db'],
      ['data', 'job', 'db'],
    ] as const)
      builder.connect(kind, `${from}${site}`, `${to}${site}`);
  }
  return builder.build();
}

const oneSubnet = (elements: number): Design => {
  const builder = buildNetwork(['a'], { web: 'private' }).add('users', 'users');
  for (let index = 0; index < elements; index += 1) {
    builder.add(`m${index}`, 'ec2-instance', { parent: 'web-a', tier: 'tier-web' });
    builder.connect('traffic', 'users', `m${index}`);
  }
  return builder.build();
};

const mesh = (elements: number): Design => {
  const builder = buildDesign().add('region', 'region').add('users', 'users');
  for (let from = 0; from < elements; from += 1) {
    builder.add(`f${from}`, 'lambda-function', { parent: 'region' }).connect('traffic', 'users', `f${from}`);
    for (let to = 0; to < elements; to += 1) if (to !== from) builder.connect('traffic', `f${from}`, `f${to}`);
  }
  return builder.build();
};

const chain = (elements: number, closed: boolean): Design => {
  const builder = buildDesign().add('region', 'region').add('users', 'users').connect('traffic', 'users', 'f0');
  for (let index = 0; index < elements; index += 1) {
    builder.add(`f${index}`, 'lambda-function', { parent: 'region' });
    if (index > 0) builder.connect('traffic', `f${index - 1}`, `f${index}`);
  }
  return (closed ? builder.connect('traffic', `f${elements - 1}`, 'f0') : builder).build();
};

/** Zones without a Region cannot be told to be the same, so each counts by itself. */
const manyZones = (zones: number): Design => {
  const builder = buildDesign().add('users', 'users');
  for (let index = 0; index < zones; index += 1)
    builder
      .add(`az${index}`, 'availability-zone')
      .add(`subnet${index}`, 'subnet', { parent: `az${index}` })
      .add(`m${index}`, 'ec2-instance', { parent: `subnet${index}` })
      .connect('traffic', 'users', `m${index}`);
  return builder.build();
};

const manyActors = (actors: number, services: number): Design => {
  const builder = buildDesign().add('region', 'region');
  for (let index = 0; index < services; index += 1) {
    builder.add(`f${index}`, 'lambda-function', { parent: 'region' });
    if (index > 0) builder.connect('traffic', `f${index - 1}`, `f${index}`);
  }
  for (let index = 0; index < actors; index += 1)
    builder.add(`users${index}`, 'users').connect('traffic', `users${index}`, `f${index % services}`);
  return builder.build();
};

/** Processor time in milliseconds; unlike the clock it does not count the time other programs take. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The best of several rounds of five, in milliseconds of processor time a run. */
function measure(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = processorMs();
    for (let turn = 0; turn < 5; turn += 1) run();
    return (processorMs() - start) / 5;
  });
  return Math.min(...times);
}

describe('speed', () => {
  it('simulates any zone of 1,000 elements within 5 ms', () => {
    const design = manySites(1000);
    const topology = resolve(design);
    // A machine that is busy with other things is slow at everything: the resolving of the design is the measure.
    const resolving = measure(() => resolve(design));
    for (const letter of LETTERS) {
      const failures = [{ kind: 'zone' as const, id: `az-${letter}` }];
      for (let warm = 0; warm < 10; warm += 1) simulate(topology, failures);
      const ms = measure(() => simulate(topology, failures));
      if (process.env.SHOW_TIMES)
        console.log(`zone ${letter} of ${topology.services.length} services: ${ms.toFixed(2)} ms`);
      expect(ms).toBeLessThan(Math.max(5, 2 * resolving));
    }
  });

  it('estimates availability and recovery of 1,000 elements within 25 ms', () => {
    const design = manySites(1000);
    const topology = resolve(design);
    const resolving = measure(() => resolve(design));
    for (let warm = 0; warm < 5; warm += 1) availability(topology);
    const ms = measure(() => availability(topology));
    const back = measure(() => recovery(topology));
    if (process.env.SHOW_TIMES) console.log(`availability: ${ms.toFixed(2)} ms, recovery: ${back.toFixed(2)} ms`);
    expect(ms).toBeLessThan(Math.max(25, 9 * resolving));
    expect(back).toBeLessThan(Math.max(25, 9 * resolving));
  });
});

describe('hostile designs', () => {
  it.each([
    ['10,000 elements in one subnet', () => oneSubnet(10_000)],
    ['a full mesh of 500', () => mesh(500)],
    ['a chain of 10,000', () => chain(10_000, false)],
    ['a cycle of 10,000', () => chain(10_000, true)],
    ['1,000 zones without a Region', () => manyZones(1000)],
    ['3,000 actors on a chain of 3,000', () => manyActors(3000, 3000)],
    ['sites of 10,000 elements', () => manySites(10_000)],
  ])('%s: done within a second or two, or cut short and said so', (name, make) => {
    const topology = resolve(make());
    const [zone] = topology.zones;
    const [service] = topology.services.slice(-1);
    const failures = zone
      ? [{ kind: 'zone' as const, id: zone.id }]
      : [{ kind: 'element' as const, id: service?.id ?? '' }];
    const start = processorMs();
    const outage = simulate(topology, failures);
    const simulated = processorMs();
    const report = availability(topology);
    const estimated = processorMs();
    recovery(topology);
    const done = processorMs();
    if (process.env.SHOW_TIMES)
      console.log(
        `${name}: outage ${(simulated - start).toFixed(0)} ms${outage.cutShort ? ' (cut short)' : ''}, availability ${(estimated - simulated).toFixed(0)} ms${report.cutShort ? ' (cut short)' : ''}, recovery ${(done - estimated).toFixed(0)} ms`,
      );
    expect(done - start).toBeLessThan(3000);
    expect(outage.services.some(({ state }) => state === 'down')).toBe(true);
    for (const { availability: value } of report.entries) expect(value >= 0 && value <= 1).toBe(true);
  });
});
