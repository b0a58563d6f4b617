import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff } from '../model/diff';
import type { DesignBuilder } from '../testing/builder';
import { countingIds } from '../testing/new-id';
import { bothZones, buildHealthySite, buildSite, GUARDED, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { type Finding, validate } from './validate';

/* What fixes leave as it is, and what they make no more of than is needed. */

function outcomeOf(design: Design, key: string, id: string) {
  const { findings } = validate(resolve(design));
  const fix = findings.find((finding: Finding) => finding.key === key)?.fixes.find((one) => one.id === id);
  if (!fix?.apply)
    throw new Error(`There is no fix ${id} of ${key} among ${findings.map((one) => one.key).join(', ')}.`);
  return fix.apply(design, countingIds());
}

/** The design after a fix. */
function mend(builder: DesignBuilder, key: string, id: string): Design {
  const design = builder.build();
  const outcome = outcomeOf(design, key, id);
  const after = outcome.ok ? applyDiff(design, outcome.value) : outcome;
  if (!after.ok) throw new Error(after.error.message);
  return after.value;
}

const subnetsOf = (design: Design, id: string) => design.elements.get(id)?.subnets;
const settingsOf = (design: Design, id: string) => design.elements.get(id)?.settings;
const ofKind = (design: Design, kind: string) =>
  [...design.elements.values()].filter((element) => element.kind === kind);

const over = (tier: string, subnets: readonly string[], settings: JsonObject = {}) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});
/** A third zone, with a subnet of the web tier and one that is public. */
const withThird = (builder: DesignBuilder): DesignBuilder =>
  builder
    .add('az-c', 'availability-zone', { parent: 'vpc', settings: { zone: 'c' } })
    .add('web-c', 'subnet', {
      parent: 'az-c',
      tier: 'tier-web',
      settings: { exposure: 'private', cidr: '10.0.60.0/24' },
    })
    .add('load-balancing-c', 'subnet', {
      parent: 'az-c',
      tier: 'tier-load-balancing',
      settings: { exposure: 'public', cidr: '10.0.61.0/24' },
    });

describe('running two copies', () => {
  const single = (subnet: string, balanced: readonly string[], settings: JsonObject = {}) =>
    withThird(buildHealthySite())
      .add('alb', 'application-load-balancer', over('load-balancing', balanced, GUARDED))
      .add(
        'web',
        'auto-scaling-group',
        over('web', [subnet], { ...STATELESS, min: 1, desired: 1, max: 9, ...settings }),
      );

  it('keeps the zone that it has and takes one more, where the load balancer is', () => {
    const there = mend(single('web-c', ['load-balancing-b', 'load-balancing-c']), 'AVL-02:tier-web', 'two-copies');
    expect(subnetsOf(there, 'web')).toEqual(['web-c', 'web-b']);
  });

  it('lowers no number', () => {
    const { min, desired, max } =
      settingsOf(mend(single('web-a', bothZones('load-balancing')), 'AVL-02:tier-web', 'two-copies'), 'web') ?? {};
    expect([min, desired, max]).toEqual([2, 2, 9]);
  });

  it('puts the load balancer it needs into the tier that there is', () => {
    const design = mend(
      buildSite()
        .add('web', 'auto-scaling-group', over('web', bothZones('web'), STATELESS))
        .connect('traffic', 'users', 'web'),
      'AVL-03:web',
      'add-load-balancer',
    );
    const [balancer] = ofKind(design, 'application-load-balancer');
    expect(balancer?.tier).toBe('tier-load-balancing');
    expect(balancer?.subnets).toEqual(bothZones('load-balancing'));
    expect(ofKind(design, 'tier')).toHaveLength(4);
  });
});

it('spreads a cache from its own zone to one more', () => {
  const site = withThird(buildHealthySite())
    .add('cache-c', 'subnet', {
      parent: 'az-c',
      tier: 'tier-cache',
      settings: { exposure: 'isolated', cidr: '10.0.62.0/24' },
    })
    .add('cache', 'elasticache-redis', over('cache', ['cache-c']));
  expect(subnetsOf(mend(site, 'AVL-06:cache', 'fail-over'), 'cache')).toEqual(['cache-c', 'cache-a']);
});

describe('hiding a database', () => {
  const rule = (cidr: string) => ({ protocol: 'tcp', fromPort: 3306, toPort: 3306, cidr });

  it('keeps the rules that let in some addresses, and drops those that let in all', () => {
    const design = mend(
      buildHealthySite().add(
        'db',
        'rds-instance',
        over('database', bothZones('database'), {
          multiAz: true,
          publiclyAccessible: true,
          extraIngress: [rule('0.0.0.0/0'), rule('203.0.113.0/24'), rule('::/0')],
        }),
      ),
      'NET-01:db',
      'hide',
    );
    expect(settingsOf(design, 'db')).toMatchObject({
      publiclyAccessible: false,
      extraIngress: [rule('203.0.113.0/24')],
    });
  });

  const inOpenSubnets = (): DesignBuilder => {
    const own = (zone: string, cidr: string) => ({
      parent: `az-${zone}`,
      tier: 'tier-database',
      settings: { exposure: 'public', cidr },
    });
    return buildHealthySite()
      .add('open-a', 'subnet', own('a', '10.0.60.0/24'))
      .add('open-b', 'subnet', own('b', '10.0.61.0/24'))
      .add('db', 'rds-instance', over('database', ['open-a', 'open-b'], { multiAz: true }));
  };

  it('leaves subnets public in which something else lies, and moves it to others', () => {
    const shared = inOpenSubnets().add(
      'alb',
      'application-load-balancer',
      over('load-balancing', ['open-a', 'open-b'], GUARDED),
    );
    const design = mend(shared, 'NET-01:db', 'hide');
    expect(['open-a', 'open-b'].map((id) => settingsOf(design, id)?.exposure)).toEqual(['public', 'public']);
    expect(subnetsOf(design, 'db')).toEqual(bothZones('database'));
  });

  it('makes subnets isolated in which nothing else lies', () => {
    const design = mend(inOpenSubnets(), 'NET-01:db', 'hide');
    expect(subnetsOf(design, 'db')).toEqual(['open-a', 'open-b']);
    expect(['open-a', 'open-b'].map((id) => settingsOf(design, id)?.exposure)).toEqual(['isolated', 'isolated']);
  });
});

it('says so where the VPC has no larger range for a subnet', () => {
  const full = buildSite()
    .add('there', 'vpc', { parent: 'region', settings: { cidr: '10.9.0.0/25' } })
    .add('zone', 'availability-zone', { parent: 'there' })
    .add('small', 'subnet', { parent: 'zone', settings: { cidr: '10.9.0.0/27' } })
    .add('other', 'subnet', { parent: 'zone', settings: { cidr: '10.9.0.32/27' } })
    .add('more', 'subnet', { parent: 'zone', settings: { cidr: '10.9.0.64/27' } })
    .add('jobs', 'auto-scaling-group', {
      parent: 'there',
      subnets: ['small'],
      settings: { ...STATELESS, min: 2, desired: 2, max: 60 },
    });
  expect(outcomeOf(full.build(), 'SCA-09:small', 'enlarge')).toMatchObject({
    ok: false,
    error: { code: 'no-free-cidr', message: 'there has no free /25 for the subnet. Make its range larger.' },
  });
});
