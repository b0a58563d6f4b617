import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLineOf, indexLines, ownersByLine } from './line-index';

describe('the index of lines', () => {
  it('finds every line of any text', () => {
    const line = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', ' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const text = `${lines.join('\n')}\n`;
        const { starts, longest } = indexLines(text);
        expect(starts.map((start, index) => text.slice(start, (starts[index + 1] ?? text.length) - 1))).toEqual(lines);
        expect(longest).toBe(Math.max(...lines.map(({ length }) => length)));
      }),
    );
  });

  it('takes a text without a line break for one line', () => {
    expect(indexLines('abc')).toEqual({ starts: [0], longest: 3 });
    expect(indexLines('')).toEqual({ starts: [0], longest: 0 });
  });
});

const spans = [
  { subject: 'web', first: 4, last: 6 },
  { subject: 'db', first: 6, last: 7 },
  { subject: 'web', first: 1, last: 1 },
];

it('knows whose a line is, also where two elements share it', () => {
  const owners = ownersByLine(spans);
  expect(owners.get(6)).toEqual(['web', 'db']);
  expect(owners.get(1)).toEqual(['web']);
  expect(owners.get(0)).toBeUndefined();
});

it('begins with the first line of what is asked for', () => {
  expect(firstLineOf(spans, new Set(['web']))).toBe(1);
  expect(firstLineOf(spans, new Set(['db', 'x']))).toBe(6);
  expect(firstLineOf(spans, new Set(['x']))).toBeUndefined();
  const main = { subject: 'web', first: 9, last: 12, isMain: true } as const;
  expect(firstLineOf([...spans, main], new Set(['web', 'db']))).toBe(9);
});
