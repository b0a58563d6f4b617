import type { LineSpan } from '../plan/line-span';
import type { ExportedFile } from './export';

/** An entry of a top-level block: two levels deep in JSON, one in YAML; nothing else of ours stands at that depth. */
const ENTRY = { yaml: /^ {2}([A-Za-z0-9]+):/, json: /^ {4}"([A-Za-z0-9]+)": / } as const;
const BLOCK = { yaml: /^(Parameters|Resources|Outputs):$/, json: /^ {2}"(Parameters|Resources|Outputs)": / } as const;
/** What ends an entry in YAML without beginning another: a comment over a section, or the next block. */
const BREAK = /^( {2}#|[A-Z])/;

/** Parts of an element are named after it: the shortest id is its own. */
function mainIds(elements: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const main = new Map<string, string>();
  for (const [id, subject] of elements) if (id.length < (main.get(subject)?.length ?? Infinity)) main.set(subject, id);
  return main;
}

/** Which lines of a template come from which element: resources, parameters and outputs. */
export function locateElements(file: Pick<ExportedFile, 'text' | 'path' | 'elements'>): readonly LineSpan[] {
  const format = file.path.endsWith('.json') ? 'json' : 'yaml';
  const spans: LineSpan[] = [];
  let inBlock = false;
  const main = mainIds(file.elements);
  let open: Pick<LineSpan, 'subject' | 'first' | 'isMain'> | undefined;
  let lastFilled = 0;
  const close = (): void => {
    if (open) spans.push({ ...open, last: lastFilled });
    open = undefined;
  };
  file.text.split('\n').forEach((line, index) => {
    if (BLOCK[format].test(line)) {
      close();
      inBlock = true;
    } else if (inBlock) {
      const id = ENTRY[format].exec(line)?.[1];
      if (id !== undefined || BREAK.test(line) || line === '  },' || line === '  }') close();
      const subject = id === undefined ? undefined : file.elements.get(id);
      if (id !== undefined && subject !== undefined)
        open = { subject, first: index, ...(main.get(subject) === id ? { isMain: true } : {}) };
    }
    if (line !== '') lastFilled = index;
  });
  close();
  return spans;
}
