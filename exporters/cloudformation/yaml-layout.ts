import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { renderEntry, SHORT_FORMS } from './to-yaml';

/** Words of letters, digits and a few signs, apart from those that YAML 1.1 takes for something else: plain for every reader. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*(:+[A-Za-z0-9_./-]+)*( [A-Za-z0-9_./-]+(:+[A-Za-z0-9_./-]+)*)*$/;
const TAKEN = /^(y|n|yes|no|on|off|true|false|null)$/i;

const isPlain = (text: string): boolean => PLAIN.test(text) && !TAKEN.test(text);

const pads = Array.from({ length: 40 }, (_, depth) => '  '.repeat(depth));
const padOf = (depth: number): string => pads[depth] ?? '  '.repeat(depth);

/** Writes the values of one template; what js-yaml wrote once is written again without it. */
export interface YamlLayout {
  /** `key: value` and what follows, with its line breaks, `depth` levels deep. */
  entry(key: string, value: Json, depth: number): string;
}

export function makeYamlLayout(): YamlLayout {
  const rendered = new Map<string, string>();

  /** What stands behind `key:`, with a space or a line break before it, the way js-yaml writes it. */
  const byLibrary = (value: Json, depth: number): string => {
    const id = `${depth} ${JSON.stringify(value)}`;
    const known = rendered.get(id);
    if (known !== undefined) return known;
    const text = renderEntry('x', value, depth).slice(padOf(depth).length + 2);
    rendered.set(id, text);
    return text;
  };

  const mapping = (value: JsonObject, depth: number): string => {
    let text = '';
    for (const key of Object.keys(value)) {
      const item = value[key];
      if (item !== undefined) text += entry(key, item, depth);
    }
    return text;
  };

  /** Items one level deeper than the key; the first line of an item starts behind its dash. */
  const list = (items: readonly Json[], depth: number): string => {
    const pad = padOf(depth);
    let text = '';
    for (const item of items) {
      const after = isBlock(item) ? `\n${blockOf(item, depth + 1)}` : behind(item, depth);
      // What would start on a line of its own starts behind the dash instead.
      text += `${pad}- ${after.slice(after.startsWith('\n') ? pad.length + 3 : 1)}`;
    }
    return text;
  };

  const blockOf = (value: JsonObject | readonly Json[], depth: number): string =>
    isJsonObject(value) ? mapping(value, depth) : list(value, depth);

  /** A scalar, a call, or something empty: what needs no lines of its own below the key. */
  const behind = (value: Json, depth: number): string => {
    if (typeof value === 'string') return isPlain(value) ? ` ${value}\n` : byLibrary(value, depth);
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))) return ` ${value}\n`;
    return quickCall(value) ?? byLibrary(value, depth);
  };

  const entry = (key: string, value: Json, depth: number): string => {
    if (!isPlain(key)) return renderEntry(key, value, depth);
    const start = `${padOf(depth)}${key}:`;
    return isBlock(value) ? `${start}\n${blockOf(value, depth + 1)}` : `${start}${behind(value, depth)}`;
  };

  return { entry };
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
