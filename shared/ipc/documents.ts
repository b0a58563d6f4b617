import { z } from 'zod';
import { maxDesignBytes } from './limits';

/** Stands for a file that the page may act on without knowing its path. */
export const ticketSchema = z.string().regex(/^[a-z]+-[0-9a-f]{32}$/);
export type Ticket = z.infer<typeof ticketSchema>;

/** SHA-256 (hex) of the bytes last read from or written to disk; null when the document has no file yet. */
export const revisionSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

/** A design as JSON text: object trees do not cross the process boundary. */
export const designTextSchema = z.string().min(1).max(maxDesignBytes);

/**
 * A document that replaces the one in the window. `text` is null for a new, empty design.
 * `dirty` is true for text that is not what the file holds (a recovered draft, a previous version).
 * `notices` are sentences to show once, such as what was repaired while reading.
 */
export const openedDocumentSchema = z.object({
  ticket: ticketSchema,
  name: z.string(),
  folder: z.string().nullable(),
  text: z.string().nullable(),
  revision: revisionSchema,
  origin: z.enum(['new', 'file', 'example', 'template', 'draft', 'history']),
  dirty: z.boolean(),
  notices: z.array(z.string()),
});
export type OpenedDocument = z.infer<typeof openedDocumentSchema>;

/** The document after a save; `ticket` stays, `name`, `folder` and `revision` may be new. */
export const savedDocumentSchema = z.object({
  ticket: ticketSchema,
  name: z.string(),
  folder: z.string().nullable(),
  revision: revisionSchema,
});
export type SavedDocument = z.infer<typeof savedDocumentSchema>;

/** The file had changed on disk and the user chose to reload it instead of saving: the page opens `document`. */
export const saveOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), document: savedDocumentSchema }),
  z.object({ outcome: z.literal('reloaded'), document: openedDocumentSchema }),
]);
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;

/** `missing` is true when the file was gone at the last look. */
export const recentEntrySchema = z.object({
  ticket: ticketSchema,
  name: z.string(),
  folder: z.string(),
  missing: z.boolean(),
});
export type RecentEntry = z.infer<typeof recentEntrySchema>;

export const exampleEntrySchema = z.object({ name: z.string(), title: z.string(), description: z.string() });
export type ExampleEntry = z.infer<typeof exampleEntrySchema>;

/** A draft left by a session that did not end well. `file` says what became of the file it belongs to. `time` is ISO 8601. */
export const recoveryEntrySchema = z.object({
  ticket: ticketSchema,
  name: z.string(),
  folder: z.string().nullable(),
  time: z.string(),
  file: z.enum(['never-saved', 'unchanged', 'changed-since', 'gone']),
});
export type RecoveryEntry = z.infer<typeof recoveryEntrySchema>;

export const versionEntrySchema = z.object({ version: z.string(), time: z.string(), bytes: z.number() });
export type VersionEntry = z.infer<typeof versionEntrySchema>;
