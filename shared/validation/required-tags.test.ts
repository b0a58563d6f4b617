import { describe, expect, it } from 'vitest';
import { applyDiff } from '../model/diff';
import type { DesignBuilder } from '../testing/builder';
import { countingIds } from '../testing/new-id';
import { buildHealthySite } from '../testing/rule-examples/healthy-site';
import { resolve } from '../topology/resolve';
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
