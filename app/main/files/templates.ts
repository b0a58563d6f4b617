import { join } from 'node:path';
import { z } from 'zod';
import { type Answer, fail, succeed } from '../../../shared/ipc/answer';
import { type TemplateEntry, templateNameSchema } from '../../../shared/ipc/templates';
import { describeDiskError } from './describe-disk-error';
import type { StoreTools } from './json-store';
import { saveFile } from './save-file';

const headerSchema = z.object({ template: z.literal(1), name: templateNameSchema, time: z.string() });

export type Template = TemplateEntry & { readonly text: string };

export type Templates = {
  /** By name. A damaged one is kept aside as `*.corrupt` and left out. */
  readonly list: () => Promise<readonly TemplateEntry[]>;
  readonly read: (id: string) => Promise<Template | null>;
  /** Keeps a text under a name, in the place of the template of that id where one is given. */
  readonly put: (id: string, name: string, text: string) => Promise<Answer<unknown>>;
  readonly rename: (id: string, name: string) => Promise<Answer<unknown>>;
  readonly remove: (id: string) => Promise<Answer<Record<string, never>>>;
};

const extension = '.template';
const fileName = /^([0-9a-f]{32})\.template$/;

const parse = (id: string, content: string): Template | null => {
  const end = content.indexOf('\n');
  if (end < 0) return null;
  try {
    const { name, time } = headerSchema.parse(JSON.parse(content.slice(0, end)));
    return { id, name, time, text: content.slice(end + 1) };
  } catch {
    return null;
  }
};

const gone = fail('not-found', 'This template is not there any more.');

/** Designs that a person keeps to start from, one file each: a line with name and time, then the design's text. */
export const openTemplates = (tools: StoreTools, folder: string): Templates => {
  const { disk, order } = tools;
  const pathOf = (id: string) => join(folder, `${id}${extension}`);
  const time = () => new Date(tools.now()).toISOString();

  const read = async (id: string): Promise<Template | null> => {
    const bytes = await disk.read(pathOf(id)).catch(() => null);
    if (bytes === null) return null;
    const template = parse(id, new TextDecoder().decode(bytes));
    if (template === null) await disk.rename(pathOf(id), `${pathOf(id)}.corrupt`).catch(() => undefined);
    return template;
  };

  const write = async (id: string, name: string, text: string): Promise<Answer<unknown>> => {
    await disk.makeFolder(folder).catch(() => undefined);
    const bytes = new TextEncoder().encode(`${JSON.stringify({ template: 1, name, time: time() })}\n${text}`);
    const saved = await saveFile(disk, pathOf(id), bytes, {
      randomName: tools.randomName,
      keepPrevious: async () => undefined,
    });
    // The file's own name says nothing to the person who gave it another one.
    return saved.ok ? saved : fail(saved.code, saved.message.replace(`${id}${extension}`, name));
  };

  return {
    read,
    list: async () => {
      const files = await disk.list(folder).catch(() => []);
      const ids = files.flatMap((file) => fileName.exec(file)?.[1] ?? []);
      const templates = await Promise.all(ids.map(read));
      return templates
        .filter((template) => template !== null)
        .map(({ id, name, time: since }) => ({ id, name, time: since }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
    },
    put: (id, name, text) => order(pathOf(id), () => write(id, name, text)),
    rename: (id, name) =>
      order(pathOf(id), async () => {
        const template = await read(id);
        return template === null ? gone : write(id, name, template.text);
      }),
    remove: (id) =>
      order(pathOf(id), async () => {
        try {
          await disk.remove(pathOf(id));
          return succeed({});
        } catch (error) {
          return describeDiskError(error, 'The template could not be deleted');
        }
      }),
  };
};
