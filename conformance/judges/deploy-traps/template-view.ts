import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import { readGetAtt, readIntrinsic, walkIntrinsics } from '../check-template/intrinsics';

export interface ResourceView {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  /** The whole entry, with DependsOn and policies. */
  readonly entry: JsonObject;
}

/** A template, read for the relations that the traps turn on. */
export interface TemplateView {
  readonly template: JsonObject;
  /** Region of the stack; null where nobody says. */
  readonly region: string | null;
  ofType(...types: readonly string[]): readonly ResourceView[];
  get(id: string): ResourceView | undefined;
  /** Everything a resource waits for, however indirectly, by Ref, GetAtt or DependsOn. */
  waitsFor(id: string): ReadonlySet<string>;
  /** Text that stands for the zone of a subnet: equal for subnets that share one. */
  zoneOf(subnet: string): string;
  /** Default routes of a subnet's table. */
  defaultRoutesOf(subnet: string): readonly ResourceView[];
}

/** Logical ids named anywhere in a value. */
export function idsIn(value: Json | undefined): readonly string[] {
  const ids: string[] = [];
  walkIntrinsics(value, '', (call) => {
    if (call.name === 'Ref' && typeof call.argument === 'string') ids.push(call.argument);
    if (call.name === 'Fn::GetAtt') ids.push(readGetAtt(call.argument)?.target ?? '');
    if (call.name === 'Fn::Sub' && typeof call.argument === 'string')
      for (const match of call.argument.matchAll(/\$\{([A-Za-z0-9]+)/g)) ids.push(match[1] ?? '');
  });
  return ids;
}

export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The value with every parameter replaced by its default. */
export function withDefaults(template: JsonObject, value: Json | undefined): Json | undefined {
  const call = readIntrinsic(value);
  if (call?.name !== 'Ref' || typeof call.argument !== 'string' || !isJsonObject(template.Parameters)) return value;
  const parameter = template.Parameters[call.argument];
  return isJsonObject(parameter) ? parameter.Default : value;
}

/** Reads a template once. */
export function viewTemplate(template: JsonObject, region: string | null): TemplateView {
  const resources = new Map<string, ResourceView>();
  for (const [id, entry] of Object.entries(isJsonObject(template.Resources) ? template.Resources : {}))
    if (isJsonObject(entry) && typeof entry.Type === 'string')
      resources.set(id, {
        id,
        type: entry.Type,
        entry,
        properties: isJsonObject(entry.Properties) ? entry.Properties : {},
      });
  const all = [...resources.values()];
  const waits = new Map<string, ReadonlySet<string>>();
  const direct = (resource: ResourceView): readonly string[] => [
    ...idsIn(resource.properties),
    ...listOf(resource.entry.DependsOn).filter((id) => typeof id === 'string'),
  ];
  const view: TemplateView = {
    template,
    region,
    ofType: (...types) => all.filter((resource) => types.includes(resource.type)),
    get: (id) => resources.get(id),
    waitsFor(id) {
      const known = waits.get(id);
      if (known) return known;
      const found = new Set<string>();
      const queue = [id];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const resource = resources.get(next);
        for (const target of resource ? direct(resource) : [])
          if (resources.has(target) && !found.has(target)) {
            found.add(target);
            queue.push(target);
          }
      }
      waits.set(id, found);
      return found;
    },
    zoneOf: (subnet) => JSON.stringify(resources.get(subnet)?.properties.AvailabilityZone ?? null),
    defaultRoutesOf(subnet) {
      const tables = all
        .filter(
          (resource) =>
            resource.type === 'AWS::EC2::SubnetRouteTableAssociation' &&
            idsIn(resource.properties.SubnetId).includes(subnet),
        )
        .flatMap((association) => idsIn(association.properties.RouteTableId));
      return all.filter(
        (resource) =>
          resource.type === 'AWS::EC2::Route' &&
          resource.properties.DestinationCidrBlock === '0.0.0.0/0' &&
          idsIn(resource.properties.RouteTableId).some((table) => tables.includes(table)),
      );
    },
  };
  return view;
}
