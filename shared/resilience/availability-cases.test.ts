import { describe, expect, it } from 'vitest';
import { buildDesign, buildNetwork, type DesignBuilder } from '../testing/builder';
import { manyZones } from '../testing/hostile-designs';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { availability } from './availability';
import { type SlaFigure, type SlaFigures, slaFigures } from './sla-figures';

const figure = (percent: number): SlaFigure => ({ percent, source: 'test', date: '2026-01-01', unverified: true });

/** A copy 99 %, a zone 99.5 %, and a spread figure so high that it never hides the copies. */
const Z = 0.995;
const ONE = 0.99;
const OWN = ONE / Z;
const copies = { single: figure(99), spread: figure(99.9999) };
const figures: SlaFigures = {
  zone: figure(99.5),
  fleet: null,
  kinds: {
    'ec2-instance': copies,
    'auto-scaling-group': copies,
    'elasticache-redis': copies,
    'lambda-function': { spread: figure(99.9) },
    's3-bucket': { single: figure(99), spread: figure(99.9) },
  },
};

const report = (builder: DesignBuilder) => availability(resolve(builder.build()), { figures });
const ofEntry = (builder: DesignBuilder) => report(builder).entries[0]?.availability;

const network = () => buildNetwork(['a', 'b'], { web: 'private', app: 'private' }).add('users', 'users');
const inTier = (tier: string, zones: string, settings: JsonObject) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: [...zones].map((letter) => `${tier}-${letter}`),
  settings,
});
const needs = (builder: DesignBuilder, requiredCapacity: number): DesignBuilder =>
  builder.add('tier-web', 'tier', { parent: 'vpc', name: 'web', settings: { role: 'web', requiredCapacity } });
const group = (size: number) => ({ min: size, desired: size, max: size });

describe('caches in closed form', () => {
  const cache = (zones: string, settings: JsonObject) =>
    network()
      .add('cache', 'elasticache-redis', inTier('app', zones, settings))
      .connect('data', 'users', 'cache');

  it('two nodes in one zone with failover: Z · (1 − (1 − a)²)', () => {
    const settings = { replicas: 1, automaticFailover: true };
    expect(ofEntry(cache('a', settings))).toBeCloseTo(Z * (1 - (1 - OWN) ** 2), 12);
  });

  it('two nodes in two zones without failover: the primary alone, A', () => {
    const settings = { replicas: 1, multiAz: true, automaticFailover: false };
    expect(ofEntry(cache('ab', settings))).toBeCloseTo(ONE, 12);
  });
});

describe('copies needed in closed form', () => {
  it('what another group of the tier brings is not needed of this one: 1 of 2 in each zone', () => {
    const builder = needs(network(), 3)
      .add('one', 'auto-scaling-group', inTier('web', 'a', group(2)))
      .add('two', 'auto-scaling-group', inTier('web', 'b', group(2)))
      .add('table', 'lambda-function', { parent: 'region' })
      .connect('traffic', 'users', 'one')
      .connect('traffic', 'one', 'table');
    // `two` calls nothing and is called by nobody, so that it is no copy of `one`.
    expect(ofEntry(builder)).toBeCloseTo(Z * (1 - (1 - OWN) ** 2) * 0.999, 12);
  });

  it('half a copy more is one more: 1.5 of 2 is 2 of 2', () => {
    const builder = needs(network(), 1.5)
      .add('web', 'auto-scaling-group', inTier('web', 'a', group(2)))
      .connect('traffic', 'users', 'web');
    expect(ofEntry(builder)).toBeCloseTo(Z * OWN ** 2, 12);
  });

  it('as many copies as are needed are no too few', () => {
    const enough = needs(network(), 2).add('web', 'auto-scaling-group', inTier('web', 'a', group(2)));
    expect(report(enough).assumptions.filter((text) => text.startsWith('web'))).toEqual([]);
  });
});

describe('machines that are no copies of one another', () => {
  const pair = (first: object, second: object) =>
    network()
      .add('one', 'ec2-instance', { parent: 'web-a', ...first })
      .add('two', 'ec2-instance', { parent: 'web-b', ...second })
      .connect('traffic', 'users', 'one')
      .connect('traffic', 'users', 'two');

  it('of two tiers: A1 · A2', () => {
    expect(ofEntry(pair({ tier: 'tier-web' }, { tier: 'tier-web' }))).toBeCloseTo(1 - (1 - ONE) ** 2, 12);
    const app = { settings: { role: 'app' } };
    expect(ofEntry(pair({ tier: 'tier-web', ...app }, { tier: 'tier-app', ...app }))).toBeCloseTo(ONE ** 2, 12);
  });

  it('of two roles: A1 · A2', () => {
    const role = (name: string) => ({ tier: 'tier-web', settings: { role: name } });
    expect(ofEntry(pair(role('web'), role('worker')))).toBeCloseTo(ONE ** 2, 12);
  });
});

describe('what the report tells', () => {
  it('takes the lower promise for files of another class than Standard', () => {
    const files = (storageClass: string) =>
      ofEntry(
        buildDesign()
          .add('region', 'region')
          .add('users', 'users')
          .add('files', 's3-bucket', { parent: 'region', settings: { storageClass } })
          .connect('data', 'users', 'files'),
      );
    expect(files('standard')).toBeCloseTo(0.999, 12);
    expect(files('standard-ia')).toBeCloseTo(0.99, 12);
  });

  it('is at most the figure where something lies in more zones than are enumerated', () => {
    const { entries, cutShort } = availability(resolve(manyZones(20)), { figures: slaFigures });
    expect(cutShort).toBe(true);
    expect(entries[0]).toMatchObject({ atMost: true, unknown: [] });
  });

  it('is a lower bound, and says so, where more zones hang together than are enumerated', () => {
    const builder = buildDesign().add('users', 'users');
    const zones = Array.from({ length: 14 }, (_, at) => `z${at}`);
    for (const zone of zones) builder.add(zone, 'availability-zone').add(`in-${zone}`, 'subnet', { parent: zone });
    const over = (from: number, to: number) => ({
      subnets: zones.slice(from, to).map((zone) => `in-${zone}`),
      settings: group(to - from),
    });
    builder.add('one', 'auto-scaling-group', over(0, 8)).add('two', 'auto-scaling-group', over(7, 14));
    builder.connect('traffic', 'users', 'one').connect('traffic', 'one', 'two');
    const found = report(builder);
    expect(found.cutShort).toBe(true);
    expect(found.entries[0]?.availability).toBeGreaterThan(0.999);
  });

  it('has no tier for an entry that reaches only what helps the tier', () => {
    const builder = network()
      .add('office', 'office')
      .add('bastion', 'bastion-host', { parent: 'web-a', tier: 'tier-web' })
      .connect('traffic', 'office', 'bastion');
    expect(report(builder).entries.map(({ id, tiers }) => [id, tiers])).toEqual([['office', []]]);
  });

  it('names what all stand-ins need as a limit of its own', () => {
    const builder = buildDesign().add('region', 'region').add('users', 'users');
    for (const id of ['one', 'two', 'shared']) builder.add(id, 'lambda-function', { parent: 'region' });
    builder.connect('traffic', 'users', 'one').connect('failover', 'one', 'two');
    builder.connect('traffic', 'one', 'shared').connect('traffic', 'two', 'shared');
    const [entry] = report(builder).entries;
    expect(entry?.limiting.map(({ ids }) => ids)).toEqual([['shared'], ['one', 'two']]);
  });
});
