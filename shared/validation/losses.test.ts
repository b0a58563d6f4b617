import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { buildDesign, type DesignBuilder } from '../testing/builder';
import { bothZones, buildHealthySite, buildSite, STATELESS } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { rules } from './rules';
import { createMemory, validate } from './validate';

const only = (id: string) => rules.filter((rule) => rule.id === id);
const keysOf = (id: string, builder: DesignBuilder): string[] =>
  validate(resolve(builder.build()), { rules: only(id) }).findings.map(({ key }) => key);

describe('what fails with what, from one edit to the next', () => {
  const machines = (second: { parent: string; tier?: string }) =>
    buildSite()
      .add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
      .add('two', 'ec2-instance', { tier: 'tier-web', ...second })
      .connect('traffic', 'users', 'one')
      .connect('traffic', 'users', 'two');
  const group = (min: number) =>
    buildSite()
      .add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: ['web-a'],
        settings: { min, desired: 2, max: 4 },
      })
      .connect('traffic', 'users', 'web');

  /** What is found after an edit with a memory of what was found before it. */
  function remember(before: Design, after: Design): readonly string[][] {
    const list = only('AVL-12');
    const memory = createMemory();
    const first = resolve(before);
    const look = (topology: typeof first) => validate(topology, { rules: list }, memory).findings.map(({ key }) => key);
    return [look(first), look(resolve(after, first))];
  }

  /** The one element that differs is another object; all others are the same. */
  const replace = (design: Design, from: Design, id: string): Design => {
    const element = from.elements.get(id);
    if (!element) throw new Error(`There is no ${id}.`);
    return { ...design, elements: new Map(design.elements).set(id, element) };
  };

  it.each([
    {
      what: 'a group may go down to one copy',
      before: group(2),
      after: group(1),
      changed: 'web',
      found: [['AVL-12:az-a'], ['AVL-12:web']],
    },
    {
      what: 'a copy moves to the tier of something else',
      before: machines({ parent: 'web-b' }),
      after: machines({ parent: 'web-b', tier: 'tier-cache' }),
      changed: 'two',
      found: [[], ['AVL-12:one', 'AVL-12:two']],
    },
    {
      what: 'a copy moves to the zone of the other',
      before: machines({ parent: 'web-b' }),
      after: machines({ parent: 'web-a' }),
      changed: 'two',
      found: [[], ['AVL-12:az-a']],
    },
  ])('is worked out again where $what', ({ before, after, changed, found }) => {
    const design = before.build();
    const next = replace(design, after.build(), changed);
    expect(remember(design, next).map((keys) => [...keys].sort())).toEqual(found.map((keys) => [...keys].sort()));
  });
});

describe('the evidence of a loss', () => {
  const darkOf = (builder: DesignBuilder, key: string) =>
    validate(resolve(builder.build()), { rules: only('AVL-12') }).findings.find((finding) => finding.key === key)
      ?.evidence;

  it('calls a tier dark when none of it that users reached is reached any more', () => {
    const builder = buildHealthySite()
      .add('auth', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS })
      .add('idle', 'ec2-instance', { parent: 'cache-a', tier: 'tier-cache' })
      .connect('traffic', 'web', 'auth');
    expect(darkOf(builder, 'AVL-12:auth')?.darkTiers).toEqual([]);
    const last = buildSite()
      .add('front', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
      .add('idle', 'ec2-instance', { parent: 'web-b', tier: 'tier-web' })
      .add('behind', 'ec2-instance', { parent: 'cache-a', tier: 'tier-cache' })
      .connect('traffic', 'users', 'front')
      .connect('traffic', 'front', 'behind');
    expect(darkOf(last, 'AVL-12:front')?.darkTiers).toEqual(['tier-cache', 'tier-web']);
  });

  it('names copies of which others are left, where something needs just those', () => {
    const group = (zone: string) => ({ parent: 'vpc', tier: 'tier-web', subnets: [`web-${zone}`] });
    const builder = buildSite()
      .add('one', 'auto-scaling-group', group('a'))
      .add('two', 'auto-scaling-group', group('b'))
      .add('alone', 'ec2-instance', { parent: 'cache-a' })
      .add('behind', 'lambda-function', { parent: 'region' })
      .connect('traffic', 'users', 'alone')
      .connect('traffic', 'users', 'one')
      .connect('traffic', 'users', 'two')
      .connect('traffic', 'two', 'behind', { optional: true });
    const zoneOf = (design: DesignBuilder) =>
      validate(resolve(design.build()), { rules: only('AVL-12') }).findings.find(({ key }) => key === 'AVL-12:az-a')
        ?.subjects.elements;
    expect(zoneOf(builder.connect('traffic', 'one', 'behind'))).toEqual(['az-a', 'alone', 'one']);
  });

  it('goes over connections that users wait for', () => {
    const builder = buildSite()
      .add('front', 'ec2-instance', { parent: 'web-a' })
      .add('behind', 'ec2-instance', { parent: 'web-b' })
      .connect('traffic', 'users', 'front')
      .connect('traffic', 'front', 'behind')
      .connect('data', 'front', 'behind', { optional: true })
      .connect('admin', 'front', 'behind');
    expect([...(darkOf(builder, 'AVL-12:front')?.path ?? [])].sort()).toEqual(
      ['users', 'users-traffic-front', 'front', 'front-traffic-behind', 'behind'].sort(),
    );
  });
});

describe('services that wait for one another', () => {
  const circle = (optional: boolean, ...ids: string[]) => {
    const builder = buildDesign().add('region', 'region');
    for (const id of ids) builder.add(id, 'lambda-function', { parent: 'region' });
    ids.forEach((id, at) => {
      builder.connect('traffic', id, ids[(at + 1) % ids.length] ?? '', optional && at === 0 ? { optional } : {});
    });
    return builder;
  };

  it('are found from two on, and only where they cannot do without', () => {
    expect(keysOf('CON-12', circle(false, 'a', 'b'))).toEqual(['CON-12:a']);
    expect(keysOf('CON-12', circle(false, 'a', 'b', 'c'))).toEqual(['CON-12:a']);
    expect(keysOf('CON-12', circle(true, 'a', 'b'))).toEqual([]);
  });
});

it('looks at container services in no tier as at machines', () => {
  const tasks = buildSite().add('tasks', 'ecs-service', {
    parent: 'vpc',
    subnets: bothZones('web'),
    settings: { sessionStore: 'memory' },
  });
  expect(keysOf('STA-01', tasks)).toEqual(['STA-01:tasks']);
});
