import type { Code } from './code';
import { marks } from './code';

/** A text, number or truth value that stands in code, as it is written there. */
export interface Literal {
  readonly literal: string;
}

/** What lies between two brackets. */
export interface Group {
  readonly open: string;
  readonly items: readonly Tree[];
  readonly close: string;
}

export type Part = string | Literal | Group;

/** Code taken apart, for whoever compares two pieces of it. */
export interface Tree {
  readonly parts: readonly Part[];
}

export const isGroup = (part: Part | undefined): part is Group => typeof part === 'object' && 'items' in part;
export const isLiteral = (part: Part | undefined): part is Literal => typeof part === 'object' && 'literal' in part;

const PLAIN_LITERAL = /(?<![\w.$])(-?\d+(?:\.\d+)?|true|false)(?![\w.])/;

/** Numbers and truth values stand unmarked among our own words. */
const partsOf = (text: string): readonly Part[] =>
  text.split(PLAIN_LITERAL).flatMap((piece, index): readonly Part[] => {
    if (piece === '') return [];
    return [index % 2 === 1 ? { literal: piece } : piece];
  });

/** Takes marked text apart. */
export function readTree({ marked }: Code): Tree {
  let at = 0;
  const group = (): Group => {
    const open = marked.charAt(at + 1);
    at += 2;
    const items: Tree[] = [];
    while (marked[at] !== marks.close) {
      if (items.length > 0) at += 1;
      items.push(tree());
    }
    const close = marked.charAt(at + 1);
    at += 2;
    return { open, items, close };
  };
  const tree = (): Tree => {
    const parts: Part[] = [];
    for (;;) {
      const mark = marked[at];
      if (mark === marks.open) parts.push(group());
      else if (mark === marks.literal) {
        const end = marked.indexOf(marks.literal, at + 1);
        parts.push({ literal: marked.slice(at + 1, end) });
        at = end + 1;
      } else if (mark === undefined || mark === marks.item || mark === marks.close) return { parts };
      else {
        const start = at;
        while (at < marked.length && marked.charCodeAt(at) > LAST_MARK) at += 1;
        parts.push(...partsOf(marked.slice(start, at)));
      }
    }
  };
  return tree();
}

const LAST_MARK = marks.literal.charCodeAt(0);

const writePart = (part: Part): string => {
  if (typeof part === 'string') return part;
  if (isLiteral(part))
    return part.literal.startsWith("'") ? `${marks.literal}${part.literal}${marks.literal}` : part.literal;
  return `${marks.open}${part.open}${part.items.map((item) => writeTree(item).marked).join(marks.item)}${marks.close}${part.close}`;
};

/** Puts it together again. */
export const writeTree = ({ parts }: Tree): Code => ({ marked: parts.map(writePart).join('') });
