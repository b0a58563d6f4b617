/** A piece of TypeScript. Made by the functions here only, so that text from a design is always a string literal. */
export interface Code {
  readonly parts: readonly Part[];
}

type Part = string | { readonly literal: string } | Group;

interface Group {
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
  readonly isCall: boolean;
}

/** What may stand in a piece of code: code as it is; anything else as a literal. */
export type Value = Code | string | number | boolean;

const isCode = (value: Value): value is Code => typeof value === 'object';
const isGroup = (part: Part | undefined): part is Group => typeof part === 'object' && 'items' in part;

/** Texts that CDK and CloudFormation would read instead of passing on. */
const disarm = (text: string): string => text.replaceAll('{Token[', '{ Token[').replaceAll('{{resolve:', '{ {resolve:');

const escapeCharacter = (character: string): string => {
  if (character === '\\' || character === "'") return `\\${character}`;
  if (character === '\n') return '\\n';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
};

/** A single-quoted literal of any text: no quote, line end, invisible character or lone surrogate stands in it plainly. */
export const quote = (text: string): string =>
  `'${disarm(text)
    .replace(/[\\']|[\p{Cc}\p{Zl}\p{Zp}]/gu, escapeCharacter)
    .replace(/\p{Cf}|\p{Cs}/gu, (found) =>
      [...Array(found.length).keys()].map((i) => escapeCharacter(found.charAt(i))).join(''),
    )}'`;

const partsOf = (value: Value): readonly Part[] => {
  if (isCode(value)) return value.parts;
  return [{ literal: typeof value === 'string' ? quote(value) : String(value) }];
};

/** Code with values in it. The text of the template is ours; a string among the values becomes a literal. */
export function ts(text: TemplateStringsArray, ...values: readonly Value[]): Code {
  const parts: Part[] = [];
  text.forEach((piece, index) => {
    if (piece !== '') parts.push(piece);
    const value = values[index];
    if (value !== undefined) parts.push(...partsOf(value));
  });
  return { parts };
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A name as it is.
 * @throws where it is not an identifier: whoever asks made the name from letters and digits
 */
export function ident(name: string): Code {
  if (!IDENTIFIER.test(name)) throw new Error(`Not an identifier: ${name}`);
  return { parts: [name] };
}

const group = (open: string, items: readonly Code[], close: string, isCall = false): Code => ({
  parts: [{ open, items, close, isCall }],
});

export type Fields = Readonly<Record<string, Value | undefined>>;

/** An object literal; fields that are undefined are left out. */
export function object(fields: Fields): Code {
  const items = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (!IDENTIFIER.test(key)) return [ts`${key}: ${value}`];
    const isSame = isCode(value) && value.parts.length === 1 && value.parts[0] === key;
    return [isSame ? ident(key) : ts`${ident(key)}: ${value}`];
  });
  return group('{', items, '}');
}

export const list = (items: readonly Value[]): Code =>
  group(
    '[',
    items.map((item) => ts`${item}`),
    ']',
  );

/** A call; `target` is what stands before the parenthesis. */
export const call = (target: Code, ...args: readonly Value[]): Code => ({
  parts: [
    ...target.parts,
    ...group(
      '(',
      args.map((arg) => ts`${arg}`),
      ')',
      true,
    ).parts,
  ],
});

/** A construct in the scope of `this`. An empty list of props is left out. */
export const construct = (type: Code, id: string, props?: Fields): Code =>
  call(ts`new ${type}`, ts`this`, id, ...(props ? [object(props)] : []));

/** Groups never change, and each is asked for its line at every depth above it. */
const flatGroups = new WeakMap<Group, string>();

function flatGroup(part: Group): string {
  const known = flatGroups.get(part);
  if (known !== undefined) return known;
  const inner = part.items.map(flat).join(', ');
  const text = part.open === '{' && inner !== '' ? `{ ${inner} }` : `${part.open}${inner}${part.close}`;
  flatGroups.set(part, text);
  return text;
}

const flatPart = (part: Part): string => {
  if (typeof part === 'string') return part;
  return isGroup(part) ? flatGroup(part) : part.literal;
};

const flat = ({ parts }: Code): string => parts.map(flatPart).join('');

const WIDTH = 100;

/** One group over several lines; a call keeps its arguments beside one another where only the last one is long. */
function breakGroup({ open, items, close, isCall }: Group, indent: number, column: number): string {
  const last = items[items.length - 1];
  if (isCall && last && isGroup(last.parts[0]) && last.parts.length === 1) {
    const first = items
      .slice(0, -1)
      .map((item) => `${flat(item)}, `)
      .join('');
    if (column + open.length + first.length < WIDTH)
      return `${open}${first}${breakGroup(last.parts[0], indent, column)}${close}`;
  }
  const inner = items.map((item) => `${' '.repeat(indent + 2)}${render(item, indent + 2)},\n`).join('');
  return `${open}\n${inner}${' '.repeat(indent)}${close}`;
}

/** The text of a piece of code that starts after `indent` spaces. */
export function render({ parts }: Code, indent: number): string {
  let text = '';
  const plains = parts.map(flatPart);
  let rest = plains.reduce((sum, plain) => sum + plain.length, 0);
  parts.forEach((part, index) => {
    const plain = plains[index] ?? '';
    const lineStart = text.lastIndexOf('\n') + 1;
    const column = lineStart > 0 ? text.length - lineStart : indent + text.length;
    rest -= plain.length;
    const fits = column + plain.length + Math.min(rest, 3) <= WIDTH;
    text += !isGroup(part) || fits || part.items.length === 0 ? plain : breakGroup(part, indent, column);
  });
  return text;
}

const ownGroups = new WeakMap<Group, string>();

function ownGroup(part: Group): string {
  const known = ownGroups.get(part) ?? ` ${part.items.map(ownText).join(' ')} `;
  ownGroups.set(part, known);
  return known;
}

/** Every piece of our own text in the code, without literals. */
export const ownText = ({ parts }: Code): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return isGroup(part) ? ownGroup(part) : ' ';
    })
    .join('');
