import { expect, it } from 'vitest';
import { allDefinitions } from './catalog';
import { designSettings } from './design-settings';
import { fieldMeta } from './fields';

const readers = [
  ...allDefinitions().map((definition) => ({ name: definition.kind, ...definition })),
  { name: 'design', ...designSettings },
];

it('tells in words what a text must look like, never by a regular expression', () => {
  let told = 0;
  for (const { name, schema } of readers)
    for (const [key, field] of Object.entries(schema.shape)) {
      const control = 'def' in field ? fieldMeta.get(field)?.control : undefined;
      if (control !== 'text' && control !== 'suggest') continue;
      const read = schema.safeParse({ [key]: '\n' });
      for (const { message } of read.error?.issues ?? []) {
        told += 1;
        expect(message, `${name}.${key}`).toMatch(/^write /);
      }
    }
  expect(told).toBeGreaterThan(10);
});
