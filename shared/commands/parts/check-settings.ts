import type { z } from 'zod';
import { definitionOf } from '../../catalog/catalog';
import { fieldMeta, type SettingsReader } from '../../catalog/fields';
import { equalJson, type Json, type JsonObject } from '../../util/json';
import { fail, ok, type Result } from '../../util/result';

const NOTHING: JsonObject = {};

const labelOf = (reader: SettingsReader<z.ZodObject>, key: string): string => {
  const field = reader.schema.shape[key.split('.')[0] ?? key];
  const meta = field && 'def' in field ? fieldMeta.get(field) : undefined;
  return meta?.label ?? key;
};

/**
 * Settings as a design keeps them: checked, and without those at their default. Keys the schema does not know stay.
 * `changed` are the keys being set: others may be wrong (a file from elsewhere) without standing in the way.
 */
export function storeSettings(
  reader: SettingsReader<z.ZodObject>,
  settings: JsonObject,
  changed: readonly string[],
  whose: string,
): Result<JsonObject> {
  const issue = reader.check(settings).find(({ key }) => changed.includes(key.split('.')[0] ?? key));
  if (issue)
    return fail(
      'bad-setting',
      `${labelOf(reader, issue.key)} of ${whose} cannot be ${JSON.stringify(settings[issue.key.split('.')[0] ?? ''])}: ${issue.message}.`,
    );
  const defaults: Readonly<Record<string, unknown>> = reader.read(NOTHING);
  const kept: [string, Json][] = [];
  for (const [key, value] of Object.entries(settings)) {
    const fallback = defaults[key];
    const isDefault = fallback !== undefined && changed.includes(key) && equalJson(value, toJson(fallback));
    if (value !== undefined && !isDefault) kept.push([key, value]);
  }
  return ok(Object.fromEntries(kept));
}

const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** As `storeSettings`, for an element's kind; a kind this version does not know keeps what it is given. */
export function storeKindSettings(
  kind: string,
  settings: JsonObject,
  changed: readonly string[],
  whose: string,
): Result<JsonObject> {
  const definition = definitionOf(kind);
  return definition ? storeSettings(definition, settings, changed, whose) : ok(settings);
}
