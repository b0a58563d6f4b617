import { describe, expect, it } from 'vitest';
import type { Design, Element } from '../../../../shared/model/design';
import { buildDesign } from '../../../../shared/testing/builder';
import { otherKeys, splitKeys, tagRows } from './tag-rows';

const design = buildDesign()
  .tags({ CostCenter: '42' }, ['Owner', 'Stage'])
  .add('vpc', 'vpc', { tags: { Owner: 'platform' } })
  .add('other', 'vpc', { tags: { team: 'shop' } })
  .add('a', 'ec2-instance', { parent: 'vpc', tags: { Stage: 'live' } })
  .add('b', 'ec2-instance', { parent: 'vpc', tags: { Stage: 'test', CostCenter: '43' } })
  .build();
const pick = ({ elements }: Design, ...ids: readonly string[]): readonly Element[] =>
  ids.flatMap((id) => elements.get(id) ?? []);

describe('rows of tags', () => {
  it('say which are own, and where the others come from', () => {
    expect(tagRows(design, pick(design, 'a'))).toEqual([
      { key: 'CostCenter', value: '42', state: 'inherited', from: null },
      { key: 'Owner', value: 'platform', state: 'inherited', from: 'vpc' },
      { key: 'Stage', value: 'live', state: 'own' },
    ]);
  });

  it('have no value where several elements differ', () => {
    expect(tagRows(design, pick(design, 'a', 'b')).map(({ key, value, state }) => [key, value, state])).toEqual([
      ['CostCenter', undefined, 'own'],
      ['Owner', 'platform', 'inherited'],
      ['Stage', undefined, 'own'],
    ]);
  });

  it('name required tags that an element lacks', () => {
    expect(tagRows(design, pick(design, 'vpc')).filter(({ state }) => state === 'missing')).toEqual([
      { key: 'Stage', value: undefined, state: 'missing' },
    ]);
  });

  it('suggest the keys that are used elsewhere', () => {
    expect(otherKeys(design, tagRows(design, pick(design, 'a')))).toEqual(['team']);
  });
});

describe('required tags as they are typed', () => {
  it('are separated by commas', () => {
    expect(splitKeys(' Owner,CostCenter ,, Owner')).toEqual(['Owner', 'CostCenter']);
  });
});
