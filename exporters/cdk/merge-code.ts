import type { Code } from './code';
import { type Group, isGroup, isLiteral, type Literal, type Part, readTree, type Tree, writeTree } from './code-tree';
import { choose } from './code-writer';

/** What stands for a literal that differs, and what asks for the environment. */
export interface Differences {
  /** Code for a value that differs; `key` is the property it is given for. */
  setting(key: string, production: Literal, development: Literal): Code;
  /** Code that is true in development. */
  isDevelopment(): Code;
}

const UNDEFINED: Tree = { parts: ['undefined'] };

/** The only part, where it is a literal. */
const literalOf = ({ parts }: Tree): Literal | undefined => {
  const [part, ...others] = parts;
  return others.length === 0 && isLiteral(part) ? part : undefined;
};

/** Type of a literal, as TypeScript calls it. */
export const literalType = ({ literal }: Literal): 'string' | 'boolean' | 'number' => {
  if (literal.startsWith("'")) return 'string';
  return literal === 'true' || literal === 'false' ? 'boolean' : 'number';
};

const isSame = (a: Tree, b: Tree): boolean => writeTree(a).marked === writeTree(b).marked;

interface Field {
  readonly key: string;
  /** As it is written: a name, or a literal. */
  readonly head: Part;
  readonly value: Tree;
}

const NAMED = /^([A-Za-z_]\w*)(?:: (.*)|)$/s;

/** A property of an object literal; undefined for anything else, such as a spread. */
function fieldOf({ parts }: Tree): Field | undefined {
  const [first, second, ...rest] = parts;
  if (isLiteral(first) && typeof second === 'string' && second.startsWith(': ')) {
    const after = second.slice(2);
    return { key: first.literal, head: first, value: { parts: after === '' ? rest : [after, ...rest] } };
  }
  const [, key, after] = (typeof first === 'string' && NAMED.exec(first)) || [];
  if (key === undefined) return undefined;
  if (after === undefined) return second === undefined ? { key, head: key, value: { parts: [key] } } : undefined;
  const others = second === undefined ? [] : [second, ...rest];
  return { key, head: key, value: { parts: after === '' ? others : [after, ...others] } };
}

const writeField = ({ key, head }: Field, value: Tree): Tree => {
  const isShort = value.parts.length === 1 && value.parts[0] === key;
  return { parts: isShort ? [head] : [head, ': ', ...value.parts] };
};

/** One value for both environments: a setting where a literal differs, a choice where more does. */
function mergeValue(production: Tree, development: Tree, key: string, by: Differences): Tree {
  const merged = mergeTrees(production, development, key, by);
  return merged ?? readTree(choose(by.isDevelopment(), writeTree(development), writeTree(production)));
}

function mergeObject(production: Group, development: Group, by: Differences): readonly Tree[] {
  const fieldsOf = ({ items }: Group): ReadonlyMap<string, Field> =>
    new Map(items.flatMap((item) => fieldOf(item) ?? []).map((field) => [field.key, field]));
  const [fields, others] = [fieldsOf(production), fieldsOf(development)];
  const merged = [...fields.values()].map((field) =>
    writeField(field, mergeValue(field.value, others.get(field.key)?.value ?? UNDEFINED, field.key, by)),
  );
  const added = [...others.values()].filter(({ key }) => !fields.has(key));
  return [...merged, ...added.map((field) => writeField(field, mergeValue(UNDEFINED, field.value, field.key, by)))];
}

function mergeGroup(production: Group, development: Group, key: string, by: Differences): Group {
  if (production.open === '{') return { ...production, items: mergeObject(production, development, by) };
  const items = production.items.map((item, index) => mergeValue(item, development.items[index] ?? item, key, by));
  return { ...production, items };
}

/** Rules of a list and the like have names: two with different ones are not one with other values. */
const isSameThing = (a: Group, b: Group): boolean =>
  ['id', 'name', 'Name', 'Id'].every((key) => {
    const [left, right] = [a, b].map(({ items }) => items.map(fieldOf).find((field) => field?.key === key));
    return !left || !right || isSame(left.value, right.value);
  });

/** Dictionaries: none of their values may be undefined. */
const DICTIONARIES: ReadonlySet<string> = new Set(['environment', 'parameters']);

const keysOf = ({ items }: Group): string => items.map((item) => fieldOf(item)?.key).join(' ');

function canMerge(a: Group, b: Group, key: string): boolean {
  if (a.open !== b.open || a.open === '?') return false;
  if (a.open !== '{') return a.items.length === b.items.length;
  if (DICTIONARIES.has(key) && keysOf(a) !== keysOf(b)) return false;
  return [...a.items, ...b.items].every((item) => fieldOf(item) !== undefined) && isSameThing(a, b);
}

function mergeTrees(production: Tree, development: Tree, key: string, by: Differences): Tree | undefined {
  if (isSame(production, development)) return production;
  const [left, right] = [literalOf(production), literalOf(development)];
  if (left && right)
    return literalType(left) === literalType(right) ? readTree(by.setting(key, left, right)) : undefined;
  if (production.parts.length !== development.parts.length) return undefined;
  // Nothing is asked of `by` before it is clear that the code is the same but for its values.
  const pairs = production.parts.map((part, index) => [part, development.parts[index]] as const);
  const isAlike = pairs.every(([a, b]) => {
    if (isGroup(a)) return isGroup(b) && canMerge(a, b, key);
    if (isLiteral(a)) return isLiteral(b) && literalType(a) === literalType(b);
    return a === b;
  });
  if (!isAlike) return undefined;
  const parts = pairs.flatMap(([a, b]): readonly Part[] => {
    if (isGroup(a) && isGroup(b)) return [mergeGroup(a, b, key, by)];
    if (isLiteral(a) && isLiteral(b) && a.literal !== b.literal) return readTree(by.setting(key, a, b)).parts;
    return [a];
  });
  return { parts };
}

/** Code for both environments, where they differ in values only; undefined where it is other code. */
export function mergeCode(production: Code, development: Code, by: Differences): Code | undefined {
  if (production.marked === development.marked) return production;
  const merged = mergeTrees(readTree(production), readTree(development), 'value', by);
  return merged && writeTree(merged);
}

/** What a statement is about, whatever the values in it: the code before its first parenthesis, and the first text in that. */
export function headOf(code: Code): string {
  const { parts } = readTree(code);
  const first = parts.findIndex(isGroup);
  const group = parts[first];
  const id = isGroup(group) ? group.items.find((item) => literalOf(item)) : undefined;
  const before = writeTree({ parts: first < 0 ? parts : parts.slice(0, first) }).marked;
  return `${before} ${id ? writeTree(id).marked : ''}`;
}

/** The name that a statement declares; undefined for a statement that declares none. */
export const declaredBy = ({ marked }: Code): string | undefined => /^(?:const |this\.)(\w+) = /.exec(marked)?.[1];
