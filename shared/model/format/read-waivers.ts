import { isDay } from '../../util/day';
import { isJsonObject, type Json, type JsonObject } from '../../util/json';
import { compareWaivers, type Waiver, waiverKey } from '../waiver';
import { limits } from './limits';
import { rest } from './read-record';
import { type Report, show } from './report';

const WAIVER_KEYS: ReadonlySet<string> = new Set(['rule', 'element', 'reason', 'owner', 'created', 'expires']);

function readWords(record: JsonObject, key: string, max: number, where: string, report: Report): string {
  const value = record[key];
  if (typeof value !== 'string' || value.trim() === '')
    report(`${where}: "${key}" must be a text that says something, but is ${show(value)}.`);
  else if (value.length > max) report(`${where}: "${key}" has ${value.length} characters; at most ${max} are allowed.`);
  return typeof value === 'string' ? value : '';
}

function readDay(value: Json | undefined, key: string, where: string, report: Report): string {
  if (typeof value === 'string' && isDay(value)) return value;
  report(`${where}: "${key}" must be a day such as "2026-03-01", but is ${show(value)}.`);
  return '';
}

function readWaiver(value: Json, index: number, report: Report): Waiver | undefined {
  if (!isJsonObject(value)) {
    report(`Waiver number ${index + 1} must be an object, but is ${show(value)}.`);
    return undefined;
  }
  const where = `Waiver number ${index + 1}`;
  const extra = rest(value, WAIVER_KEYS);
  const waiver: Waiver = {
    rule: readWords(value, 'rule', limits.idLength, where, report),
    element: readWords(value, 'element', limits.idLength, where, report),
    reason: readWords(value, 'reason', limits.reasonLength, where, report),
    owner: readWords(value, 'owner', limits.ownerLength, where, report),
    created: readDay(value.created, 'created', where, report),
    ...(value.expires === undefined ? {} : { expires: readDay(value.expires, 'expires', where, report) }),
    ...(extra && { extra }),
  };
  if (waiver.expires && waiver.created && waiver.expires < waiver.created)
    report(`${where}: it expires on ${waiver.expires}, before it was made on ${waiver.created}.`);
  return waiver;
}

/** The waivers of a file, sorted; undefined where it has none. Two for one rule and element are refused. */
export function readWaivers(file: JsonObject, report: Report): readonly Waiver[] | undefined {
  const value = file.waivers;
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    report(`"waivers" must be a list, but is ${show(value)}.`);
    return undefined;
  }
  if (value.length > limits.waivers) {
    report(`The design has ${value.length} waivers; at most ${limits.waivers} are allowed.`);
    return undefined;
  }
  const items: readonly Json[] = value;
  const waivers = items.flatMap((item, index) => readWaiver(item, index, report) ?? []);
  const seen = new Set<string>();
  for (const waiver of waivers) {
    const key = waiverKey(waiver);
    if (seen.has(key))
      report(`There are two waivers of the rule ${show(waiver.rule)} for ${show(waiver.element)}. Keep one.`);
    seen.add(key);
  }
  return waivers.length === 0 ? undefined : waivers.sort(compareWaivers);
}
