import type { Json } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { join } from './intrinsics';
import type { Resource } from './template';

const DYNAMIC_REFERENCE = '{{resolve:';

const SUBSTITUTION = '${';

/**
 * No template of ours resolves anything by `{{resolve:…}}`, and none substitutes outside of `Fn::Sub`; where a setting holds
 * either, it is text and stays text. A linter would take the second for a forgotten `Fn::Sub`, so its two characters part.
 */
function disarm(value: Json): Json {
  if (typeof value === 'string') {
    const text = value.replaceAll(DYNAMIC_REFERENCE, '{ {resolve:');
    return text.includes(SUBSTITUTION) ? join(text.split(/(?<=\$)(?=\{)/), '') : text;
  }
  if (Array.isArray(value)) return value.map(disarm);
  if (!isJsonObject(value) || 'Fn::Sub' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, disarm(item)]));
}

function isArmed(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes(DYNAMIC_REFERENCE) || value.includes(SUBSTITUTION);
  if (typeof value !== 'object' || value === null || 'Fn::Sub' in value) return false;
  if (Array.isArray(value)) return value.some(isArmed);
  if (isJsonObject(value)) for (const key in value) if (isArmed(value[key])) return true;
  return false;
}

/** Leaves out empty DependsOn lists and sorts the others. What comes out has every field: one shape is quick to read. */
export function tidy(resource: Resource): Required<Resource> {
  const { Type, DependsOn, DeletionPolicy, UpdateReplacePolicy, UpdatePolicy, Metadata, Properties } = resource;
  const disarmed = isArmed(Properties) ? disarm(Properties ?? {}) : Properties;
  return {
    Type,
    Condition: undefined,
    DependsOn: DependsOn && DependsOn.length > 0 ? [...new Set(DependsOn)].sort() : undefined,
    DeletionPolicy,
    UpdateReplacePolicy,
    UpdatePolicy,
    Metadata,
    Properties: isJsonObject(disarmed) ? disarmed : undefined,
  };
}
