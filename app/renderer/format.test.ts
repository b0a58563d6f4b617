import { expect, it } from 'vitest';
import { formatDay, formatDelta, formatFigure, plural, shorten } from './format';

it('says money as the bill does', () => {
  expect(formatFigure({ micros: 1_234_560_000, isLowerBound: false, isUnpriced: false })).toBe('$1,234.56/mo');
  expect(formatFigure({ micros: 1_000_000, isLowerBound: true, isUnpriced: false })).toBe('≥ $1.00/mo');
  expect(formatFigure(undefined)).toBe('–');
});

it('says a difference with its sign', () => {
  expect(formatDelta(12_340_000)).toBe('+$12.34/mo');
  expect(formatDelta(-12_340_000)).toBe('−$12.34/mo');
  expect(formatDelta(0)).toBe('no change in cost');
});

it('keeps dates readable and leaves what is no full date alone', () => {
  expect(formatDay('2026-11-03')).toMatch(/Nov \d, 2026/);
  expect(formatDay('2026-11')).toBe('2026-11');
});

it('counts', () => {
  expect(plural(1, 'error')).toBe('1 error');
  expect(plural(2, 'error')).toBe('2 errors');
});

it('shortens long names and never splits a character', () => {
  expect(shorten('Database')).toBe('Database');
  expect(shorten(`a${'x'.repeat(10_000)}`, 10)).toBe('axxxxxxxx…');
  expect(shorten('😀'.repeat(20), 4)).toBe('😀😀😀…');
  expect(shorten('two\nlines')).toBe('two lines');
});
