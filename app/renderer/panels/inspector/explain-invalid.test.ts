import { expect, it } from 'vitest';
import { explainInvalid } from './explain-invalid';

const storage = { label: 'Storage', control: 'number', unit: 'GB', min: 20, max: 65536, integer: true } as const;

it('names the range and the value', () => {
  expect(explainInvalid(storage, 3)).toBe('Storage must be a whole number from 20 to 65,536 GB; 3 is not.');
  expect(explainInvalid(storage, 'much')).toBe('Storage must be a number from 20 to 65,536 GB; “much” is not.');
});

it('does not print the stand-in for "no upper end"', () => {
  expect(explainInvalid({ label: 'Data', control: 'number', min: 0, max: 1e12 }, -1)).toBe(
    'Data must be a number of at least 0; -1 is not.',
  );
});

it('shortens what was typed', () => {
  const text = explainInvalid({ label: 'Instance type', control: 'suggest' }, 'x'.repeat(10_000));
  expect(text.length).toBeLessThan(120);
});

it('counts the characters of a text that is too long', () => {
  expect(explainInvalid({ label: 'Label', control: 'text', max: 3 }, 'four')).toBe(
    'Label takes at most 3 characters; this has 4.',
  );
});

it('says what a text must look like', () => {
  const range = { label: 'IPv4 CIDR', control: 'text', max: 18, form: 'a range such as 10.0.0.0/16' } as const;
  expect(explainInvalid(range, '10.0.0.0')).toBe(
    '“10.0.0.0” does not fit IPv4 CIDR: write a range such as 10.0.0.0/16.',
  );
});
