import { describe, expect, it } from 'vitest';
import { buildNetwork, type DesignBuilder } from '../testing/builder';
import { resolve } from '../topology/resolve';
import { type AvailabilityOptions, availability } from './availability';
import { atLeast, atLeastOf, parallel, serial } from './probability';
import { type SlaFigure, type SlaFigures, slaFigures } from './sla-figures';

const figure = (percent: number): SlaFigure => ({ percent, source: 'test', date: '2026-01-01', unverified: true });

/** Figures that are easy to reckon with by hand: a copy 99 %, spread 99.9 %, a zone 99.5 %. */
const Z = 0.995;
const ONE = 0.99;
const OWN = ONE / Z;
const plain = { single: figure(99), spread: figure(99.9) };
const figures: SlaFigures = {
  zone: figure(99.5),
  fleet: null,
  kinds: {
    'ec2-instance': plain,
    'auto-scaling-group': plain,
    'rds-instance': plain,
    'application-load-balancer': plain,
    'dynamodb-table': plain,
    'lambda-function': plain,
    'route53-zone': plain,
    'elasticache-redis': plain,
  },
};

const network = (...zones: string[]) =>
  buildNetwork(zones, { 'load-balancing': 'public', web: 'private', database: 'isolated' }).add('users', 'users');
const estimate = (builder: DesignBuilder, options: AvailabilityOptions = { figures }) => {
  const [entry] = availability(resolve(builder.build()), options).entries;
  if (!entry) throw new Error('The design has no entry.');
  return entry;
};
const machine = (builder: DesignBuilder, id: string, zone: string): DesignBuilder =>
  builder.add(id, 'ec2-instance', { parent: `web-${zone}`, tier: 'tier-web' });
const lambdas = (...ids: string[]) => {
  const builder = network('a');
  for (const id of ids) builder.add(id, 'lambda-function', { parent: 'region' });
  ids.forEach((id, index) => {
    builder.connect('traffic', index === 0 ? 'users' : (ids[index - 1] ?? ''), id);
  });
  return builder;
};

describe('probabilities in closed form', () => {
  it('serial: A1 · A2 · A3', () => {
    expect(serial([0.9, 0.8, 0.5])).toBeCloseTo(0.36, 12);
  });
  it('parallel: 1 − (1 − A1)(1 − A2)', () => {
    expect(parallel([0.9, 0.8])).toBeCloseTo(0.98, 12);
  });
  it('k of n, 2 of 3: 3A²(1 − A) + A³', () => {
    expect(atLeast(2, 3, 0.9)).toBeCloseTo(3 * 0.81 * 0.1 + 0.729, 12);
  });
  it('1 of n: 1 − (1 − A)ⁿ', () => {
    expect(atLeast(1, 5, 0.7)).toBeCloseTo(1 - 0.3 ** 5, 12);
  });
  it('n of n: Aⁿ, for thousands of copies too', () => {
    expect(atLeast(5000, 5000, 0.9999)).toBeCloseTo(0.9999 ** 5000, 9);
  });
  it('1 of copies that differ: 1 − Π(1 − Ai)', () => {
    const classes = [
      { count: 2, a: 0.9 },
      { count: 1, a: 0.5 },
    ];
    expect(atLeastOf(1, classes)).toBeCloseTo(1 - 0.1 * 0.1 * 0.5, 12);
    expect(atLeastOf(3, classes)).toBeCloseTo(0.9 * 0.9 * 0.5, 12);
  });
});

describe('availability in closed form', () => {
  it('one copy in one zone: A', () => {
    expect(estimate(machine(network('a'), 'one', 'a').connect('traffic', 'users', 'one')).availability).toBeCloseTo(
      ONE,
      12,
    );
  });

  it('serial, regional services: A1 · A2', () => {
    expect(estimate(lambdas('one', 'two')).availability).toBeCloseTo(0.999 ** 2, 12);
  });

  it('serial, two machines in one zone, the zone counted once: Z · (A1/Z) · (A2/Z)', () => {
    const builder = machine(network('a'), 'one', 'a').add('two', 'ec2-instance', { parent: 'web-a' });
    const chain = builder.connect('traffic', 'users', 'one').connect('traffic', 'one', 'two');
    expect(estimate(chain).availability).toBeCloseTo(Z * OWN * OWN, 12);
  });

  it('serial, two machines in two zones: A1 · A2', () => {
    const builder = machine(network('a', 'b'), 'one', 'a').add('two', 'ec2-instance', { parent: 'web-b' });
    const chain = builder.connect('traffic', 'users', 'one').connect('traffic', 'one', 'two');
    expect(estimate(chain).availability).toBeCloseTo(ONE * ONE, 12);
  });

  const twins = (first: string, second: string) =>
    machine(machine(network('a', 'b'), 'one', first), 'two', second)
      .connect('traffic', 'users', 'one')
      .connect('traffic', 'users', 'two');

  it('parallel in two zones: 1 − (1 − A)²', () => {
    expect(estimate(twins('a', 'b')).availability).toBeCloseTo(1 - (1 - ONE) ** 2, 12);
  });

  it('parallel in one zone: Z · (1 − (1 − A/Z)²)', () => {
    expect(estimate(twins('a', 'a')).availability).toBeCloseTo(Z * (1 - (1 - OWN) ** 2), 12);
  });

  const group = (zones: readonly string[], copies: number, required: number) =>
    network(...zones)
      .add('tier-web', 'tier', { parent: 'vpc', name: 'web', settings: { role: 'web', requiredCapacity: required } })
      .add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: zones.map((letter) => `web-${letter}`),
        settings: { min: copies, desired: copies, max: copies },
      })
      .connect('traffic', 'users', 'web');

  it('k of n in one zone, 2 of 3: Z · (3a²(1 − a) + a³) with a = A/Z', () => {
    expect(estimate(group(['a'], 3, 2)).availability).toBeCloseTo(Z * (3 * OWN ** 2 * (1 - OWN) + OWN ** 3), 12);
  });

  it('k of n in three zones, 2 of 3: 3A²(1 − A) + A³', () => {
    expect(estimate(group(['a', 'b', 'c'], 3, 2)).availability).toBeCloseTo(3 * ONE ** 2 * (1 - ONE) + ONE ** 3, 12);
  });

  it('k of n in two zones, 2 of 4: Z²·P(≥2 of 4) + 2Z(1 − Z)·P(2 of 2)', () => {
    const both = 1 - (1 - OWN) ** 4 - 4 * OWN * (1 - OWN) ** 3;
    expect(estimate(group(['a', 'b'], 4, 2)).availability).toBeCloseTo(Z * Z * both + 2 * Z * (1 - Z) * OWN ** 2, 12);
  });

  it('k of n with too few copies: 0, and it says so', () => {
    const report = availability(resolve(group(['a'], 2, 3).build()), { figures });
    expect(report.entries[0]?.availability).toBe(0);
    expect(report.assumptions).toContain('web needs 3 copies and has 2: it never carries its load.');
  });

  it('shared zones, two pairs: Z²·p² + 2Z(1 − Z)·a² with p = 1 − (1 − a)², a = A/Z', () => {
    const builder = machine(machine(network('a', 'b'), 'web-1', 'a'), 'web-2', 'b');
    for (const letter of ['a', 'b'])
      builder.add(`app-${letter}`, 'ec2-instance', {
        parent: `database-${letter}`,
        tier: 'tier-database',
        settings: { role: 'app' },
      });
    for (const web of ['web-1', 'web-2']) {
      builder.connect('traffic', 'users', web);
      for (const app of ['app-a', 'app-b']) builder.connect('traffic', web, app);
    }
    const pair = 1 - (1 - OWN) ** 2;
    expect(estimate(builder).availability).toBeCloseTo(Z * Z * pair * pair + 2 * Z * (1 - Z) * OWN * OWN, 12);
  });

  it('managed over two zones: S · (1 − (1 − Z)²)', () => {
    const builder = network('a', 'b')
      .add('alb', 'application-load-balancer', { parent: 'vpc', subnets: ['load-balancing-a', 'load-balancing-b'] })
      .connect('traffic', 'users', 'alb');
    expect(estimate(builder).availability).toBeCloseTo(0.999 * (1 - (1 - Z) ** 2), 12);
  });

  it('fleet limit F, both of two zones: Z²·min(F, p) + 2Z(1 − Z)·min(F, a)', () => {
    const limited = { figures: { ...figures, fleet: figure(99.6) } };
    expect(estimate(twins('a', 'b'), limited).availability).toBeCloseTo(Z * Z * 0.996 + 2 * Z * (1 - Z) * OWN, 12);
  });

  it('two Regions behind DNS with health checks: D · (1 − (1 − A)²)', () => {
    const builder = network('a').add('dns', 'route53-zone', { settings: { healthChecks: 2 } });
    builder.add('west', 'region', { settings: { code: 'eu-west-1' } });
    builder.add('vpc-2', 'vpc', { parent: 'west' }).add('az-2', 'availability-zone', { parent: 'vpc-2' });
    builder.add('subnet-2', 'subnet', { parent: 'az-2' }).add('two', 'ec2-instance', { parent: 'subnet-2' });
    machine(builder, 'one', 'a')
      .connect('traffic', 'users', 'dns')
      .connect('dns', 'dns', 'one')
      .connect('dns', 'dns', 'two');
    expect(estimate(builder).availability).toBeCloseTo(0.999 * (1 - (1 - ONE) ** 2), 12);
  });

  it('optional connections: factor 1', () => {
    const builder = lambdas('one').add('table', 'dynamodb-table', { parent: 'region' });
    expect(estimate(builder.connect('data', 'one', 'table', { optional: true })).availability).toBeCloseTo(0.999, 12);
    expect(estimate(builder.connect('data', 'one', 'table')).availability).toBeCloseTo(0.999 ** 2, 12);
  });

  it('a shared dependency of two callers: factor A, once', () => {
    const builder = lambdas('one', 'two').add('table', 'dynamodb-table', { parent: 'region' });
    builder.connect('data', 'one', 'table').connect('data', 'two', 'table');
    expect(estimate(builder).availability).toBeCloseTo(0.999 ** 3, 12);
  });

  it('cycles: each factor once', () => {
    expect(
      estimate(lambdas('one', 'two').connect('async', 'two', 'one').connect('traffic', 'two', 'one')).availability,
    ).toBeCloseTo(0.999 ** 2, 12);
  });
});

describe('what the report tells', () => {
  it('is at most the figure where a component has none', () => {
    const { 'dynamodb-table': _none, ...rest } = figures.kinds;
    const builder = lambdas('one').add('table', 'dynamodb-table', { parent: 'region' }).connect('data', 'one', 'table');
    expect(estimate(builder, { figures: { ...figures, kinds: rest } })).toMatchObject({
      availability: expect.closeTo(0.999, 12),
      atMost: true,
      unknown: ['table'],
    });
  });

  it('names the three components that cost most, with their minutes of a month of 43,800', () => {
    const entry = estimate(lambdas('one', 'two', 'three', 'four'), {
      figures,
      overrides: new Map([
        ['one', 0.9],
        ['three', 0.8],
      ]),
    });
    expect(entry.limiting.map(({ ids, minutesDown }) => [ids[0], Math.round(minutesDown)])).toEqual([
      ['three', 8760],
      ['one', 4380],
      ['four', 44],
    ]);
    expect(entry.minutesDown).toBeCloseTo((1 - 0.9 * 0.8 * 0.999 ** 2) * 43_800, 6);
    expect(entry.atMost).toBe(false);
  });

  it('estimates the way to each tier, and each tier by itself', () => {
    const builder = machine(network('a'), 'one', 'a')
      .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a'] })
      .connect('traffic', 'users', 'one')
      .connect('data', 'one', 'db');
    const report = availability(resolve(builder.build()), { figures });
    expect(report.entries[0]?.tiers.map(({ id }) => id)).toEqual(['tier-database', 'tier-web']);
    expect(report.entries[0]?.tiers[0]?.availability).toBeCloseTo(Z * OWN * OWN, 12);
    expect(report.entries[0]?.tiers[1]?.availability).toBeCloseTo(ONE, 12);
    expect(report.tiers.find(({ id }) => id === 'tier-database')?.availability).toBeCloseTo(ONE, 12);
  });
});

describe('bundled figures', () => {
  const all = [
    slaFigures.zone,
    ...(slaFigures.fleet ? [slaFigures.fleet] : []),
    ...Object.values(slaFigures.kinds).flatMap(({ single, spread }) =>
      [single, spread].filter((item) => item !== undefined),
    ),
  ];

  it('have a source, a date and a percentage', () => {
    expect(all.length).toBeGreaterThan(20);
    for (const { percent, source, date } of all) {
      expect(percent).toBeGreaterThan(90);
      expect(percent).toBeLessThanOrEqual(100);
      expect(source).not.toBe('');
      expect(date).toMatch(/^20\d\d(-\d\d){0,2}$/);
    }
  });

  it('promise no less for several zones than for one, and for one zone no more than the zone itself', () => {
    for (const { single, spread } of Object.values(slaFigures.kinds)) {
      if (single && spread) expect(spread.percent).toBeGreaterThanOrEqual(single.percent);
      if (single) expect(single.percent).toBeLessThanOrEqual(slaFigures.zone.percent);
    }
  });
});
