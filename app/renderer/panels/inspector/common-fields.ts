import { z } from 'zod';
import type { KindDefinition } from '../../../../shared/catalog/kind';
import { readFields } from './read-fields';

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const standardOf = (schema: z.ZodType): unknown => {
  const read = schema.safeParse(undefined);
  return read.success ? read.data : undefined;
};

/** The settings that mean the same in all the kinds: same key, words, limits and default. Null where there are none. */
export function commonSchema(definitions: readonly KindDefinition[]): z.ZodObject | null {
  const [first, ...rest] = new Set(definitions);
  if (!first) return null;
  if (rest.length === 0) return first.schema;
  const others = rest.map(({ schema }) => new Map(readFields(schema).map((field) => [field.key, field])));
  const shared = readFields(first.schema).filter(({ key, meta, schema }) =>
    others.every((fields) => {
      const other = fields.get(key);
      return other && sameText(other.meta, meta) && sameText(standardOf(other.schema), standardOf(schema));
    }),
  );
  return shared.length === 0 ? null : z.object(Object.fromEntries(shared.map(({ key, schema }) => [key, schema])));
}
