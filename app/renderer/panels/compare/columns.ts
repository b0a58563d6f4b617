import type { ExampleEntry } from '../../../../shared/ipc/documents';
import type { Design } from '../../../../shared/model/design';
import { parseDesign } from '../../../../shared/model/format/parse';
import { desktop } from '../../desktop';
import { shorten } from '../../format';
import { readTemplate, refreshTemplates } from '../../session/own-templates';
import { readExample } from '../../session/read-example';
import { useVariants } from '../../session/variants';
import { app } from '../../store/app';

/** One design of the comparison. */
export interface Column {
  readonly key: string;
  readonly name: string;
  readonly design: Design;
}

/** A design that can be added. */
export interface Source {
  readonly key: string;
  readonly name: string;
  /** Null where nothing was chosen or it cannot be read; the person has been told then. */
  read(): Promise<Column | null>;
}

function parse(key: string, name: string, text: string | null): Column | null {
  const parsed = text === null ? null : parseDesign(text);
  if (parsed?.ok) return { key, name, design: parsed.value };
  app.notify({
    tone: 'error',
    text: `${shorten(name, 60)} cannot be compared: ${parsed?.error.message ?? 'it is gone.'}`,
  });
  return null;
}

const fromExample = ({ name, title }: ExampleEntry): Source => {
  const key = `example ${name}`;
  return { key, name: title, read: async () => parse(key, title, await readExample(name)) };
};

let filesRead = 0;

/** Asks for a file and reads it beside the open design. */
export const fileSource: Source = {
  key: 'file',
  name: 'From a file…',
  read: async () => {
    const answer = await desktop.invoke('design.read', {});
    if (answer.ok) {
      filesRead += 1;
      return parse(`file ${filesRead}`, answer.value.name.replace(/\.stratiform$/, ''), answer.value.text);
    }
    if (answer.code !== 'cancelled') app.notify({ tone: 'error', text: answer.message });
    return null;
  },
};

const fixed = (key: string, name: string, design: Design): Source => ({
  key,
  name,
  read: async () => ({ key, name, design }),
});

/** The open design, and as it was opened where it has changed since. */
export function openSources(): Source[] {
  const { document, design, opened } = app.getState();
  if (!document) return [];
  const name = shorten(design.header.name, 60);
  const now = fixed('open', `${name} (as it is)`, design);
  const changed = design !== opened && opened.elements.size > 0;
  return changed ? [now, fixed('opened', `${name} (as opened)`, opened)] : [now];
}

/** Everything else there is to compare with, but for files. */
export async function otherSources(): Promise<Source[]> {
  const examples = await desktop.invoke('examples.list', {});
  const templates = await refreshTemplates();
  return [
    ...useVariants.getState().entries.map(({ id, name, design }) => fixed(id, name, design)),
    ...templates.map(({ id, name, time }): Source => {
      const key = `template ${id}`;
      return { key, name, read: async () => parse(key, name, await readTemplate(id, time)) };
    }),
    ...(examples.ok ? examples.value.entries.map(fromExample) : []),
  ];
}

export const WORDPRESS: readonly string[] = ['example low-power-wordpress', 'example high-power-wordpress'];
