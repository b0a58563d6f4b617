import type { PartialParse, Tree } from '@lezer/common';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { parser as javascript } from '@lezer/javascript';
import { parser as json } from '@lezer/json';
import { parser as yaml } from '@lezer/yaml';

const typescript = javascript.configure({ dialect: 'ts' });

/** Names of classes in export.css; what has none keeps the colour of plain text. */
const highlighter = tagHighlighter([
  { tag: tags.comment, class: 'code-comment' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: 'code-key' },
  { tag: [tags.string, tags.special(tags.string)], class: 'code-string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'code-value' },
  { tag: [tags.keyword, tags.modifier, tags.self, tags.definitionKeyword], class: 'code-keyword' },
  { tag: [tags.typeName, tags.className, tags.tagName], class: 'code-type' },
]);

export interface ColouredPiece {
  readonly text: string;
  readonly className: string;
}

/** Cuts a stretch of the text into pieces of one colour. */
export type Colouring = (from: number, to: number) => readonly ColouredPiece[];

function piecesOf(tree: Tree, text: string, from: number, to: number): readonly ColouredPiece[] {
  const pieces: ColouredPiece[] = [];
  let done = from;
  const put = (until: number, className: string): void => {
    if (until > done) pieces.push({ text: text.slice(done, until), className });
    done = Math.max(done, until);
  };
  highlightTree(
    tree,
    highlighter,
    (start, end, className) => {
      put(Math.max(from, start), '');
      put(Math.min(to, end), className);
    },
    from,
    to,
  );
  put(to, '');
  return pieces;
}

const startParse = (path: string, text: string): PartialParse | null => {
  const input = {
    length: text.length,
    lineChunks: false,
    chunk: (from: number) => text.slice(from, from + 65_536),
    read: (from: number, to: number) => text.slice(from, to),
  };
  if (path.endsWith('.yaml')) return yaml.startParse(input);
  if (path.endsWith('.json')) return json.startParse(input);
  return path.endsWith('.ts') ? typescript.startParse(input) : null;
};

/** Reading a text for its colours, a few milliseconds at a time: two megabytes take a third of a second in all. */
export interface ColouringJob {
  /** Goes on for some milliseconds; the colouring once the text is read, null before. */
  advance(milliseconds: number): Colouring | null;
}

/** Null for files of a language without colours. */
export function beginColouring(path: string, text: string): ColouringJob | null {
  const parse = startParse(path, text);
  if (!parse) return null;
  return {
    advance(milliseconds) {
      const end = performance.now() + milliseconds;
      for (let step = 0; ; step += 1) {
        const tree = parse.advance();
        if (tree) return (from, to) => piecesOf(tree, text, from, to);
        if (step % 64 === 63 && performance.now() > end) return null;
      }
    },
  };
}
