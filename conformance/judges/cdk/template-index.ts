import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';

export const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly whole: JsonObject;
}

/** Resources of a template by logical id. */
export function indexTemplate(template: JsonObject): ReadonlyMap<string, TemplateResource> {
  return new Map(
    Object.entries(objectOf(template.Resources)).map(([id, value]) => {
      const whole = objectOf(value);
      return [id, { id, type: String(whole.Type), properties: objectOf(whole.Properties), whole }];
    }),
  );
}

/** The logical id that a reference leads to. */
export function targetId(value: Json | undefined): string | undefined {
  const { Ref, 'Fn::GetAtt': getAtt } = objectOf(value);
  if (typeof Ref === 'string') return Ref;
  const [id] = listOf(getAtt);
  return typeof id === 'string' ? id : undefined;
}

/** The tags of a resource, however its type writes them. */
export function tagsOf({ properties }: TemplateResource): ReadonlyMap<string, string> {
  const { Tags, FileSystemTags, HealthCheckTags, HostedZoneTags, ResourceTags } = properties;
  const { TagSpecifications, LaunchTemplateData } = properties;
  const specifications = [...listOf(TagSpecifications), ...listOf(objectOf(LaunchTemplateData).TagSpecifications)];
  const nested = specifications.flatMap((entry) => listOf(objectOf(entry).Tags));
  const pairs = [
    ...listOf(Tags),
    ...listOf(FileSystemTags),
    ...listOf(HealthCheckTags),
    ...listOf(HostedZoneTags),
    ...listOf(ResourceTags),
    ...nested,
  ];
  return new Map([
    ...pairs.map(objectOf).map(({ Key, Value }): [string, string] => [String(Key), String(Value)]),
    ...Object.entries(objectOf(Tags)).map(([key, value]): [string, string] => [key, String(value)]),
  ]);
}

/** The value of the tag Name. A map of tags is no list, and such types are not told apart by name. */
export const nameOf = ({ properties, ...resource }: TemplateResource): string =>
  Array.isArray(properties.Tags) || properties.Tags === undefined
    ? (tagsOf({ ...resource, properties }).get('Name') ?? '')
    : '';

/** Follows names and positions into a value; undefined where the way ends. */
export function follow(value: Json | undefined, path: string): Json | undefined {
  let here: Json | undefined = value;
  for (const step of path.split('.')) {
    const items = listOf(here);
    if (items.length > 0) here = items[Number(step)];
    else here = objectOf(here)[step];
  }
  return here;
}
