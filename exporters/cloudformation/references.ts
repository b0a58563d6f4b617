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

/** Every mention in a value, each time it stands there. */
export function referencesIn(value: Json): readonly Reference[] {
  const found: Reference[] = [];
  rewriteReferences(value, {
    value: (reference) => {
      found.push(reference);
      return undefined;
    },
    name: (reference) => {
      found.push(reference);
      return undefined;
    },
  });
  return found;
}

/** The value with other things in the place of mentions. */
export function rewriteReferences(value: Json, substitute: Substitute): Json {
  if (Array.isArray(value)) return value.map((item: Json) => rewriteReferences(item, substitute));
  if (!isJsonObject(value)) return value;
  const reference = readCall(value);
  if (reference) return substitute.value(reference) ?? value;
  const text = value['Fn::Sub'];
  if (typeof text === 'string') {
    const next = text.replace(IN_TEXT, (whole, id: string, attribute: string | undefined) => {
      const name = substitute.name({ id, attribute: attribute ?? null });
      return name === undefined ? whole : `\${${name}}`;
    });
    return { 'Fn::Sub': next };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewriteReferences(item, substitute)]));
}
