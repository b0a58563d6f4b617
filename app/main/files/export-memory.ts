import { join } from 'node:path';
import { z } from 'zod';
import type { Ticket } from '../../../shared/ipc/documents';
import { type JsonStore, openJsonStore, type StoreTools } from './json-store';

const filePath = z.string().min(1).max(8192);

const keptSchema = z.object({
  /** The design file. */
  design: filePath,
  /** What it was exported as. */
  target: z.string().max(64),
  /** The folder that holds every file. */
  base: filePath,
  isFolder: z.boolean(),
  /** Relative path and where it was written. */
  files: z.array(z.tuple([z.string().max(300), filePath])).max(500),
});
type Kept = z.infer<typeof keptSchema>;

/** Where an export was last saved to. */
export type LastPlace = Pick<Kept, 'base' | 'isFolder' | 'files'>;

/** A document, by the ticket it has in this session and by its file once it has one. */
export type Owner = { readonly ticket: Ticket; readonly path: string | null };

/** Remembers where each design was last exported to, for every target; past the session once the design has a file. */
export type ExportMemory = {
  readonly remember: (owner: Owner, target: string, place: LastPlace) => Promise<void>;
  readonly find: (owner: Owner, target: string) => Promise<LastPlace | null>;
  /** The document was saved to that file. */
  readonly settle: (ticket: Ticket, path: string) => Promise<void>;
};

/** The oldest go first. */
const KEPT_AT_MOST = 60;

export const openExportMemory = (tools: StoreTools, userData: string): ExportMemory => {
  const session = new Map<Ticket, Map<string, LastPlace>>();
  let opened: Promise<JsonStore<readonly Kept[]>> | null = null;
  const store = () => {
    opened ??= openJsonStore<readonly Kept[]>(tools, join(userData, 'exports.json'), z.array(keptSchema), []);
    return opened;
  };
  const keep = async (design: string, places: ReadonlyMap<string, LastPlace>): Promise<void> => {
    const file = await store();
    const others = file.get().filter((entry) => entry.design !== design || !places.has(entry.target));
    const fresh = [...places].map(([target, place]): Kept => ({ design, target, ...place }));
    await file.set([...fresh, ...others].slice(0, KEPT_AT_MOST));
  };
  return {
    remember: async ({ ticket, path }, target, place) => {
      session.set(ticket, new Map(session.get(ticket)).set(target, place));
      if (path !== null) await keep(path, new Map([[target, place]]));
    },
    find: async ({ ticket, path }, target) => {
      const here = session.get(ticket)?.get(target);
      if (here || path === null) return here ?? null;
      return (await store()).get().find((entry) => entry.design === path && entry.target === target) ?? null;
    },
    settle: async (ticket, path) => {
      const places = session.get(ticket);
      if (places) await keep(path, places);
    },
  };
};
