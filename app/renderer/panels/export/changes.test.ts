import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFiles } from './changes';

const one = (text: string) => new Map([['a.yaml', text]]);

describe('the comparison of two exports', () => {
  it('shows changed lines with their neighbours and numbers', () => {
    const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n';
    const [change] = compareFiles(one(before), one(before.replace('six', '6')));
    expect(change).toMatchObject({ kind: 'changed', added: 1, removed: 1 });
    expect(change?.hunks).toEqual([
      [
        { kind: 'same', text: 'three', number: 3 },
        { kind: 'same', text: 'four', number: 4 },
        { kind: 'same', text: 'five', number: 5 },
        { kind: 'gone', text: 'six', number: 6 },
        { kind: 'new', text: '6', number: 6 },
        { kind: 'same', text: 'seven', number: 7 },
      ],
    ]);
  });

  it('names files that came and went, and leaves out those that are the same', () => {
    const before = new Map([
      ['same', 'x\n'],
      ['gone', 'a\nb\n'],
    ]);
    const after = new Map([
      ['same', 'x\n'],
      ['came', 'c\n'],
    ]);
    expect(compareFiles(before, after)).toEqual([
      { path: 'came', kind: 'added', added: 1, removed: 0, hunks: [] },
      { path: 'gone', kind: 'removed', added: 0, removed: 2, hunks: [] },
    ]);
  });

  it('gives up on texts that have nothing in common, and says so', () => {
    const many = (word: string): string => Array.from({ length: 5000 }, (_, index) => `${word} ${index}`).join('\n');
    expect(compareFiles(one(many('a')), one(many('b')))[0]?.hunks).toBeNull();
  });

  it('takes any two texts for the same only when they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(compareFiles(one(before), one(after)).length === 0).toBe(before === after);
      }),
    );
  });
});
