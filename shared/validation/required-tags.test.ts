import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { applyDiff, invert } from '../model/diff';
import { type Tags, tagsFaults, withDesignTags, withTags } from '../model/tags';
import { architectureArbitrary } from '../testing/arbitraries';
import type { DesignBuilder } from '../testing/builder';
import { countingIds } from '../testing/new-id';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
import { gatherFacts } from './facts';
import { requiredTagsAreMissing } from './rules/operations/required-tags-are-missing';
import { validate } from './validate';

const findingsOn = (builder: DesignBuilder) =>
  validate(resolve(builder.build())).findings.filter(({ ruleId }) => ruleId === 'OPS-05');

describe('required tags', () => {
  it('are asked of nobody where none is required', () => {
    expect(findingsOn(buildHealthySite().tags({ Owner: 'web' }))).toEqual([]);
  });

  it('that nothing has are one finding for the whole design', () => {
    const found = findingsOn(buildHealthySite().tags({}, ['CostCenter', 'Owner']));
    expect(found.map(({ key, fixes }) => [key, fixes.map(({ kind }) => kind)])).toEqual([
      ['OPS-05:region', ['manual']],
    ]);
    expect(found[0]?.message).toContain('of the design lack the required tags “CostCenter” and “Owner”');
  });

  it('that a VPC lacks are one finding for it, and what it holds adds none', () => {
    const outside = { parent: 'region', tags: { Owner: 'web' } };
    const found = findingsOn(
      buildHealthySite()
        .tags({}, ['Owner'])
        .add('cdn', 'cloudfront', { tags: { Owner: 'edge' } })
        .add('static', 's3-bucket', outside)
        .add('alarm', 'cloudwatch-alarm', outside)
        .add('on-call', 'sns-topic', outside),
    );
    expect(found.map(({ key }) => key)).toEqual(['OPS-05:vpc']);
    expect(found[0]?.fixes.map(({ title, kind }) => [title, kind])).toEqual([
      ['Tag vpc with Owner = web', 'choice'],
      ['Tag vpc with Owner = edge', 'choice'],
    ]);
  });

  it('in another case are spelled as they are required, and keep their values', () => {
    const builder = buildHealthySite()
      .tags({ owner: 'platform' }, ['Owner'])
      .add('static', 's3-bucket', { parent: 'region', tags: { OWNER: 'web' } });
    const [finding] = findingsOn(builder);
    expect(finding?.message).toContain('is not “Owner”: AWS tells capital letters apart');
    const design = builder.build();
    const diff = finding?.fixes[0]?.apply?.(design, countingIds());
    const after = diff?.ok ? applyDiff(design, diff.value) : diff;
    if (!after?.ok) throw new Error('No fix');
    expect(after.value.header.tags).toEqual({ Owner: 'platform' });
    expect(after.value.elements.get('static')?.tags).toEqual({ Owner: 'web' });
    expect(after.value.elements.get('vpc')).not.toHaveProperty('tags');
  });
});

const tagsArbitrary = fc.dictionary(fc.constantFrom('Owner', 'Stage', 'OWNER'), fc.constantFrom('a', 'b'), {
  maxKeys: 2,
});
const isSound = (tags: Tags): boolean => tagsFaults(tags).length === 0;

/** Any architecture with tags here and there, in any case, and two that are required. */
const taggedArbitrary: fc.Arbitrary<Design> = fc
  .record({
    design: architectureArbitrary(8),
    whole: tagsArbitrary.filter(isSound),
    some: fc.array(fc.tuple(fc.nat(40), tagsArbitrary.filter(isSound)), { maxLength: 12 }),
  })
  .map(({ design, whole, some }) => {
    const elements = new Map(design.elements);
    const list = [...elements.values()];
    for (const [index, tags] of some) {
      const element = list[index % list.length];
      if (element) elements.set(element.id, withTags(element, tags));
    }
    return {
      ...design,
      elements,
      header: withDesignTags(design.header, { tags: whole, required: ['Owner', 'Stage'] }),
    };
  });

it('are there after each fix, which undoes exactly', () => {
  fc.assert(
    fc.property(taggedArbitrary, (design) => {
      const find = (drawn: Design) => {
        const topology = resolve(drawn);
        return requiredTagsAreMissing.check(topology, gatherFacts(topology));
      };
      for (const { elements, fixes = [] } of find(design))
        for (const fix of fixes) {
          const diff = fix.apply?.(design, countingIds());
          if (!diff) continue;
          if (!diff.ok) throw new Error(diff.error.message);
          const after = applyDiff(design, diff.value);
          if (!after.ok) throw new Error(after.error.message);
          expect(applyDiff(after.value, invert(diff.value))).toEqual({ ok: true, value: design });
          expect(find(after.value).map(({ elements: [id] }) => id)).not.toContain(elements[0]);
          for (const { tags } of after.value.elements.values()) expect(tagsFaults(tags ?? {})).toEqual([]);
        }
    }),
    { numRuns: 100 },
  );
});
