/** Where a text stops being JSON. Line and column count from 1. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  /** The text ends in the middle of a value: it was cut off. */
  readonly cutOff: boolean;
  /** What stands there, for the message; empty at the end of the text. */
  readonly found: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Anything below U+0020 must be escaped; written with \P so that no control character stands here. */
const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

type Expected = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'comma' | 'end';

const readAt = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/**
 * Finds the first place at which `text` is not JSON. Engines word their errors differently and often leave the position out,
 * so this reads the grammar itself, without recursion. Only meant for a text that `JSON.parse` has refused.
 */
export function locateJsonError(text: string): JsonError {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  const afterValue = (): Expected => (open.length > 0 ? 'comma' : 'end');
  for (;;) {
    offset = readAt(SPACE, text, offset);
    const char = text[offset];
    if (char === undefined) break;
    if (expected === 'value' || expected === 'first-item') {
      if (char === ']' && expected === 'first-item') {
        open.pop();
        expected = afterValue();
        offset += 1;
      } else if (char === '{' || char === '[') {
        open.push(char);
        expected = char === '{' ? 'first-key' : 'first-item';
        offset += 1;
      } else {
        const next = readScalar(text, offset);
        if (next < 0) break;
        offset = next;
        expected = afterValue();
      }
    } else if (expected === 'first-key' || expected === 'key') {
      if (char === '}' && expected === 'first-key') {
        open.pop();
        expected = afterValue();
        offset += 1;
      } else {
        const next = readAt(STRING, text, offset);
        if (next < 0) break;
        offset = next;
        expected = 'colon';
      }
    } else {
      const next = readMark(char, expected, open);
      if (next === undefined) break;
      expected = next;
      offset += 1;
    }
  }
  return errorAt(text, offset);
}

const readScalar = (text: string, offset: number): number => {
  const word = readAt(WORD, text, offset);
  if (word >= 0) return word;
  const string = readAt(STRING, text, offset);
  return string >= 0 ? string : readAt(NUMBER, text, offset);
};

/** Takes a colon, comma or closing bracket; undefined where it does not fit. */
function readMark(char: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  if (expected === 'colon') return char === ':' ? 'value' : undefined;
  if (expected === 'end') return undefined;
  const inside = open.at(-1);
  if (char === ',') return inside === '{' ? 'key' : 'value';
  if (char !== (inside === '{' ? '}' : ']')) return undefined;
  open.pop();
  return open.length > 0 ? 'comma' : 'end';
}

function errorAt(text: string, offset: number): JsonError {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const rest = text.slice(offset, offset + 64);
  return { line, column, cutOff: reachesEnd(text, offset), found: rest.split('\n', 1)[0]?.slice(0, 24) ?? '' };
}

/** True where more text could have completed the value: an open string, half a word or number, or nothing at all. */
function reachesEnd(text: string, offset: number): boolean {
  const rest = text.slice(offset);
  if (rest === '') return true;
  if (rest.startsWith('"')) return !/^"(?:[^"\\]|\\.)*"/s.test(rest) && !rest.includes('\n');
  return (
    ['true', 'false', 'null'].some((word) => word.startsWith(rest)) || /^-?\d*(?:\.\d*)?(?:[eE][+-]?)?$/.test(rest)
  );
}
