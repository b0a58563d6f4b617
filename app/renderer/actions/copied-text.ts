import { definitionOf } from '../../../shared/catalog/catalog';
import type { Design, Element } from '../../../shared/model/design';
import { parseDesign } from '../../../shared/model/format/parse';
import { serializeDesign } from '../../../shared/model/format/serialize';
import { fail, type Result } from '../../../shared/util/result';
import { absoluteRects } from '../canvas/geometry/rect';
import { describeConnection } from '../canvas/projection/element-label';
import type { Copied } from './clipboard';

/** How copied elements lie on the clipboard for other windows; beside it stands text to read. */
export const elementsType = 'application/x-stratiform-elements';

/** The copy as a design of its own: what it lay in is left out, the distances stay. */
function detach(design: Design, { roots, elements, connections }: Copied): Design {
  const rects = absoluteRects(design);
  const outermost = new Set(roots);
  const copied = new Set(elements.map(({ id }) => id));
  const kept = (id: string | null): string | null => (id !== null && copied.has(id) ? id : null);
  const alone = elements.map((element): Element => {
    const { x, y } = (outermost.has(element.id) && rects.get(element.id)) || element.frame;
    return {
      ...element,
      parent: outermost.has(element.id) ? null : kept(element.parent),
      tier: kept(element.tier),
      subnets: element.subnets.filter((id) => copied.has(id)),
      frame: { ...element.frame, x, y },
    };
  });
  return {
    header: { name: design.header.name, settings: {} },
    elements: new Map(alone.map((element) => [element.id, element])),
    connections: new Map(connections.map((connection) => [connection.id, connection])),
  };
}

const describe = ({ name, kind }: Element): string => `${name} (${definitionOf(kind)?.title ?? kind})`;

/** A copy as text for the clipboard: for this program, and in words for every other. */
export function writeCopied(design: Design, copied: Copied): { readonly data: string; readonly words: string } {
  const { elements } = design;
  const sentences = copied.connections.flatMap((connection) => {
    const [from, to] = [elements.get(connection.from), elements.get(connection.to)];
    return from && to ? [describeConnection(connection, from, to)] : [];
  });
  const words = [...copied.elements.map(describe), ...sentences].join('\n');
  return { data: serializeDesign(detach(design, copied)), words };
}

/** What can be pasted at once without a pause worth speaking of; a larger design is opened as a file. */
const MOST_ELEMENTS = 1000;
const MOST_CHARACTERS = 4 * 1024 * 1024;

const tooLarge = (what: string): Result<Design> =>
  fail(
    'too-large',
    `The clipboard holds ${what}; at most ${MOST_ELEMENTS.toLocaleString('en-US')} elements can be pasted at once. Paste them in parts, or open them as a file.`,
  );

/**
 * Elements that another window or program put on the clipboard; null for anything that is none of ours. A fault where it
 * is ours, but broken or too much.
 */
export function readCopied(data: string, words: string): Result<Design> | null {
  const text = data === '' && /^\s*\{/.test(words) ? words : data;
  if (text === '') return null;
  const isOurs = data !== '' || /^\s*\{\s*"format"\s*:\s*"stratiform"/.test(text.slice(0, 200));
  if (!isOurs) return null;
  if (text.length > MOST_CHARACTERS) return tooLarge(`${Math.ceil(text.length / 1024 / 1024)} MB of elements`);
  const parsed = parseDesign(text);
  if (!parsed.ok)
    return fail(parsed.error.code, `The elements on the clipboard are broken. ${aboutClipboard(parsed.error.message)}`);
  const count = parsed.value.elements.size;
  if (count > MOST_ELEMENTS) return tooLarge(`${count.toLocaleString('en-US')} elements`);
  return count === 0 ? null : parsed;
}

/** Faults of files, said of the clipboard. */
const aboutClipboard = (message: string): string =>
  message
    .replace('The file is not', 'What it holds is not')
    .replace('The file is', 'What it holds is')
    .replace(
      / (Choose a \.stratiform file|Restore it from git or a backup|Correct it in a text editor)\.$/,
      ' Copy them again.',
    );
