import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeElement } from '../../../shared/model/design';
import { applyDiff } from '../../../shared/model/diff';
import { buildDesign } from '../../../shared/testing/builder';
import { absoluteRects, type Rect } from '../canvas/geometry/rect';
import { alignTo, arrangeElements, spread } from './align';

const rects: readonly Rect[] = [
  { x: 0, y: 0, width: 100, height: 40 },
  { x: 300, y: 20, width: 60, height: 80 },
  { x: 120, y: 200, width: 20, height: 20 },
];
const side = fc.integer({ min: 1, max: 200 });
const place = fc.integer({ min: -1000, max: 1000 });
const someRects = fc.array(fc.record({ x: place, y: place, width: side, height: side }), {
  minLength: 2,
  maxLength: 8,
});

const apply = (from: readonly Rect[], arrange: ReturnType<typeof alignTo>): Rect[] => {
  const shifts = arrange(from);
  return from.map((rect, index) => ({
    ...rect,
    x: rect.x + (shifts[index]?.dx ?? 0),
    y: rect.y + (shifts[index]?.dy ?? 0),
  }));
};

describe('aligning', () => {
  it('brings all to one edge or line', () => {
    expect(apply(rects, alignTo('left')).map(({ x }) => x)).toEqual([0, 0, 0]);
    expect(apply(rects, alignTo('right')).map(({ x, width }) => x + width)).toEqual([360, 360, 360]);
    expect(apply(rects, alignTo('centre')).map(({ x, width }) => x + width / 2)).toEqual([180, 180, 180]);
    expect(apply(rects, alignTo('top')).map(({ y }) => y)).toEqual([0, 0, 0]);
    expect(apply(rects, alignTo('bottom')).map(({ y, height }) => y + height)).toEqual([220, 220, 220]);
    expect(apply(rects, alignTo('middle')).map(({ y, height }) => y + height / 2)).toEqual([110, 110, 110]);
  });

  it('changes nothing the second time', () => {
    const kind = fc.constantFrom('left', 'centre', 'right', 'top', 'middle', 'bottom');
    fc.assert(
      fc.property(someRects, kind, (some, alignment) => {
        const once = apply(some, alignTo(alignment));
        const twice = apply(once, alignTo(alignment));
        for (const [index, { x, y }] of twice.entries()) {
          expect(x).toBeCloseTo(once[index]?.x ?? Number.NaN);
          expect(y).toBeCloseTo(once[index]?.y ?? Number.NaN);
        }
      }),
    );
  });
});

describe('spreading', () => {
  it('leaves equal gaps and the outermost where they are', () => {
    expect(apply(rects, spread('across')).map(({ x }) => x)).toEqual([0, 300, 190]);
    fc.assert(
      fc.property(someRects, fc.constantFrom('across', 'down'), (some, direction) => {
        const start = ({ x, y }: Rect) => (direction === 'across' ? x : y);
        const size = ({ width, height }: Rect) => (direction === 'across' ? width : height);
        const after = apply(some, spread(direction)).sort((a, b) => start(a) - start(b));
        const before = [...some].sort((a, b) => start(a) - start(b));
        if (before.length < 3) expect(after.map(start)).toEqual(before.map(start));
        expect(Math.min(...after.map(start))).toBeLessThanOrEqual(
          start(before[0] ?? { x: 0, y: 0, width: 0, height: 0 }),
        );
        const total = (all: readonly Rect[]) => all.reduce((sum, rect) => sum + size(rect), 0);
        expect(total(after)).toBe(total(before));
      }),
    );
  });
});

it('moves elements of different containers by their places on the canvas, as one change', () => {
  const base = buildDesign()
    .add('group', 'group')
    .add('inner', 's3-bucket', { parent: 'group' })
    .add('outer', 's3-bucket')
    .build();
  const at = (id: string, x: number, y: number) => {
    const element = base.elements.get(id) ?? makeElement({ id, kind: 'group', name: id });
    return [id, { ...element, frame: { ...element.frame, x, y } }] as const;
  };
  const design = { ...base, elements: new Map([at('group', 100, 100), at('inner', 40, 40), at('outer', 600, 8)]) };
  const outcome = arrangeElements(design, ['inner', 'outer'], alignTo('left'));
  const after = outcome.ok ? applyDiff(design, outcome.value) : outcome;
  expect(after.ok && absoluteRects(after.value).get('outer')?.x).toBe(140);
  const whole = arrangeElements(design, ['group', 'inner', 'outer'], alignTo('top'));
  const moved = whole.ok ? applyDiff(design, whole.value) : whole;
  // What lies in a chosen container goes along with it.
  expect(moved.ok && absoluteRects(moved.value).get('inner')?.y).toBe(48);
});
