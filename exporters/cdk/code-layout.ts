import type { Code } from './code';
import { marks } from './code';

/** What lies between two brackets, and how that looks on one line. */
interface Group {
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
  readonly flat: string;
}

/** Text and groups behind one another, and how they look on one line. */
interface Item {
  readonly parts: readonly (string | Group)[];
  readonly flat: string;
}

const OPEN = marks.open.charCodeAt(0);
const LITERAL = marks.literal.charCodeAt(0);
const LAST_MARK = LITERAL;

/** Takes marked text apart. */
function readItem({ marked }: Code): Item {
  let at = 0;
  const group = (): Group => {
    const open = marked.charAt(at + 1);
    at += 2;
    const items: Item[] = [];
    let inner = '';
    while (marked[at] !== marks.close) {
      if (items.length > 0) at += marks.item.length;
      const next = item();
      inner += items.length > 0 ? `, ${next.flat}` : next.flat;
      items.push(next);
    }
    const close = marked.charAt(at + 1);
    at += 2;
    let flat = open === '{' && inner !== '' ? `{ ${inner} }` : `${open}${inner}${close}`;
    if (open === '?') flat = `${items[0]?.flat} ? ${items[1]?.flat} : ${items[2]?.flat}`;
    return { open, items, close, flat };
  };
  const item = (): Item => {
    const parts: (string | Group)[] = [];
    let flat = '';
    for (let start = at; ; start = at) {
      let mark = marked.charCodeAt(at);
      while (mark > LAST_MARK) mark = marked.charCodeAt(++at);
      if (start < at) {
        const text = marked.slice(start, at);
        parts.push(text);
        flat += text;
      }
      if (mark === LITERAL) at += 1;
      else if (mark === OPEN) {
        const part = group();
        parts.push(part);
        flat += part.flat;
      } else return { parts, flat };
    }
  };
  return item();
}

const WIDTH = 100;
const spaces = Array.from({ length: 40 }, (_, count) => ' '.repeat(count));
const padOf = (count: number): string => spaces[count] ?? ' '.repeat(count);

/** A condition, and below it the values of which it chooses one. */
function breakChoice(items: readonly Item[], indent: number): string {
  const [condition = '', yes = '', no = ''] = items.map((item) => layOut(item, indent + 4));
  const pad = padOf(indent + 2);
  return `${condition}\n${pad}? ${yes}\n${pad}: ${no}`;
}

/** One group over several lines; a call keeps its arguments beside one another where only the last one is long. */
function breakGroup({ open, items, close }: Group, indent: number, column: number): string {
  if (open === '?') return breakChoice(items, indent);
  const last = items[items.length - 1]?.parts;
  const only = last?.length === 1 ? last[0] : undefined;
  if (open === '(' && typeof only === 'object') {
    let first = '';
    for (const { flat } of items.slice(0, -1)) first += `${flat}, `;
    if (column + open.length + first.length < WIDTH)
      return `${open}${first}${breakGroup(only, indent, column)}${close}`;
  }
  let inner = '';
  for (const item of items) inner += `${padOf(indent + 2)}${layOut(item, indent + 2)},\n`;
  return `${open}\n${inner}${padOf(indent)}${close}`;
}

function layOut({ parts, flat }: Item, indent: number): string {
  if (indent + flat.length <= WIDTH) return flat;
  let text = '';
  let rest = flat.length;
  for (const part of parts) {
    const plain = typeof part === 'string' ? part : part.flat;
    const lineStart = text.lastIndexOf('\n') + 1;
    const column = lineStart > 0 ? text.length - lineStart : indent + text.length;
    rest -= plain.length;
    const fits = column + plain.length + Math.min(rest, 3) <= WIDTH;
    text += typeof part === 'string' || fits || part.items.length === 0 ? plain : breakGroup(part, indent, column);
  }
  return text;
}

/** The text of a piece of code that starts after `indent` spaces. */
export const render = (code: Code, indent: number): string => layOut(readItem(code), indent);

const inNames = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * Calls back for the names in our own text, not in literals, that stand behind no dot and are no key of a property.
 * @param all whether names are wanted that no dot follows
 */
export function eachName({ marked }: Code, all: boolean, visit: (name: string, hasMember: boolean) => void): void {
  const { length } = marked;
  for (let at = 0; at < length; at += 1) {
    const code = marked.charCodeAt(at);
    if (code === LITERAL) at = marked.indexOf(marks.literal, at + 1);
    if (inNames[code] !== 1) continue;
    const start = at;
    while (at < length && inNames[marked.charCodeAt(at)] === 1) at += 1;
    const hasMember = marked[at] === '.';
    const isWanted = hasMember || (all && marked[at] !== ':');
    if (isWanted && marked[start - 1] !== '.') visit(marked.slice(start, at), hasMember);
    // A literal may follow at once.
    at -= 1;
  }
}
