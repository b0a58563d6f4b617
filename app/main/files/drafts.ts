import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../../shared/ipc/answer';
import { revisionSchema } from '../../../shared/ipc/documents';
import type { StoreTools } from './json-store';
import { computeRevision } from './revision';
import { saveFile } from './save-file';

const headerSchema = z.object({
  draft: z.literal(1),
  name: z.string().max(255),
  path: z.string().nullable(),
  baseRevision: revisionSchema,
  time: z.string(),
  appVersion: z.string(),
});

/** What a draft belongs to. `path` is null for a design that was never saved; `time` is ISO 8601. */
export type DraftHeader = Omit<z.infer<typeof headerSchema>, 'draft'>;
export type Draft = DraftHeader & { readonly id: string; readonly text: string };

export type Drafts = {
  /** Keeps the text under the id; the last one counts. */
  readonly put: (id: string, header: DraftHeader, text: string) => Promise<Answer<unknown>>;
  /** Drafts on disk, newest first. A damaged one is kept aside as `*.corrupt` and left out. */
  readonly list: () => Promise<readonly Draft[]>;
  readonly read: (id: string) => Promise<Draft | null>;
  readonly discard: (id: string) => Promise<void>;
  /** Discards the draft if its text is the one that has just been saved; an edit made meanwhile keeps it. */
  readonly settle: (id: string, savedText: string) => Promise<void>;
};

const extension = '.draft';

const parseDraft = (id: string, content: string): Draft | null => {
  const end = content.indexOf('\n');
  if (end < 0) return null;
  try {
    const { draft: _version, ...header } = headerSchema.parse(JSON.parse(content.slice(0, end)));
    return { id, text: content.slice(end + 1), ...header };
  } catch {
    return null;
  }
};

/** Unsaved work, one file per open document: a line with what it belongs to, then the design's text. */
export const openDrafts = (tools: StoreTools, folder: string): Drafts => {
  const { disk, order } = tools;
  const pathOf = (id: string) => join(folder, `${id}${extension}`);

  const read = async (id: string): Promise<Draft | null> => {
    const bytes = await disk.read(pathOf(id)).catch(() => null);
    if (bytes === null) return null;
    const draft = parseDraft(id, new TextDecoder().decode(bytes));
    if (draft === null) await disk.rename(pathOf(id), `${pathOf(id)}.corrupt`).catch(() => undefined);
    return draft;
  };

  const discard = (id: string) => order(pathOf(id), () => disk.remove(pathOf(id)).catch(() => undefined));

  return {
    read,
    discard,
    put: (id, header, text) =>
      order(pathOf(id), async () => {
        await disk.makeFolder(folder).catch(() => undefined);
        const bytes = new TextEncoder().encode(`${JSON.stringify({ draft: 1, ...header })}\n${text}`);
        return saveFile(disk, pathOf(id), bytes, { randomName: tools.randomName, keepPrevious: async () => undefined });
      }),
    list: async () => {
      const names = (await disk.list(folder).catch(() => [])).filter((name) => name.endsWith(extension));
      const drafts = await Promise.all(names.map((name) => read(name.slice(0, -extension.length))));
      return drafts.filter((draft) => draft !== null).sort((left, right) => (left.time < right.time ? 1 : -1));
    },
    settle: async (id, savedText) => {
      const draft = await read(id);
      const encode = (text: string) => computeRevision(new TextEncoder().encode(text));
      if (draft !== null && encode(draft.text) === encode(savedText)) await discard(id);
    },
  };
};
