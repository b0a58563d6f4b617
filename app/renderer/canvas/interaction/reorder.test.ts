import { describe, expect, it } from 'vitest';
import { moveElements } from '../../../../shared/commands/move-elements';
import { fitDesign } from '../../../../shared/layout/fit';
import type { Design } from '../../../../shared/model/design';
import { applyDiff } from '../../../../shared/model/diff';
import { buildNetwork } from '../../../../shared/testing/builder';
import { reorderBy } from './reorder';

const tidied = (design: Design): Design => {
  const fitted = applyDiff(design, fitDesign(design));
  if (!fitted.ok) throw new Error(fitted.error.message);
  return fitted.value;
};

const design = tidied(buildNetwork(['a', 'b', 'c'], { web: 'public', app: 'private', database: 'isolated' }).build());

const move = (id: string, direction: readonly [number, number]): Design => {
  const by = reorderBy(design, id, direction);
  if (!by) throw new Error('It cannot be moved.');
  const moved = moveElements(design, { ids: [id], by });
  const applied = moved.ok ? applyDiff(design, moved.value) : moved;
  if (!applied.ok) throw new Error(applied.error.message);
  return tidied(applied.value);
};

const inOrder = ({ elements }: Design, kind: string, axis: 'x' | 'y'): string[] =>
  [...elements.values()]
    .filter((element) => element.kind === kind)
    .sort((one, two) => one.frame[axis] - two.frame[axis])
    .map(({ id }) => id);

describe('an arrow key', () => {
  const zones = inOrder(design, 'availability-zone', 'x');
  const tiers = inOrder(design, 'tier', 'y');

  it('takes a zone past its neighbour and no further', () => {
    const [first, second, third] = zones;
    expect(inOrder(move(first ?? '', [1, 0]), 'availability-zone', 'x')).toEqual([second, first, third]);
    expect(inOrder(move(third ?? '', [-1, 0]), 'availability-zone', 'x')).toEqual([first, third, second]);
  });

  it('takes a tier past its neighbour and no further', () => {
    const [first, second, third] = tiers;
    expect(inOrder(move(first ?? '', [0, 1]), 'tier', 'y')).toEqual([second, first, third]);
    expect(inOrder(move(third ?? '', [0, -1]), 'tier', 'y')).toEqual([first, third, second]);
  });

  it('does nothing at the ends and across, and is none of this for what lies freely', () => {
    expect(reorderBy(design, zones[0] ?? '', [-1, 0])).toBeNull();
    expect(reorderBy(design, zones[0] ?? '', [0, 1])).toBeNull();
    expect(reorderBy(design, tiers[2] ?? '', [0, 1])).toBeNull();
    expect(reorderBy(design, 'vpc', [1, 0])).toBeUndefined();
  });
});
