import { expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/testing/builder';
import { besideOrInside, sameKind } from './widen-selection';

const design = buildNetwork(['a', 'b'], { web: 'private' })
  .add('one', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
  .add('two', 'ec2-instance', { parent: 'web-b', tier: 'tier-web' })
  .add('nat', 'nat-gateway', { parent: 'web-a' })
  .build();

it('selects all of the same kinds', () => {
  expect(sameKind(design, ['one'])).toEqual(['one', 'two']);
  expect(sameKind(design, ['one', 'az-a'])).toEqual(['az-a', 'az-b', 'one', 'two']);
  expect(sameKind(design, [])).toEqual([]);
});

it('selects what a container or tier holds, for a service what lies beside it', () => {
  expect(besideOrInside(design, ['web-a'])).toEqual(['one', 'nat']);
  expect(besideOrInside(design, ['tier-web'])).toEqual(['one', 'two']);
  expect(besideOrInside(design, ['nat'])).toEqual(['one', 'nat']);
  expect(besideOrInside(design, ['region'])).toContain('vpc');
});
