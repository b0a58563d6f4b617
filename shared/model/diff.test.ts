import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designArbitrary } from '../testing/arbitrary-design';
import { buildDesign } from '../testing/builder';
import { type Design, makeConnection, makeElement } from './design';
import { applyDiff, compose, type DesignDiff, emptyDiff, invert, isEmptyDiff } from './diff';
import { draftOf } from './draft';

const applied = (design: Design, diff: DesignDiff): Design => {
  const result = applyDiff(design, diff);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** Some edit of any design: renames, removals, additions, a new header. */
function edit(design: Design, numbers: readonly number[]): DesignDiff {
  const draft = draftOf(design);
  for (const [index, number] of numbers.entries()) {
    const ids = [...draft.elements()].map(({ id }) => id);
    const id = ids[number % (ids.length + 1)];
    if (number % 5 === 0) draft.putElement(makeElement({ id: `n${number}`, kind: 'note', name: String(index) }));
    else if (number % 5 === 1 && id !== undefined) draft.removeElement(id);
    else if (number % 5 === 2 && id !== undefined) draft.patchElement(id, { name: `renamed ${number}` });
    else if (number % 5 === 3 && id !== undefined) draft.patchSettings(id, { size: number });
    else draft.putHeader({ ...draft.header(), name: `name ${number}` });
  }
  return draft.diff();
}

/** The same records, by identity. */
const expectSame = (a: Design, b: Design): void => {
  expect(a.header).toBe(b.header);
  expect(new Set(a.elements.values())).toEqual(new Set(b.elements.values()));
  for (const [id, element] of a.elements) expect(b.elements.get(id)).toBe(element);
  for (const [id, connection] of a.connections) expect(b.connections.get(id)).toBe(connection);
};

const numbers = fc.array(fc.nat(60), { maxLength: 12 });

describe('diffs', () => {
  it('are taken back by their inverse, to the very records', () => {
    fc.assert(
      fc.property(designArbitrary, numbers, (design, choices) => {
        const diff = edit(design, choices);
        expectSame(applied(applied(design, diff), invert(diff)), design);
        expect(invert(invert(diff))).toEqual(diff);
      }),
    );
  });

  it('compose to one with the effect of both', () => {
    fc.assert(
      fc.property(designArbitrary, numbers, numbers, (design, one, two) => {
        const first = edit(design, one);
        const middle = applied(design, first);
        const second = edit(middle, two);
        expectSame(applied(design, compose(first, second)), applied(middle, second));
      }),
    );
  });

  it('cancel out when composed with their inverse', () => {
    fc.assert(
      fc.property(designArbitrary, numbers, (design, choices) => {
        const diff = edit(design, choices);
        expect(isEmptyDiff(compose(diff, invert(diff)))).toBe(true);
      }),
    );
  });

  it('leave untouched records as they are', () => {
    const design = buildDesign().add('a', 'note').add('b', 'note').build();
    const draft = draftOf(design);
    draft.patchElement('a', { name: 'A' });
    const next = applied(design, draft.diff());
    expect(next.elements.get('b')).toBe(design.elements.get('b'));
    expect(next.connections).toBe(design.connections);
    expect(design.elements.get('a')?.name).toBe('a');
  });

  it('are refused by a design they were not made for', () => {
    const design = buildDesign().add('a', 'note').build();
    const draft = draftOf(design);
    draft.patchElement('a', { name: 'A' });
    const diff = draft.diff();
    const twice = applyDiff(applied(design, diff), diff);
    expect(twice.ok ? null : twice.error.code).toBe('stale-diff');
  });

  it('are empty where nothing was changed', () => {
    expect(isEmptyDiff(draftOf(buildDesign().build()).diff())).toBe(true);
    expect(isEmptyDiff(emptyDiff)).toBe(true);
  });
});

describe('a draft', () => {
  it('reads what was written to it, and forgets what came and went', () => {
    const draft = draftOf(buildDesign().add('a', 'note').build());
    draft.putElement(makeElement({ id: 'b', kind: 'note', name: 'B' }));
    draft.putConnection(makeConnection({ id: 'c', kind: 'data', from: 'a', to: 'b' }));
    expect([draft.element('b')?.name, draft.connection('c')?.to]).toEqual(['B', 'b']);
    draft.removeElement('b');
    draft.removeConnection('c');
    expect(isEmptyDiff(draft.diff())).toBe(true);
  });

  it('ignores patches of what is not there', () => {
    const draft = draftOf(buildDesign().build());
    draft.patchElement('gone', { name: 'x' });
    draft.patchSettings('gone', { x: 1 });
    expect(isEmptyDiff(draft.diff())).toBe(true);
  });
});
