import type { Code } from './code';
import { marks } from './code';

export type { Code } from './code';

/** What may stand in a piece of code: code as it is; anything else as a literal. */
export type Value = Code | string | number | boolean;

const isCode = (value: Value): value is Code => typeof value === 'object';

/** Texts that CDK and CloudFormation would read instead of passing on. */
const disarm = (text: string): string => text.replaceAll('{Token[', '{ Token[').replaceAll('{{resolve:', '{ {resolve:');

const escapeCharacter = (character: string): string => {
  if (character === '\\' || character === "'") return `\\${character}`;
  if (character === '\n') return '\\n';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
};

/** Printable ASCII that says nothing to TypeScript, CDK or CloudFormation. */
const HARMLESS = /^[ !"#%&(-[\]-z|}~]*$/;

/** A single-quoted literal of any text: no quote, line end, invisible character or lone surrogate stands in it plainly. */
export const quote = (text: string): string => (HARMLESS.test(text) ? `'${text}'` : quoteAny(text));

const quoteAny = (text: string): string =>
  `'${disarm(text)
    .replace(/[\\']|[\p{Cc}\p{Zl}\p{Zp}]/gu, escapeCharacter)
    .replace(/\p{Cf}|\p{Cs}/gu, (found) =>
      [...Array(found.length).keys()].map((i) => escapeCharacter(found.charAt(i))).join(''),
    )}'`;

const markedOf = (value: Value): string => {
  if (isCode(value)) return value.marked;
  return typeof value === 'string' ? `${marks.literal}${quote(value)}${marks.literal}` : String(value);
};

/** Code with values in it. The text of the template is ours; a string among the values becomes a literal. */
export function ts(text: TemplateStringsArray, ...values: readonly Value[]): Code {
  let marked = text[0] ?? '';
  for (let index = 0; index < values.length; index += 1)
    marked += `${markedOf(values[index] ?? '')}${text[index + 1] ?? ''}`;
  return { marked };
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A name as it is.
 * @throws where it is not an identifier: whoever asks made the name from letters and digits
 */
export function ident(name: string): Code {
  if (!IDENTIFIER.test(name)) throw new Error(`Not an identifier: ${name}`);
  return { marked: name };
}

function group(open: string, items: readonly string[], close: string): Code {
  let inner = items[0] ?? '';
  // Put together one by one: joining would copy what lies inside once for every bracket around it.
  for (let index = 1; index < items.length; index += 1) inner += `${marks.item}${items[index]}`;
  return { marked: `${marks.open}${open}${inner}${marks.close}${close}` };
}

export type Fields = Readonly<Record<string, Value | undefined>>;

/** An object literal; fields that are undefined are left out. */
export function object(fields: Fields): Code {
  const items: string[] = [];
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === undefined) continue;
    const isPlain = IDENTIFIER.test(key);
    const isSame = isPlain && isCode(value) && value.marked === key;
    items.push(isSame ? key : `${isPlain ? key : markedOf(key)}: ${markedOf(value)}`);
  }
  return group('{', items, '}');
}

export const list = (items: readonly Value[]): Code => group('[', items.map(markedOf), ']');

/** One of two values. */
export const choose = (condition: Code, yes: Code, no: Code): Code =>
  group('?', [condition, yes, no].map(markedOf), '?');

/** A call; `target` is what stands before the parenthesis. */
export const call = (target: Code, ...args: readonly Value[]): Code => ({
  marked: `${target.marked}${group('(', args.map(markedOf), ')').marked}`,
});

/** A construct in the scope of `this`. An empty list of props is left out. */
export const construct = (type: Code, id: string, props?: Fields): Code =>
  call(ts`new ${type}`, ts`this`, id, ...(props ? [object(props)] : []));
