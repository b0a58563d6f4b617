import { expect, it } from 'vitest';
import { describeValue } from './describe-value';

const meta = { label: 'x', control: 'number' } as const;

it.each([
  [7, { ...meta, unit: 'days' }, '7 days'],
  [65_536, meta, '65,536'],
  [true, meta, 'on'],
  [null, meta, 'not stated'],
  ['gp3', { ...meta, options: [{ value: 'gp3', label: 'General purpose' }] }, 'General purpose'],
  ['', meta, 'empty'],
  [[], meta, 'none'],
  [undefined, meta, undefined],
  [0, { ...meta, zeroMeans: 'As the target' }, 'as the target'],
])('says %j as a person would', (value, given, words) => expect(describeValue(given, value)).toBe(words));
