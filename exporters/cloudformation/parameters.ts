import type { Service } from '../../shared/topology/topology';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import type { LogicalIds } from '../plan/logical-ids';
import type { Notes } from '../plan/note';
import type { SettingParameter } from '../plan/parameters';
import { labelOf, parameterProblem, parametersOf, parameterTargets } from '../plan/parameters';
import { toDescription } from '../plan/plain-text';
import type { Surroundings } from '../plan/queues';
import { ref } from './intrinsics';
import type { Parameter, Resource } from './template';

/** The parameter of a template for a setting: type, default and bounds from the catalog. */
function toParameter(service: Service, parameter: SettingParameter): Parameter {
  const { label, value, min, max, allowed, pattern, explanation } = parameter;
  const Description = toDescription(`${label} of ${service.name}`, label);
  const Default = String(value);
  if (typeof value === 'boolean') return { Type: 'String', Description, Default, AllowedValues: ['true', 'false'] };
  const isNumber = typeof value === 'number';
  return {
    Type: isNumber ? 'Number' : 'String',
    Description,
    Default,
    ...(allowed ? { AllowedValues: allowed } : {}),
    ...(!isNumber || allowed || min === undefined ? {} : { MinValue: min }),
    ...(!isNumber || allowed || max === undefined ? {} : { MaxValue: max }),
    ...(pattern === undefined ? {} : { AllowedPattern: pattern }),
    ...(explanation === undefined ? {} : { ConstraintDescription: explanation }),
  };
}

const indexOf = (list: readonly Json[], step: string): number => {
  if (step === '-1') return list.length - 1;
  if (step.startsWith('@')) return list.findIndex((item) => isJsonObject(item) && item.Key === step.slice(1));
  return Number(step);
};

/** The value with another one at the end of the path; the same value where the path leads nowhere or to anything but `from`. */
function replaceAt(value: Json, path: readonly string[], from: string, to: JsonObject): Json {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value !== 'object' && String(value) === from ? to : value;
  if (Array.isArray(value)) {
    const index = indexOf(value, step);
    const item: Json | undefined = value[index];
    return item === undefined ? value : value.with(index, replaceAt(item, rest, from, to));
  }
  const item = isJsonObject(value) ? value[step] : undefined;
  return isJsonObject(value) && item !== undefined ? { ...value, [step]: replaceAt(item, rest, from, to) } : value;
}

/** A Multi-AZ database must not name its zone, and the parameter decides that; AWS chooses one either way. */
function withoutZone(properties: JsonObject): JsonObject {
  const { AvailabilityZone: _zone, ...others } = properties;
  return others;
}

/**
 * Puts references to parameters where the settings stand that somebody made parameters.
 * @param parameterFor makes the parameter, and gives the reference to it
 */
function parameterize(
  service: Service,
  resource: Resource,
  around: Surroundings,
  parameterFor: (parameter: SettingParameter) => JsonObject,
): Resource {
  if (service.element.parameters === undefined || !resource.Properties) return resource;
  const targets = parameterTargets(service.kind);
  let properties: Json = resource.Properties;
  for (const parameter of parametersOf(service, around))
    for (const { type, path } of targets[parameter.key] ?? []) {
      if (type !== resource.Type) continue;
      const next = replaceAt(properties, path.slice(1), String(parameter.value), ref('?'));
      if (JSON.stringify(next) === JSON.stringify(properties)) continue;
      properties = replaceAt(properties, path.slice(1), String(parameter.value), parameterFor(parameter));
      if (parameter.key === 'multiAz' && isJsonObject(properties)) properties = withoutZone(properties);
    }
  return isJsonObject(properties) ? { ...resource, Properties: properties } : resource;
}

/** Puts parameters into the resources of a stack, and knows which of those that its designer named found no place. */
export interface Parameterizer {
  fill(service: Service, resource: Resource): Resource;
  /** Lists settings that a design names as parameters, and that are none in what was filled. */
  noteFixed(services: readonly Service[], notes: Notes): void;
}

/** @param into where the parameters of the template are collected */
export function makeParameterizer(around: Surroundings, ids: LogicalIds, into: Map<string, Parameter>): Parameterizer {
  const made = new Map<string, Set<string>>();
  return {
    fill: (service, resource) =>
      parameterize(service, resource, around, (parameter) => {
        const { key } = parameter;
        made.set(service.id, (made.get(service.id) ?? new Set()).add(key));
        const id = ids.of(service.id, `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`);
        into.set(id, toParameter(service, parameter));
        return ref(id);
      }),
    noteFixed(services, notes) {
      for (const { id, name, kind, element } of services)
        for (const key of element.parameters ?? []) {
          if (made.get(id)?.has(key)) continue;
          const reason = parameterProblem(kind, key, element.settings) ?? 'No property of what is drawn says it.';
          notes.add('left-out', [id], `${labelOf(kind, key)} of ${name} is as drawn, and no parameter. ${reason}`);
        }
    },
  };
}
