import type { z } from 'zod';
import { type FieldMeta, fieldMeta } from '../../../../shared/catalog/fields';

export interface SettingOfForm {
  readonly key: string;
  readonly schema: z.ZodType;
  readonly meta: FieldMeta;
}

const isZodType = (field: unknown): field is z.ZodType =>
  typeof field === 'object' && field !== null && 'safeParse' in field;

/** The fields of a settings schema that a form can show, in the order of the catalog. */
export const readFields = (schema: z.ZodObject): SettingOfForm[] =>
  Object.entries(schema.shape).flatMap(([key, field]) => {
    const meta = isZodType(field) ? fieldMeta.get(field) : undefined;
    return meta && isZodType(field) ? [{ key, schema: field, meta }] : [];
  });
