import { dirname } from 'node:path';
import type { z } from 'zod';
import type { Answer } from '../../../shared/ipc/answer';
import { type Disk, hasCode } from './disk';
import type { RunInOrder } from './run-in-order';
import { saveFile } from './save-file';

export type StoreTools = {
  readonly disk: Disk;
  readonly order: RunInOrder;
  readonly randomName: () => string;
  readonly now: () => number;
};

export type JsonStore<T> = {
  readonly get: () => T;
  readonly set: (value: T) => Promise<Answer<unknown>>;
  readonly flush: () => Promise<void>;
};

const keepNothing = async (): Promise<void> => undefined;

const readValue = async <T>(tools: StoreTools, path: string, schema: z.ZodType<T>): Promise<T | null> => {
  let bytes: Uint8Array;
  try {
    bytes = await tools.disk.read(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) console.error(`${path} cannot be read; defaults are used.`);
    return null;
  }
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    const aside = `${path}.corrupt-${tools.now()}`;
    await tools.disk.rename(path, aside).catch(() => undefined);
    return null;
  }
};

/**
 * A small JSON file of the program's own, read once and replaced as a whole. A file that is damaged is kept aside under another name and the
 * defaults are used.
 */
export const openJsonStore = async <T>(
  tools: StoreTools,
  path: string,
  schema: z.ZodType<T>,
  defaults: T,
): Promise<JsonStore<T>> => {
  let value = (await readValue(tools, path, schema)) ?? defaults;
  return {
    get: () => value,
    flush: () => tools.order(path, async () => undefined),
    set: (next) => {
      value = next;
      const bytes = new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`);
      return tools.order(path, async () => {
        await tools.disk.makeFolder(dirname(path)).catch(() => undefined);
        return saveFile(tools.disk, path, bytes, { randomName: tools.randomName, keepPrevious: keepNothing });
      });
    },
  };
};
