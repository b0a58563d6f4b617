import { join } from 'node:path';
import { z } from 'zod';
import { type JsonStore, openJsonStore, type StoreTools } from './json-store';

const keepAtMost = 10;

const recentPathsSchema = z.array(z.string().min(1).max(8192)).max(1000);

export type RecentFiles = {
  readonly list: () => readonly string[];
  readonly add: (path: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** Files opened or saved lately, newest first. Kept by ourselves because Linux has no list of its own. */
export const openRecentFiles = (store: JsonStore<readonly string[]>, onChange: () => void): RecentFiles => ({
  list: () => store.get().slice(0, keepAtMost),
  add: async (path) => {
    await store.set([path, ...store.get().filter((other) => other !== path)].slice(0, keepAtMost));
    onChange();
  },
  clear: async () => {
    await store.set([]);
    onChange();
  },
});

/** The list of recent files as it lies in the profile folder. */
export const openRecentStore = (tools: StoreTools, userData: string): Promise<JsonStore<readonly string[]>> =>
  openJsonStore<readonly string[]>(tools, join(userData, 'recent-files.json'), recentPathsSchema, []);
