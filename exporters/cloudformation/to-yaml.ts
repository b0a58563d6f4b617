import type { MappingNode, Node, ScalarNode, SequenceNode } from 'js-yaml';
import { COLLECTION_STYLE, DUMP_SCHEMA, present, SCALAR_STYLE } from 'js-yaml';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';

/** Intrinsics that have a short form in YAML. CloudFormation User Guide, "Intrinsic function reference". */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['Ref', '!Ref'],
  ...['Base64', 'Cidr', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Select', 'Split', 'Sub'].map(
    (name): [string, string] => [`Fn::${name}`, `!${name}`],
  ),
]);

const STRING = 'tag:yaml.org,2002:str';

const text = (value: string): ScalarNode => ({
  kind: 'scalar',
  tag: STRING,
  tagged: false,
  style: SCALAR_STYLE.PLAIN,
  value,
});

const literal = (type: 'bool' | 'int' | 'float' | 'null', value: string): ScalarNode => ({
  ...text(value),
  tag: `tag:yaml.org,2002:${type}`,
});

const list = (items: Node[], flow: boolean): SequenceNode => ({
  kind: 'sequence',
  tag: 'tag:yaml.org,2002:seq',
  tagged: false,
  style: flow ? COLLECTION_STYLE.FLOW : COLLECTION_STYLE.BLOCK,
  items,
});

const mapping = (entries: readonly (readonly [string, Node])[]): MappingNode => ({
  kind: 'mapping',
  tag: 'tag:yaml.org,2002:map',
  tagged: false,
  style: entries.length === 0 ? COLLECTION_STYLE.FLOW : COLLECTION_STYLE.BLOCK,
  items: entries.map(([key, value]) => ({ key: text(key), value })),
});

/** Writes nodes the way the rest of the file is written: no folded lines, no anchors, a list indented under its key. */
const render = (node: Node): string =>
  present([{ contents: node, directives: [] }], { schema: DUMP_SCHEMA, lineWidth: -1, indent: 2 });

/**
 * An object with the single key `Ref` or `Fn::…` is a call in CloudFormation's JSON; in YAML it takes the short form.
 * A call whose argument is a call keeps the long form, since YAML allows one tag a node.
 */
function toCall(value: JsonObject): Node | undefined {
  const [key, ...others] = Object.keys(value);
  if (key === undefined || others.length > 0) return undefined;
  const tag = SHORT_FORMS.get(key);
  const argument = value[key];
  if (tag === undefined || argument === undefined) return undefined;
  const node =
    key === 'Fn::GetAtt' && Array.isArray(argument) && argument.every((part: Json) => typeof part === 'string')
      ? text(argument.join('.'))
      : toNode(argument, true);
  if (node.kind === 'alias' || node.tagged) return undefined;
  // A tag with nothing after it is valid YAML and baffles people.
  const isEmpty = node.kind === 'scalar' && node.value === '';
  return isEmpty ? { ...node, tag, tagged: true, style: SCALAR_STYLE.SINGLE_QUOTED } : { ...node, tag, tagged: true };
}

const isShort = (items: readonly Node[]): boolean =>
  items.every((item) => item.kind === 'scalar' && !item.value.includes('\n')) &&
  items.reduce((sum, item) => sum + (item.kind === 'scalar' ? item.value.length + item.tag.length / 4 : 0), 0) <= 80;

/** A value as YAML nodes. `inCall` writes a short list of arguments on one line. */
function toNode(value: Json, inCall = false): Node {
  if (value === null) return literal('null', 'null');
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return literal('bool', String(value));
  if (typeof value === 'number') return literal(Number.isInteger(value) ? 'int' : 'float', String(value));
  if (isJsonObject(value)) {
    const call = toCall(value);
    return call ?? mapping(Object.entries(value).map(([key, item]) => [key, toNode(item)]));
  }
  const items = value.map((item: Json) => toNode(item));
  return list(items, items.length === 0 || (inCall && isShort(items)));
}

/**
 * One entry of a mapping as js-yaml writes it, `depth` levels deep: right for every value, and some ten times slower than
 * putting plain words behind a colon.
 */
export function renderEntry(key: string, value: Json, depth: number): string {
  let node: Node = mapping([[key, toNode(value)]]);
  for (let level = 0; level < depth; level += 1) node = mapping([['x', node]]);
  const text = render(node);
  let start = 0;
  for (let level = 0; level < depth; level += 1) start = text.indexOf('\n', start) + 1;
  return text.slice(start);
}
