import type { MappingNode, Node, ScalarNode, SequenceNode } from 'js-yaml';
import { COLLECTION_STYLE, DUMP_SCHEMA, present, SCALAR_STYLE } from 'js-yaml';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import type { Section, Template } from './template';
import { toTemplateObject } from './to-json';

/** Intrinsics that have a short form in YAML. CloudFormation User Guide, "Intrinsic function reference". */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
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

/** One line of comment, whatever the text holds: line breaks of every kind would end the comment. */
const comment = (line: string): string =>
  `  # ${Array.from(line, (character) => (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character) ? ' ' : character))
    .join('')
    .trim()}\n`;

const writeEntry = (key: string, value: Json): string => render(mapping([[key, toNode(value)]]));

/** Entries of a top-level block, without the line of the block itself: blank lines and comments go between them. */
const writeEntries = (block: string, entries: readonly (readonly [string, Json])[]): string =>
  entries.map(([id, value]) => writeEntry(block, { [id]: value }).slice(block.length + 2)).join('\n');

const writeBlock = (name: string, block: Json | undefined): string =>
  isJsonObject(block) ? `\n${name}:\n${writeEntries(name, Object.entries(block))}` : '';

function writeSection(section: Section, all: JsonObject): string {
  const entries = [...section.resources.keys()].map((id): [string, Json] => [id, all[id] ?? {}]);
  return `${comment(section.title)}\n${writeEntries('Resources', entries)}`;
}

/**
 * YAML text in CloudFormation's short forms, a comment over each section and a blank line between resources. Strings
 * that a YAML 1.1 reader would take for a number, a date or a truth value come out quoted.
 */
export function toYaml(template: Template): string {
  const object = toTemplateObject(template);
  const resources = isJsonObject(object.Resources) ? object.Resources : {};
  const sections = template.sections.filter((section) => section.resources.size > 0);
  return [
    writeEntry('AWSTemplateFormatVersion', object.AWSTemplateFormatVersion ?? ''),
    writeEntry('Description', object.Description ?? ''),
    writeBlock('Parameters', object.Parameters),
    '\nResources:\n',
    sections.map((section) => writeSection(section, resources)).join('\n'),
    writeBlock('Outputs', object.Outputs),
  ].join('');
}
