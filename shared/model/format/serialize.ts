import { isJsonObject, type Json, type JsonObject } from '../../util/json';
import { compareBy } from '../../util/sorting';
import { type Connection, type Design, type Element, FORMAT_NAME, FORMAT_VERSION } from '../design';
import { compareWaivers, type Waiver } from '../waiver';

type Field = readonly [key: string, text: string];

/** On one line, with spaces as an editor would set them. */
function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => inline(item)).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  if (keys.length === 0) return '{}';
  return `{ ${keys.map((key) => `${JSON.stringify(key)}: ${inline(value[key] ?? null)}`).join(', ')} }`;
}

/** One field a line. */
const block = (fields: readonly Field[], indent: string): string =>
  fields.length === 0
    ? '{}'
    : `{\n${fields.map(([key, text]) => `${indent}  ${JSON.stringify(key)}: ${text}`).join(',\n')}\n${indent}}`;

const objectFields = (value: JsonObject): Field[] =>
  Object.keys(value)
    .sort()
    .map((key) => [key, inline(value[key] ?? null)]);

const settingsField = (settings: JsonObject, indent: string, name = 'settings'): Field[] =>
  Object.keys(settings).length === 0 ? [] : [[name, block(objectFields(settings), indent)]];

const tagsField = (tags: Readonly<Record<string, string>> | undefined, indent: string): Field[] =>
  tags ? [['tags', block(objectFields(tags), indent)]] : [];

const INDENT = '    ';

function writeElement(element: Element): string {
  const { frame: frameExtra, ...extra } = element.extra ?? {};
  const { x, y, width, height } = element.frame;
  const frame: Field[] = [
    ['x', inline(x)],
    ['y', inline(y)],
    ['width', inline(width)],
    ['height', inline(height)],
    ...(isJsonObject(frameExtra) ? objectFields(frameExtra) : []),
  ];
  const fields: Field[] = [
    ['id', inline(element.id)],
    ['kind', inline(element.kind)],
    ['name', inline(element.name)],
    ...(element.parent === null ? [] : [['parent', inline(element.parent)] as const]),
    ...(element.tier === null ? [] : [['tier', inline(element.tier)] as const]),
    ...(element.subnets.length === 0 ? [] : [['subnets', inline(element.subnets)] as const]),
    ['frame', `{ ${frame.map(([key, text]) => `${JSON.stringify(key)}: ${text}`).join(', ')} }`],
    ...settingsField(element.settings, `${INDENT}  `),
    ...(element.parameters ? [['parameters', inline([...element.parameters].sort())] as const] : []),
    ...settingsField(element.development ?? {}, `${INDENT}  `, 'development'),
    ...tagsField(element.tags, `${INDENT}  `),
    ...(element.collapsed ? [['collapsed', 'true'] as const] : []),
    ...(element.locked ? [['locked', 'true'] as const] : []),
    ...(element.order === undefined ? [] : [['order', inline(element.order)] as const]),
    ...objectFields(extra),
  ];
  return INDENT + block(fields, INDENT);
}

function writeConnection(connection: Connection): string {
  const fields: Field[] = [
    ['id', inline(connection.id)],
    ['kind', inline(connection.kind)],
    ['from', inline(connection.from)],
    ['to', inline(connection.to)],
    ...settingsField(connection.settings, `${INDENT}  `),
    ...(connection.bends ? [['bends', inline(connection.bends.map(({ x, y }) => ({ x, y })))] as const] : []),
    ...objectFields(connection.extra ?? {}),
  ];
  return INDENT + block(fields, INDENT);
}

function writeWaiver({ rule, element, reason, owner, created, expires, extra }: Waiver): string {
  const fields: Field[] = [
    ['rule', inline(rule)],
    ['element', inline(element)],
    ['reason', inline(reason)],
    ['owner', inline(owner)],
    ['created', inline(created)],
    ...(expires === undefined ? [] : [['expires', inline(expires)] as const]),
    ...objectFields(extra ?? {}),
  ];
  return INDENT + block(fields, INDENT);
}

const list = (items: readonly string[]): string => (items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n  ]`);

const byId = compareBy<{ readonly id: string }>(({ id }) => id);

/**
 * Writes a design file: the same design gives the same text whatever was drawn first, and git shows a change of one property as one line.
 * Elements and connections are sorted by id, waivers by rule and element; empty fields are left out.
 */
export function serializeDesign(design: Design): string {
  const { name, settings, waivers = [], tags, requiredTags, extra } = design.header;
  const fields: Field[] = [
    ['format', inline(FORMAT_NAME)],
    ['version', inline(FORMAT_VERSION)],
    ['name', inline(name)],
    ...settingsField(settings, '  '),
    ...tagsField(tags, '  '),
    ...(requiredTags ? [['requiredTags', inline([...requiredTags].sort())] as const] : []),
    ...(waivers.length === 0 ? [] : [['waivers', list([...waivers].sort(compareWaivers).map(writeWaiver))] as const]),
    ...objectFields(extra ?? {}),
    ['elements', list([...design.elements.values()].sort(byId).map(writeElement))],
    ['connections', list([...design.connections.values()].sort(byId).map(writeConnection))],
  ];
  return `${block(fields, '')}\n`;
}
