import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeExample } from './describe-example';

const names = readdirSync(new URL('../../../examples/', import.meta.url))
  .filter((file) => file.endsWith('.stratiform'))
  .map((file) => file.slice(0, -'.stratiform'.length));

it('says of every example in the folder what it shows, in a line or two', () => {
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(describeExample(name), name).toMatch(/^.{40,120}\.$/);
});

it('says nothing of other names', () => {
  expect(describeExample('constructor')).toBe('');
});
