import { isJsonObject, type Json, type JsonObject } from '../../util/json';
import { type Fault, fail, ok, type Result } from '../../util/result';
import { type Design, FORMAT_NAME, FORMAT_VERSION } from '../design';
import { checkIntegrity } from '../integrity';
import { inspectJson } from './inspect-json';
import { limits } from './limits';
import { locateJsonError } from './locate-json-error';
import { migrate } from './migrations';
import { readConnection, readElement, readHeader } from './read-record';
import { readRequiredTags, readTags } from './read-tags';
import { readWaivers } from './read-waivers';
import { recogniseJson, recogniseText } from './recognise';
import { type Report, show } from './report';

const MAX_DETAILS = 20;

/** The whole file as JSON, or why it is none. */
function readJson(text: string): Result<Json> {
  if (text.length > limits.characters)
    return fail(
      'too-large',
      `The file has ${Math.ceil(text.length / 1048576)} MB; designs have at most ${limits.characters / 1048576} MB.`,
    );
  if (text.trim() === '')
    return fail('empty-file', 'The file is empty. If it held a design, restore it from git or a backup.');
  if (text.replaceAll('\u0000', '') === '')
    return fail(
      'empty-file',
      'The file holds only zero bytes, as a power failure leaves it. Restore it from git or a backup.',
    );
  try {
    const value: Json = JSON.parse(text);
    return ok(value);
  } catch {
    return describeBroken(text);
  }
}

function describeBroken(text: string): Result<Json> {
  const looksLike = recogniseText(text);
  if (looksLike !== undefined)
    return fail('not-json', `The file is not a design: it looks like ${looksLike}. Choose a .stratiform file.`);
  const { line, column, cutOff, found } = locateJsonError(text);
  return cutOff
    ? fail(
        'not-json',
        `The file is cut off: it ends in line ${line}, column ${column}, in the middle of a value. Restore it from git or a backup.`,
      )
    : fail(
        'not-json',
        `The file is not valid JSON: unexpected ${show(found)} in line ${line}, column ${column}. Correct it in a text editor.`,
      );
}

/** The file's object, once format and version are ones we can read. */
function readEnvelope(value: Json): Result<JsonObject> {
  if (!isJsonObject(value) || !('format' in value))
    return fail(
      'not-a-design',
      `The file is not a design: it looks like ${recogniseJson(value)}. Choose a .stratiform file.`,
    );
  const { format, version } = value;
  if (format !== FORMAT_NAME)
    return fail(
      'not-a-design',
      `The file is of another format: "format" is ${show(format)}, not "${FORMAT_NAME}". Choose a .stratiform file.`,
    );
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail(
      'bad-version',
      `"version" must be a whole number from 1 to ${FORMAT_VERSION}, but is ${show(version)}.`,
    );
  if (version > FORMAT_VERSION)
    return fail(
      'newer-version',
      `The design was saved by a newer Stratiform (format version ${version}; this one reads up to ${FORMAT_VERSION}). Update Stratiform to open it. The file was left as it is.`,
    );
  return ok(migrate(value, version));
}

function readList(file: JsonObject, key: 'elements' | 'connections', report: Report): readonly Json[] {
  const value = file[key];
  if (Array.isArray(value)) return value;
  report(`"${key}" must be a list, but is ${show(value)}.`);
  return [];
}

/** Puts records into a map; an id that comes twice is reported. */
function collect<T extends { readonly id: string }>(
  what: string,
  records: readonly (T | undefined)[],
  duplicates: string[],
): Map<string, T> {
  const found = new Map<string, T>();
  for (const record of records) {
    if (!record) continue;
    if (found.has(record.id)) duplicates.push(`${what} id "${record.id.slice(0, 60)}" is used more than once.`);
    found.set(record.id, record);
  }
  return found;
}

const fromFaults = (faults: readonly Fault[]): Result<Design> | undefined => {
  const [first, ...others] = faults;
  if (!first) return undefined;
  const details = others.slice(0, MAX_DETAILS).map(({ message }) => message);
  if (others.length > MAX_DETAILS) details.push(`And ${others.length - MAX_DETAILS} more.`);
  return { ok: false, error: details.length > 0 ? { ...first, details } : first };
};

const toFaults = (code: Fault['code'], messages: readonly string[]): Fault[] =>
  messages.map((message) => ({ code, message }));

function countProblem(what: 'elements' | 'connections', count: number): string | undefined {
  return count > limits[what] ? `The design has ${count} ${what}; at most ${limits[what]} are allowed.` : undefined;
}

/**
 * Reads a design file. Strict: either the whole design or a fault that names what is wrong, where, and what to do;
 * further problems stand in `details`. Never throws. Fields this version does not know are kept in `extra`.
 */
export function parseDesign(text: string): Result<Design> {
  const json = readJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!json.ok) return json;
  const envelope = readEnvelope(json.value);
  if (!envelope.ok) return envelope;
  const file = envelope.value;
  const safe = inspectJson(file);
  if (!safe.ok) return safe;
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const elementList = readList(file, 'elements', report);
  const connectionList = readList(file, 'connections', report);
  const tooMany = countProblem('elements', elementList.length) ?? countProblem('connections', connectionList.length);
  if (tooMany !== undefined) return fail('too-large', tooMany);
  const waivers = readWaivers(file, report);
  const tags = readTags(file, 'The design', report);
  const requiredTags = readRequiredTags(file, report);
  const header = {
    ...readHeader(file, report),
    ...(waivers && { waivers }),
    ...(tags && { tags }),
    ...(requiredTags && { requiredTags }),
  };
  const elements = elementList.map((value, index) => readElement(value, index, report));
  const connections = connectionList.map((value, index) => readConnection(value, index, report));
  const misshapen = fromFaults(toFaults('bad-shape', problems));
  if (misshapen) return misshapen;
  const duplicates: string[] = [];
  const design: Design = {
    header,
    elements: collect('Element', elements, duplicates),
    connections: collect('Connection', connections, duplicates),
  };
  return fromFaults(toFaults('duplicate-id', duplicates)) ?? fromFaults(checkIntegrity(design)) ?? ok(design);
}
