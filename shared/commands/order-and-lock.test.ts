import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design';
import { byStacking } from '../model/stacking';
import { drawNetwork, startDrawing } from '../testing/drawing';
import { deleteElements } from './delete-elements';
import { duplicateElements } from './duplicate-elements';
import { lockElements } from './lock-elements';
import { moveElements } from './move-elements';
import { orderElements, type Stacking } from './order-elements';
import { resizeElement } from './resize-element';

function drawNotes() {
  const drawing = startDrawing();
  for (const [index, name] of ['A', 'B', 'C', 'D'].entries()) drawing.drop('note', null, { name, x: index * 240 });
  const idOf = (name: string): string => drawing.get(name).id;
  return {
    drawing,
    idOf,
    stack: () =>
      [...drawing.design().elements.values()]
        .sort(byStacking)
        .map(({ name }) => name)
        .join(''),
    bring: (names: string, to: Stacking) =>
      drawing.run((design) => orderElements(design, { ids: [...names].map(idOf), to })),
  };
}

describe('order among siblings', () => {
  it.each([
    ['A', 'front', 'BCDA'],
    ['D', 'back', 'DABC'],
    ['A', 'forward', 'BACD'],
    ['D', 'backward', 'ABDC'],
    ['AC', 'front', 'BDAC'],
    ['BD', 'back', 'BDAC'],
    ['AB', 'forward', 'CABD'],
    ['D', 'front', 'ABCD'],
  ] as const)('%s to the %s gives %s', (names, to, expected) => {
    const { bring, stack } = drawNotes();
    bring(names, to);
    expect(stack()).toBe(expected);
  });

  it('goes there and back step by step, and leaves no order where none is needed', () => {
    const { bring, stack, drawing } = drawNotes();
    for (const expected of ['BACD', 'BCAD', 'BCDA', 'BCDA']) {
      bring('A', 'forward');
      expect(stack()).toBe(expected);
    }
    for (const expected of ['BCAD', 'BACD', 'ABCD', 'ABCD']) {
      bring('A', 'backward');
      expect(stack()).toBe(expected);
    }
    bring('A', 'front');
    expect([...drawing.design().elements.values()].filter(({ order }) => order !== undefined).length).toBeGreaterThan(
      0,
    );
  });

  it('lets what has a place in front lie over its siblings', () => {
    const { bring, drawing, idOf } = drawNotes();
    bring('A', 'front');
    const goal = drawing.get('C').frame;
    const { frame } = drawing.get('A');
    drawing.run((design) => moveElements(design, { ids: [idOf('A')], by: { dx: goal.x - frame.x + 20, dy: 20 } }));
    expect(drawing.get('A').frame).toMatchObject({ x: goal.x + 20, y: goal.y + 20 });
    expect(drawing.get('C').frame).toEqual(goal);
  });

  it('is none of the grid’s business', () => {
    const drawing = drawNetwork(2, ['web']);
    const { id } = drawing.get('Availability Zone a');
    expect(drawing.refusal((design) => orderElements(design, { ids: [id], to: 'front' })).message).toMatch(
      /Availability Zone a is a column of its VPC’s grid/,
    );
  });
});

describe('locked elements', () => {
  const locked = () => {
    const drawing = drawNetwork(2, ['web']);
    drawing.drop('s3-bucket', 'Region', { x: 1400, y: 80 });
    drawing.drop('note', 'Region', { x: 1400, y: 400 });
    const ids = [drawing.get('Bucket').id, drawing.get('Note').id];
    drawing.run((design) => lockElements(design, { ids, locked: true }));
    return { drawing, ids };
  };

  it('are neither moved nor resized nor deleted, and the refusal says so', () => {
    const { drawing } = locked();
    const { id, frame } = drawing.get('Note');
    const region = drawing.get('Region').id;
    const message = (command: (design: Design) => ReturnType<typeof deleteElements>) =>
      drawing.refusal(command).message;
    expect(message((design) => moveElements(design, { ids: [id], by: { dx: 4, dy: 0 } }))).toBe(
      'Note is locked. Unlock it to move it.',
    );
    expect(
      message((design) => moveElements(design, { ids: [id], to: { container: null, at: { x: 0, y: 0 } } })),
    ).toMatch(/is locked/);
    expect(message((design) => resizeElement(design, { id, frame }))).toBe('Note is locked. Unlock it to resize it.');
    expect(message((design) => deleteElements(design, { ids: [id, drawing.get('Bucket').id] }))).toBe(
      'Note and 1 more are locked. Unlock them to delete them.',
    );
    expect(message((design) => deleteElements(design, { ids: [region] }))).toMatch(
      /^Region holds .*, which is locked\. Unlock it first\.$/,
    );
  });

  it('go along with their container, and others make room for them', () => {
    const { drawing } = locked();
    const before = drawing.get('Bucket').frame;
    drawing.run((design) => moveElements(design, { ids: [drawing.get('Region').id], by: { dx: 40, dy: 40 } }));
    drawing.drop('s3-bucket', 'Region', { name: 'Newcomer', x: before.x - 8, y: before.y - 8 });
    expect(drawing.get('Bucket').frame).toEqual(before);
    expect(drawing.get('Newcomer').frame).not.toMatchObject({ x: before.x - 8, y: before.y - 8 });
  });

  it('are free again as copies and once unlocked', () => {
    const { drawing, ids } = locked();
    drawing.run((design) => duplicateElements(design, { ids, newId: drawing.newId, offset: { dx: 24, dy: 24 } }));
    expect(drawing.get('Bucket 2').locked).toBeUndefined();
    drawing.run((design) => lockElements(design, { ids, locked: false }));
    expect(drawing.get('Bucket')).not.toHaveProperty('locked');
    drawing.run((design) => deleteElements(design, { ids }));
  });
});
