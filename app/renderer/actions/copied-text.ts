import { definitionOf } from '../../../shared/catalog/catalog';
import type { Design, Element } from '../../../shared/model/design';
import { parseDesign } from '../../../shared/model/format/parse';
import { serializeDesign } from '../../../shared/model/format/serialize';
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

/** Elements that another window or program put on the clipboard; null for anything that is none. */
export function readCopied(data: string, words: string): Design | null {
  const text = data === '' && /^\s*\{/.test(words) ? words : data;
  if (text === '') return null;
  const parsed = parseDesign(text);
  return parsed.ok && parsed.value.elements.size > 0 ? parsed.value : null;
}
