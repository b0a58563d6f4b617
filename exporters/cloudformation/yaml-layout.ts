import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { renderEntry, SHORT_FORMS } from './to-yaml';

/** Words of letters, digits and a few signs, apart from those that YAML 1.1 takes for something else: plain for every reader. */
const PLAIN =
  /^(?:[A-Za-z/][A-Za-z0-9_./()*-]*(?::+[A-Za-z0-9_./()*-]+)*(?: [A-Za-z0-9_./()*-]+(?::+[A-Za-z0-9_./()*-]+)*)*|[0-9]{1,3}(?:[.][0-9]{1,3}){3}[/][0-9]{1,3})$/;
const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const LONGEST_TAKEN = 5;

const isPlain = (text: string): boolean => PLAIN.test(text) && (text.length > LONGEST_TAKEN || !TAKEN.test(text));

/** What a mapping holds; what is undefined is not written. */
export type Fields = { readonly [key: string]: Json | undefined };

const pads = Array.from({ length: 40 }, (_, depth) => '  '.repeat(depth));
const padOf = (depth: number): string => pads[depth] ?? '  '.repeat(depth);

/** Writes the values of templates; what js-yaml wrote once is written again without it. */
export interface YamlLayout {
  /** `key: value` and what follows, with its line breaks, `depth` levels deep. */
  entry(key: string, value: Json, depth: number): string;
  /** The same for a mapping with at least one field. */
  block(key: string, fields: Fields, depth: number): string;
}

export function makeYamlLayout(): YamlLayout {
  const lines = new Map<string, string>();
  const rendered = new Map<string, string>();

  /** What js-yaml puts behind `key:`, with a space or a line break before it. */
  const render = (value: Json, depth: number): string => renderEntry('x', value, depth).slice(padOf(depth).length + 2);

  const byLibrary = (value: Json, depth: number): string => {
    // Text on one line is written alike wherever it stands, but for the top of a file.
    const isLine = typeof value === 'string' && depth > 0 && !value.includes('\n');
    const known = isLine ? lines : rendered;
    const id = isLine ? value : `${depth} ${JSON.stringify(value)}`;
    const text = known.get(id) ?? render(value, depth);
    known.set(id, text);
    return text;
  };

  /** A scalar, a call, or something empty: what needs no lines of its own below the key. */
  const behind = (value: Json, depth: number): string => {
    if (typeof value === 'string') return isPlain(value) ? ` ${value}\n` : byLibrary(value, depth);
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))) return ` ${value}\n`;
    return quickCall(value) ?? byLibrary(value, depth);
  };

  /** Fields below one another; `start` stands before the first, where others are indented. */
  const mapping = (fields: Fields, depth: number, start: string): string => {
    let text = '';
    for (const key in fields) {
      const value = fields[key];
      if (value !== undefined) text += entry(key, value, depth, text === '' ? start : padOf(depth));
    }
    return text;
  };

  /** Items one level deeper than the key; the first line of an item starts behind its dash. */
  const list = (items: readonly Json[], depth: number, start: string): string => {
    let text = '';
    for (const item of items) {
      const dash = `${text === '' ? start : padOf(depth)}-`;
      const after = isBlock(item) ? blockOf(item, depth + 1, ' ') : behind(item, depth);
      // A call that keeps its long form comes on lines of its own, and starts behind the dash too.
      text += after.startsWith('\n') ? `${dash} ${after.slice(padOf(depth + 1).length + 1)}` : `${dash}${after}`;
    }
    return text;
  };

  const blockOf = (value: JsonObject | readonly Json[], depth: number, start = padOf(depth)): string =>
    isJsonObject(value) ? mapping(value, depth, start) : list(value, depth, start);

  const entry = (key: string, value: Json, depth: number, start = padOf(depth)): string => {
    if (!isPlain(key)) return `${start}${renderEntry(key, value, depth).slice(padOf(depth).length)}`;
    return isBlock(value) ? `${start}${key}:\n${blockOf(value, depth + 1)}` : `${start}${key}:${behind(value, depth)}`;
  };

  return {
    entry,
    block: (key, fields, depth) => `${padOf(depth)}${key}:\n${mapping(fields, depth + 1, padOf(depth + 1))}`,
  };
}

/** Mappings and lists that are no call and not empty. */
const isBlock = (value: Json): value is JsonObject | readonly Json[] => {
  if (Array.isArray(value)) return value.length > 0;
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 1 || (keys.length === 1 && !SHORT_FORMS.has(keys[0] ?? ''));
};

/** `!Ref Vpc` and `!GetAtt Db.Endpoint.Address`, the bulk of all calls. */
function quickCall(value: Json): string | undefined {
  if (!isJsonObject(value)) return undefined;
  if (typeof value.Ref === 'string' && isPlain(value.Ref)) return ` !Ref ${value.Ref}\n`;
  const path = value['Fn::GetAtt'];
  if (!Array.isArray(path) || path.length !== 2) return undefined;
  const [id, attribute] = path;
  if (typeof id !== 'string' || typeof attribute !== 'string') return undefined;
  return isPlain(id) && isPlain(attribute) ? ` !GetAtt ${id}.${attribute}\n` : undefined;
}
