import { isJsonObject, type Json, type JsonObject } from '../../util/json';
import type { Connection, Element, Frame, Place } from '../design';
import { limits } from './limits';
import { readDevelopment } from './read-development';
import { readTags } from './read-tags';
import { type Report, show } from './report';

const NO_SETTINGS: JsonObject = {};

/** The fields of a record that are not among the known ones; undefined where there are none. */
export const rest = (record: JsonObject, known: ReadonlySet<string>): JsonObject | undefined => {
  let found: Record<string, Json> | undefined;
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (known.has(key) || value === undefined) continue;
    found ??= {};
    found[key] = value;
  }
  return found;
};

function readText(record: JsonObject, key: string, max: number, where: string, report: Report): string {
  const value = record[key];
  if (typeof value !== 'string') {
    report(`${where}: "${key}" must be a text, but is ${show(value)}.`);
    return '';
  }
  if (value.length > max) report(`${where}: "${key}" has ${value.length} characters; at most ${max} are allowed.`);
  return value;
}

function readId(record: JsonObject, key: string, where: string, report: Report): string {
  const id = readText(record, key, limits.idLength, where, report);
  if (id === '' && record[key] === '') report(`${where}: "${key}" is empty.`);
  return id;
}

/** An id or null; a missing field is null. */
function readReference(record: JsonObject, key: string, where: string, report: Report): string | null {
  const value = record[key] ?? null;
  return value === null ? null : readId(record, key, where, report);
}

export function readSettings(record: JsonObject, where: string, report: Report): JsonObject {
  const value = record.settings;
  if (value === undefined) return NO_SETTINGS;
  if (isJsonObject(value)) return value;
  report(`${where}: "settings" must be an object, but is ${show(value)}.`);
  return NO_SETTINGS;
}

function readSubnets(record: JsonObject, where: string, report: Report): readonly string[] {
  const value = record.subnets;
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((item: Json) => typeof item === 'string')) {
    report(`${where}: "subnets" must be a list of ids, but is ${show(value)}.`);
    return [];
  }
  return [...new Set<string>(value)];
}

function readNumber(frame: JsonObject, key: keyof Frame, where: string, report: Report): number {
  const value = frame[key];
  const isSize = key === 'width' || key === 'height';
  const [min, max] = isSize ? [0, limits.size] : [-limits.position, limits.position];
  if (typeof value === 'number' && value >= min && value <= max) return value === 0 ? 0 : value;
  report(`${where}: "frame.${key}" must be a number from ${min} to ${max}, but is ${show(value)}.`);
  return 0;
}

const FRAME_KEYS: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height']);

function readFrame(record: JsonObject, where: string, report: Report): [Frame, JsonObject | undefined] {
  const value = record.frame;
  if (!isJsonObject(value)) {
    report(`${where}: "frame" must be an object with x, y, width and height, but is ${show(value)}.`);
    return [{ x: 0, y: 0, width: 0, height: 0 }, undefined];
  }
  const frame = {
    x: readNumber(value, 'x', where, report),
    y: readNumber(value, 'y', where, report),
    width: readNumber(value, 'width', where, report),
    height: readNumber(value, 'height', where, report),
  };
  return [frame, rest(value, FRAME_KEYS)];
}

const ELEMENT_KEYS: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'name',
  'parent',
  'tier',
  'subnets',
  'frame',
  'settings',
  'collapsed',
  'locked',
  'order',
  'parameters',
  'development',
  'tags',
]);

/** True or nothing; false is what absence says. */
function readFlag(record: JsonObject, key: string, where: string, report: Report): boolean {
  const value = record[key];
  if (value !== undefined && typeof value !== 'boolean')
    report(`${where}: "${key}" must be true or false, but is ${show(value)}.`);
  return value === true;
}

/** Where it stands among its siblings; 0 where nothing is said. */
function readOrder(record: JsonObject, where: string, report: Report): number {
  const value = record.order ?? 0;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= limits.order) return value;
  report(`${where}: "order" must be a whole number from ${-limits.order} to ${limits.order}, but is ${show(value)}.`);
  return 0;
}

/** Keys of settings, each once and sorted; undefined where there are none. */
function readParameters(record: JsonObject, where: string, report: Report): readonly string[] | undefined {
  const value = record.parameters;
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((item: Json) => typeof item === 'string' && item !== '')) {
    report(`${where}: "parameters" must be a list of names of settings, but is ${show(value)}.`);
    return undefined;
  }
  const keys = [...new Set<string>(value)].sort();
  if (keys.length > limits.parameters)
    report(`${where}: "parameters" has ${keys.length} names; at most ${limits.parameters} are allowed.`);
  if (keys.some((key) => key.length > limits.idLength))
    report(`${where}: "parameters" has a name of more than ${limits.idLength} characters.`);
  return keys.length === 0 ? undefined : keys;
}

const placeOf = (what: string, record: JsonObject, index: number): string =>
  typeof record.id === 'string' && record.id !== ''
    ? `${what} "${record.id.slice(0, 60)}"`
    : `${what} number ${index + 1}`;

/** Reads one element; unknown fields go to `extra`, those of the frame to `extra.frame`. */
export function readElement(value: Json, index: number, report: Report): Element | undefined {
  if (!isJsonObject(value)) {
    report(`Element number ${index + 1} must be an object, but is ${show(value)}.`);
    return undefined;
  }
  const where = placeOf('Element', value, index);
  const [frame, frameRest] = readFrame(value, where, report);
  const unknown = rest(value, ELEMENT_KEYS);
  const parameters = readParameters(value, where, report);
  const extra = frameRest ? { ...unknown, frame: frameRest } : unknown;
  const order = readOrder(value, where, report);
  const tags = readTags(value, where, report);
  const development = readDevelopment(value, where, report);
  return {
    id: readId(value, 'id', where, report),
    kind: readId(value, 'kind', where, report),
    name: readText(value, 'name', limits.nameLength, where, report),
    parent: readReference(value, 'parent', where, report),
    tier: readReference(value, 'tier', where, report),
    subnets: readSubnets(value, where, report),
    frame,
    settings: readSettings(value, where, report),
    ...(parameters && { parameters }),
    ...(development && { development }),
    ...(tags && { tags }),
    ...(readFlag(value, 'collapsed', where, report) && { collapsed: true }),
    ...(readFlag(value, 'locked', where, report) && { locked: true }),
    ...(order !== 0 && { order }),
    ...(extra && { extra }),
  };
}

const CONNECTION_KEYS: ReadonlySet<string> = new Set(['id', 'kind', 'from', 'to', 'settings', 'bends']);

const isCoordinate = (value: Json | undefined): value is number =>
  typeof value === 'number' && Math.abs(value) <= limits.position;

function readBend(value: Json): readonly Place[] {
  if (!isJsonObject(value)) return [];
  const { x, y } = value;
  return isCoordinate(x) && isCoordinate(y) ? [{ x: x === 0 ? 0 : x, y: y === 0 ? 0 : y }] : [];
}

/** The corners of a connection; undefined where it has none. */
function readBends(record: JsonObject, where: string, report: Report): readonly Place[] | undefined {
  const value = record.bends;
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    report(`${where}: "bends" must be a list of corners with x and y, but is ${show(value)}.`);
    return undefined;
  }
  if (value.length > limits.bends)
    report(`${where}: "bends" has ${value.length} corners; at most ${limits.bends} are allowed.`);
  const wrong = value.findIndex((item: Json) => readBend(item).length === 0);
  if (wrong >= 0)
    report(
      `${where}: corner ${wrong + 1} of "bends" must have x and y from ${-limits.position} to ${limits.position}, but is ${show(value[wrong])}.`,
    );
  return value.length === 0 ? undefined : value.flatMap(readBend);
}

/** Reads one connection; unknown fields go to `extra`. */
export function readConnection(value: Json, index: number, report: Report): Connection | undefined {
  if (!isJsonObject(value)) {
    report(`Connection number ${index + 1} must be an object, but is ${show(value)}.`);
    return undefined;
  }
  const where = placeOf('Connection', value, index);
  const extra = rest(value, CONNECTION_KEYS);
  const bends = readBends(value, where, report);
  return {
    id: readId(value, 'id', where, report),
    kind: readId(value, 'kind', where, report),
    from: readId(value, 'from', where, report),
    to: readId(value, 'to', where, report),
    settings: readSettings(value, where, report),
    ...(bends && { bends }),
    ...(extra && { extra }),
  };
}

const HEADER_KEYS: ReadonlySet<string> = new Set([
  'format',
  'version',
  'name',
  'settings',
  'waivers',
  'tags',
  'requiredTags',
  'elements',
  'connections',
]);

/** What stands before the elements, without the waivers. */
export const readHeader = (file: JsonObject, report: Report) => {
  const extra = rest(file, HEADER_KEYS);
  return {
    name: readText(file, 'name', limits.nameLength, 'The design', report),
    settings: readSettings(file, 'The design', report),
    ...(extra && { extra }),
  };
};
