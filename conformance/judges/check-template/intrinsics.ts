import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';

export interface Intrinsic {
  readonly name: string;
  readonly argument: Json;
}

/** Reads `{ "Ref": … }` and `{ "Fn::X": … }`: CloudFormation takes any object with that single key for a call. */
export function readIntrinsic(value: Json | undefined): Intrinsic | undefined {
  if (!isJsonObject(value)) return undefined;
  const [key, ...others] = Object.keys(value);
  if (key === undefined || others.length > 0) return undefined;
  const argument = value[key];
  if (argument === undefined) return undefined;
  return key === 'Ref' || key.startsWith('Fn::') ? { name: key, argument } : undefined;
}

/** `Name.Attribute.Path` or `[Name, Attribute]` → both parts. */
export function readGetAtt(argument: Json): { readonly target: string; readonly attribute: string } | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 1 ? undefined : { target: argument.slice(0, dot), attribute: argument.slice(dot + 1) };
  }
  if (!Array.isArray(argument)) return undefined;
  const [target, ...path] = argument.map((part: Json) => (typeof part === 'string' ? part : undefined));
  if (target === undefined || path.length === 0 || path.includes(undefined)) return undefined;
  return { target, attribute: path.join('.') };
}

/** Names inside `${…}` of an `Fn::Sub`, without the escaped `${!…}` and without the call's own variables. */
export function readSubNames(argument: Json): { readonly names: readonly string[]; readonly variables: JsonObject } {
  const [text, given] = Array.isArray(argument) ? argument : [argument, undefined];
  const variables = isJsonObject(given) ? given : {};
  if (typeof text !== 'string') return { names: [], variables };
  const names = [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map((match) => (match[1] ?? '').trim());
  return { names: names.filter((name) => !(name in variables)), variables };
}

/** Calls `visit` for every intrinsic in the value, outermost first, with its path. */
export function walkIntrinsics(
  value: Json | undefined,
  path: string,
  visit: (call: Intrinsic, path: string) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      walkIntrinsics(item, `${path}.${index}`, visit);
    });
    return;
  }
  if (!isJsonObject(value)) return;
  const call = readIntrinsic(value);
  if (call) visit(call, path);
  for (const [key, item] of Object.entries(value)) walkIntrinsics(item, `${path}.${key}`, visit);
}
