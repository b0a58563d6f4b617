import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './number-field';

describe('readNumber', () => {
  it.each([
    ['12', 12],
    [' 1,200 ', 1200],
    ['1200.5', 1200.5],
    ['.5', 0.5],
    ['-3', -3],
  ])('reads %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
  it.each(['', 'abc', '1e999', 'NaN', 'Infinity', '0x10', '12 GB', '--1'])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
  it('reads back every finite number it is shown', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // Adding 0 makes the negative zero, which is shown as 0, a plain one.
        expect(readNumber(String(value))).toBe(value + 0);
      }),
    );
  });
});
