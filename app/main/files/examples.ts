import { join } from 'node:path';
import { z } from 'zod';
import type { ExampleEntry } from '../../../shared/ipc/documents';
import { describeExample } from './describe-example';
import type { Disk } from './disk';
import { designExtension, toDesignName } from './file-names';

export type Examples = {
  readonly list: () => Promise<readonly ExampleEntry[]>;
  /** Path of the example's file; null when there is none of that name. */
  readonly find: (name: string) => Promise<string | null>;
};

const aboutSchema = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
});

const inWords = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const readAbout = async (disk: Disk, path: string): Promise<z.infer<typeof aboutSchema>> => {
  try {
    const parsed = aboutSchema.safeParse(JSON.parse(new TextDecoder().decode(await disk.read(path))));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
};

/** The designs that come with the program: every design file of the folder. */
export const openExamples = (disk: Disk, folder: string): Examples => {
  const listNames = async () => {
    const files = await disk.list(folder).catch(() => []);
    return files
      .filter((file) => file.endsWith(designExtension))
      .map(toDesignName)
      .sort();
  };
  return {
    list: async () =>
      Promise.all(
        (await listNames()).map(async (name) => {
          const about = await readAbout(disk, join(folder, `${name}${designExtension}`));
          const title = about.title ?? about.name ?? inWords(name);
          return { name, title, description: about.description ?? describeExample(name) };
        }),
      ),
    find: async (name) => ((await listNames()).includes(name) ? join(folder, `${name}${designExtension}`) : null),
  };
};
