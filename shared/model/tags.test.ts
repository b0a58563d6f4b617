import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designArbitrary } from '../testing/arbitrary-design';
import { buildDesign } from '../testing/builder';
import { effectiveTags, tagKeyFault, tagKeysFaults, tagReader, tagValueFault, withDesignTags, withTags } from './tags';

const design = (() => {
  const built = buildDesign()
    .add('vpc', 'vpc')
    .add('web', 'tier', { parent: 'vpc' })
    .add('subnet', 'subnet', { parent: 'vpc', tier: 'web' })
    .add('server', 'ec2-instance', { parent: 'subnet', tier: 'web' })
    .add('nat', 'nat-gateway', { parent: 'subnet' })
    .build();
  const tagged = new Map(built.elements);
  const tag = (id: string, tags: Record<string, string>): void => {
    const element = tagged.get(id);
    if (element) tagged.set(id, withTags(element, tags));
  };
  tag('vpc', { Owner: 'platform', Stage: 'live' });
  tag('web', { Owner: 'shop' });
  tag('server', { stage: 'test' });
  return {
    ...built,
    header: withDesignTags(built.header, { tags: { CostCenter: '42', Owner: 'all' } }),
    elements: tagged,
  };
})();

const tagsOf = (id: string) => {
  const element = design.elements.get(id);
  return element ? effectiveTags(design, element).map(({ key, value, from }) => `${key}=${value} from ${from}`) : [];
};

describe('effective tags', () => {
  it('are those of the design where nothing nearer says otherwise', () => {
    expect(tagsOf('vpc')).toEqual(['CostCenter=42 from null', 'Owner=platform from vpc', 'Stage=live from vpc']);
  });

  it('of a tier come after those of the VPC it lies in, and its own last', () => {
    expect(tagsOf('subnet')).toEqual(['CostCenter=42 from null', 'Owner=shop from web', 'Stage=live from vpc']);
  });

  it('of a subnet are those of what lies in it, with those of its tier', () => {
    expect(tagsOf('nat')).toEqual(tagsOf('subnet'));
  });

  it('hold no two keys that differ in case only: the nearer one stays', () => {
    expect(tagsOf('server')).toEqual(['CostCenter=42 from null', 'Owner=shop from web', 'stage=test from server']);
  });
});

it('reads the tags of many elements as those of each', () => {
  fc.assert(
    fc.property(designArbitrary, (drawn) => {
      const tagsOf = tagReader(drawn);
      for (const element of drawn.elements.values()) expect(tagsOf(element)).toEqual(effectiveTags(drawn, element));
    }),
  );
});

describe('what AWS takes', () => {
  it.each([
    ['', 'needs a key'],
    [' Owner', 'starts or ends with a space'],
    ['AWS:owner', 'starts with “aws:”'],
    ['name', 'Rename the element'],
    ['a'.repeat(129), 'has 129 characters'],
    ['a#b', 'may hold letters, digits'],
    ['constructor', 'cannot be kept'],
  ])('is not the key "%s"', (key, fault) => {
    expect(tagKeyFault(key)).toContain(fault);
  });

  it.each(['Owner', 'cost-center', 'team:shop/web', 'Ключ', 'a b'])('is the key "%s"', (key) => {
    expect(tagKeyFault(key)).toBeUndefined();
  });

  it('is no value that is long, or holds other characters', () => {
    expect(tagValueFault('Owner', '')).toContain('needs a value');
    expect(tagValueFault('Owner', 'ops@example.com')).toBeUndefined();
    expect(tagValueFault('Owner', 'x'.repeat(257))).toContain('257 characters');
    expect(tagValueFault('Owner', '<b>')).toContain('“<b>”');
  });

  it('is no pair of keys that differ in case only, and no more than fit', () => {
    expect(tagKeysFaults(['Owner', 'owner'])).toEqual([expect.stringContaining('differ only in case')]);
    expect(tagKeysFaults(Array.from({ length: 49 }, (_, index) => `k${index}`))).toEqual([
      expect.stringContaining('49 tags; at most 48'),
    ]);
  });
});
