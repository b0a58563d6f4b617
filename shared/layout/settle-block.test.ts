import { describe, expect, it } from 'vitest';
import { duplicateElements } from '../commands/duplicate-elements';
import type { Design } from '../model/design';
import { applyDiff, type DesignDiff, isEmptyDiff } from '../model/diff';
import { startDrawing } from '../testing/drawing';
import { fitDesign } from './fit';
import { overlaps } from './overlap';
import { settleBlock } from './settle-block';

const apply = (design: Design, diff: DesignDiff): Design => {
  const result = applyDiff(design, diff);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

function copyOf(count: number) {
  const drawing = startDrawing();
  for (let index = 0; index < count; index += 1)
    drawing.drop('users', null, { name: `Group ${index}`, x: (index % 10) * 240, y: Math.floor(index / 10) * 120 });
  const before = drawing.design();
  const ids = [...before.elements.keys()];
  const copied = duplicateElements(before, { ids, newId: drawing.newId, offset: { dx: 24, dy: 24 } });
  if (!copied.ok) throw new Error(copied.error.message);
  const after = apply(before, copied.value);
  return { before, after, settled: apply(after, settleBlock(before, after)) };
}

describe('a block of copies', () => {
  it.each([3, 60])('of %i keeps its shape and lies over nothing', (count) => {
    const { before, after, settled } = copyOf(count);
    const added = [...settled.elements.values()].filter(({ id }) => !before.elements.has(id));
    const shifts = added.map(({ id, frame }) => {
      const from = after.elements.get(id)?.frame ?? frame;
      return `${frame.x - from.x} ${frame.y - from.y}`;
    });
    expect(new Set(shifts).size).toBe(1);
    for (const copy of added)
      for (const { frame } of before.elements.values()) expect(overlaps(copy.frame, frame)).toBe(false);
    expect(isEmptyDiff(fitDesign(settled))).toBe(true);
  });

  it('of one gives way by itself', () => {
    const { before, after } = copyOf(1);
    expect(isEmptyDiff(settleBlock(before, after))).toBe(true);
  });
});
