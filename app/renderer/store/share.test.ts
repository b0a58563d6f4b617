import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareEqual, shareMap } from './share';

describe('shareEqual', () => {
  it('keeps the former object where the values are equal, whatever the depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = structuredClone(value);
        expect(shareEqual(value, copy)).toBe(value);
      }),
    );
  });
  it('never changes the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(shareEqual(before, after)).toEqual(after);
      }),
    );
  });
  it('keeps the entries of a changed list that are equal', () => {
    const before = [{ id: 'a' }, { id: 'b' }];
    const after = shareEqual(before, [{ id: 'a' }, { id: 'c' }]);
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[0]);
  });
});

describe('shareMap', () => {
  it('gives back the former map where nothing changed', () => {
    const before = new Map([['a', [1, 2]]]);
    expect(shareMap(before, new Map([['a', [1, 2]]]))).toBe(before);
  });
  it('notices added, removed and changed entries', () => {
    const before = new Map([['a', [1]]]);
    expect([...shareMap(before, new Map([['a', [2]]]))]).toEqual([['a', [2]]]);
    expect([...shareMap(before, new Map())]).toEqual([]);
    const grown = shareMap(
      before,
      new Map([
        ['a', [1]],
        ['b', [1]],
      ]),
    );
    expect(grown.get('a')).toBe(before.get('a'));
    expect(grown.size).toBe(2);
  });
});
