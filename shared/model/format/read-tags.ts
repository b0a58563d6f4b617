import { isJsonObject, type Json, type JsonObject } from '../../util/json';
import { compareBy } from '../../util/sorting';
import { type Tags, tagKeysFaults, tagsFaults } from '../tags';
import { type Report, show } from './report';

/** The tags of an element or of the design, sorted by key; undefined where there are none. */
export function readTags(record: JsonObject, where: string, report: Report): Tags | undefined {
  const value = record.tags;
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) {
    report(`${where}: "tags" must be an object of keys and values, but is ${show(value)}.`);
    return undefined;
  }
  const tags: [string, string][] = [];
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === 'string') tags.push([key, text]);
    else report(`${where}: the value of the tag ${show(key)} must be a text, but is ${show(text)}.`);
  }
  const found = Object.fromEntries(tags.sort(compareBy(([key]) => key)));
  for (const fault of tagsFaults(found)) report(`${where}: ${fault}`);
  return tags.length === 0 ? undefined : found;
}

/** Keys that everything must be tagged with, each once and sorted; undefined where there are none. */
export function readRequiredTags(file: JsonObject, report: Report): readonly string[] | undefined {
  const value = file.requiredTags;
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((item: Json) => typeof item === 'string')) {
    report(`"requiredTags" must be a list of tag keys, but is ${show(value)}.`);
    return undefined;
  }
  const keys = [...new Set<string>(value)].sort();
  for (const fault of tagKeysFaults(keys)) report(`"requiredTags": ${fault}`);
  return keys.length === 0 ? undefined : keys;
}
