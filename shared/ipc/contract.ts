import { z } from 'zod';
import type { Channel } from './channels';
import {
  designTextSchema,
  exampleEntrySchema,
  openedDocumentSchema,
  recentEntrySchema,
  recoveryEntrySchema,
  revisionSchema,
  saveOutcomeSchema,
  ticketSchema,
  versionEntrySchema,
} from './documents';
import { maxExportBytes } from './limits';
import { awsProfileSchema, priceRefreshOutcomeSchema, priceRefreshSchema, priceStatusSchema } from './prices';
import { settingsSchema, themeSchema } from './settings';
import { templateEntrySchema, templateIdSchema, templateNameSchema } from './templates';

const nothing = z.strictObject({});
const done = z.object({});
const byTicket = z.strictObject({ ticket: ticketSchema });
const label = z.string().max(200);
const fileName = z.string().min(1).max(255);
/** Names below a folder that a person chose: letters, digits, dots, dashes, underscores; never upwards. */
const exportPath = z
  .string()
  .max(300)
  .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/);
const maxExportFiles = 500;
/** What a design is exported as, such as `cdk-typescript`. */
const exportTarget = z.string().regex(/^[a-z][a-z-]{0,39}$/);

/** A picture as a file holds it. */
const pictureBytesSchema = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength > 0 && byteLength <= maxExportBytes, 'empty or too large');

const currentText = { ticket: ticketSchema, text: designTextSchema, baseRevision: revisionSchema };

export const themeStateSchema = z.object({ theme: themeSchema, dark: z.boolean(), highContrast: z.boolean() });
export type ThemeState = z.infer<typeof themeStateSchema>;

export const appInfoSchema = z.object({
  name: z.string(),
  version: z.string(),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  platform: z.string(),
  packaged: z.boolean(),
  theme: themeStateSchema,
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/**
 * What the window shows of the document, sent after every change: title, dirty mark, labels of Undo and Redo (null: nothing to
 * undo), and whether a text field has the focus, in which case Cut, Copy, Paste, Undo, Redo and Select All of the menu act on the text.
 */
export const documentStateSchema = z.strictObject({
  ticket: ticketSchema,
  title: label,
  dirty: z.boolean(),
  undoLabel: label.nullable(),
  redoLabel: label.nullable(),
  textFocused: z.boolean(),
});
export type DocumentState = z.infer<typeof documentStateSchema>;

/**
 * Shape of the request and of the answer's `value` per channel.
 *
 * - `app.ready`: the page listens to events; the answer is the document to begin with (a file named on the command line), or null.
 * - `design.new`, `design.open*`, `recovery.take`, `history.open`: the main process asks about unsaved changes itself; the code `cancelled` means that
 *   nothing changes.
 * - `design.read`: asks for a design file and reads it beside the open document, which stays as it is.
 * - `design.save`: without a file this becomes Save As; when the file has changed on disk the user is asked.
 * - `document.text`: the answer to the event `document.textWanted`; null: the page has no document.
 * - `draft.put`: to be sent about one second after a change.
 * - `prices.refresh`: sends `prices.progress` meanwhile; the answer is ok even when the service failed, and says how (`failure`). A second refresh
 *   stops the first.
 * - `export.save`, `picture.save`: asks for a place and writes; the code `cancelled` when the user changes their mind.
 * - `export.choose`: asks for a file, or for a folder that several files go into, and tells what is there already; nothing is written.
 * - `export.write`: writes to a place chosen before, only what was named then, and nothing where a file has changed since. Without files it
 *   says that the place holds the export already.
 * - `export.read`: what the open design was last exported to as this target, as it lies there now; null where it never was.
 */
export const contract = {
  'app.info': { request: nothing, value: appInfoSchema },
  'app.ready': { request: nothing, value: z.object({ document: openedDocumentSchema.nullable() }) },
  'design.new': { request: nothing, value: openedDocumentSchema },
  'design.open': { request: nothing, value: openedDocumentSchema },
  'design.read': { request: nothing, value: z.object({ name: z.string(), text: designTextSchema }) },
  'design.openTicket': { request: byTicket, value: openedDocumentSchema },
  'design.openExample': { request: z.strictObject({ name: fileName }), value: openedDocumentSchema },
  'design.openTemplate': { request: z.strictObject({ id: templateIdSchema }), value: openedDocumentSchema },
  'design.openDropped': { request: z.strictObject({ path: z.string().max(8192) }), value: openedDocumentSchema },
  'design.save': { request: z.strictObject(currentText), value: saveOutcomeSchema },
  'design.saveAs': { request: z.strictObject(currentText), value: saveOutcomeSchema },
  'document.state': { request: documentStateSchema, value: done },
  'document.text': {
    request: z.strictObject({ requestId: z.string().max(64), current: z.strictObject(currentText).nullable() }),
    value: done,
  },
  'draft.put': { request: z.strictObject(currentText), value: z.object({ time: z.string() }) },
  'recovery.list': { request: nothing, value: z.object({ entries: z.array(recoveryEntrySchema) }) },
  'recovery.take': { request: byTicket, value: openedDocumentSchema },
  'recovery.discard': { request: byTicket, value: done },
  'history.list': { request: byTicket, value: z.object({ entries: z.array(versionEntrySchema) }) },
  'history.open': {
    request: z.strictObject({ ticket: ticketSchema, version: z.string().max(64) }),
    value: openedDocumentSchema,
  },
  'recent.list': { request: nothing, value: z.object({ entries: z.array(recentEntrySchema) }) },
  'recent.clear': { request: nothing, value: done },
  'examples.list': { request: nothing, value: z.object({ entries: z.array(exampleEntrySchema) }) },
  'templates.list': { request: nothing, value: z.object({ entries: z.array(templateEntrySchema) }) },
  'templates.read': { request: z.strictObject({ id: templateIdSchema }), value: z.object({ text: z.string() }) },
  'templates.put': {
    request: z.strictObject({
      name: templateNameSchema,
      text: designTextSchema,
      replaces: templateIdSchema.nullable(),
    }),
    value: z.object({ id: templateIdSchema }),
  },
  'templates.rename': { request: z.strictObject({ id: templateIdSchema, name: templateNameSchema }), value: done },
  'templates.remove': { request: z.strictObject({ id: templateIdSchema }), value: done },
  'export.choose': {
    request: z.strictObject({
      kind: z.enum(['file', 'folder']),
      target: exportTarget,
      suggestedName: fileName,
      paths: z.array(exportPath).min(1).max(maxExportFiles),
    }),
    value: z.object({
      ticket: ticketSchema,
      name: z.string(),
      folder: z.string(),
      existing: z.array(z.object({ path: z.string(), text: z.string().nullable() })),
    }),
  },
  'export.write': {
    request: z.strictObject({
      ticket: ticketSchema,
      files: z
        .array(z.strictObject({ path: exportPath, text: z.string().min(1).max(maxExportBytes) }))
        .max(maxExportFiles),
    }),
    value: z.object({ written: z.number() }),
  },
  'export.read': {
    request: z.strictObject({ target: exportTarget }),
    value: z.object({
      last: z
        .object({
          name: z.string(),
          folder: z.string(),
          files: z.array(z.object({ path: z.string(), text: z.string() })),
        })
        .nullable(),
    }),
  },
  'export.save': {
    request: z.strictObject({ text: z.string().min(1).max(maxExportBytes), suggestedName: fileName }),
    value: z.object({ name: z.string(), folder: z.string() }),
  },
  'picture.save': {
    request: z.strictObject({ bytes: pictureBytesSchema, suggestedName: fileName }),
    value: z.object({ name: z.string(), folder: z.string() }),
  },
  'settings.get': { request: nothing, value: settingsSchema },
  'settings.set': { request: settingsSchema.partial().strict(), value: settingsSchema },
  'prices.status': { request: nothing, value: priceStatusSchema },
  'prices.profiles': { request: nothing, value: z.object({ profiles: z.array(awsProfileSchema).readonly() }) },
  'prices.refresh': { request: priceRefreshSchema, value: priceRefreshOutcomeSchema },
  'prices.cancel': { request: nothing, value: done },
  openExternal: { request: z.strictObject({ url: z.string().max(2048) }), value: done },
} as const satisfies Record<Channel, { request: z.ZodType; value: z.ZodType }>;

export type RequestOf<C extends Channel> = z.infer<(typeof contract)[C]['request']>;
export type ValueOf<C extends Channel> = z.infer<(typeof contract)[C]['value']>;
