import type { Json } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';

/** A mention of something by its logical id: all of it (`Ref`), or one attribute. */
export interface Reference {
  readonly id: string;
  readonly attribute: string | null;
}

/** Gives what stands in the place of a mention; undefined leaves it. In the text of `Fn::Sub` only a name can stand. */
export interface Substitute {
  value(reference: Reference): Json | undefined;
  name(reference: Reference): string | undefined;
}

const IN_TEXT = /\$\{([A-Za-z0-9]+)(?:\.([A-Za-z0-9.]+))?\}/g;

function readCall(value: Json): Reference | undefined {
  if (!isJsonObject(value)) return undefined;
  if (typeof value.Ref === 'string') return { id: value.Ref, attribute: null };
  const path = value['Fn::GetAtt'];
  if (!Array.isArray(path)) return undefined;
  const [id, ...rest]: readonly Json[] = path;
  return typeof id === 'string' ? { id, attribute: rest.join('.') } : undefined;
}

/** Calls back for every mention in a value, each time it stands there. */
export function eachReference(value: Json, visit: (id: string, attribute: string | null) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) eachReference(item, visit);
    return;
  }
  if (!isJsonObject(value)) return;
  const reference = readCall(value);
  if (reference) {
    visit(reference.id, reference.attribute);
    return;
  }
  const text = value['Fn::Sub'];
  if (typeof text === 'string')
    for (const [, id = '', attribute] of text.matchAll(IN_TEXT)) visit(id, attribute ?? null);
  else for (const key in value) eachReference(value[key] ?? null, visit);
}

/** The value with other things in the place of mentions; the same value where nothing takes their place. */
export function rewriteReferences(value: Json, substitute: Substitute): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => rewriteReferences(item, substitute));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isJsonObject(value)) return value;
  const reference = readCall(value);
  if (reference) return substitute.value(reference) ?? value;
  const text = value['Fn::Sub'];
  if (typeof text === 'string') {
    const next = text.replace(IN_TEXT, (whole, id: string, attribute: string | undefined) => {
      const name = substitute.name({ id, attribute: attribute ?? null });
      return name === undefined ? whole : `\${${name}}`;
    });
    return next === text ? value : { 'Fn::Sub': next };
  }
  let copy: Record<string, Json> | undefined;
  for (const key of Object.keys(value)) {
    const item = value[key] ?? null;
    const next = rewriteReferences(item, substitute);
    if (next === item) continue;
    copy ??= { ...value };
    copy[key] = next;
  }
  return copy ?? value;
}
