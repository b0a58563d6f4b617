import { z } from 'zod';

/** What a person calls a template. */
export const templateNameSchema = z
  .string()
  .max(120)
  .refine((name) => name.trim() !== '', 'empty');

export const templateIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** A design kept to start from. `time` is when it was last written (ISO 8601). */
export const templateEntrySchema = z.object({ id: templateIdSchema, name: templateNameSchema, time: z.string() });
export type TemplateEntry = z.infer<typeof templateEntrySchema>;
