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

/** The value of the tag Name, however a type writes its tags. */
export function nameOf({ properties }: TemplateResource): string {
  const { Tags, FileSystemTags, HostedZoneTags, TagSpecifications } = properties;
  const nested = listOf(TagSpecifications).flatMap((entry) => listOf(objectOf(entry).Tags));
  const tags = [...listOf(Tags), ...listOf(FileSystemTags), ...listOf(HostedZoneTags), ...nested];
  const found = tags.map(objectOf).find(({ Key }) => Key === 'Name')?.Value;
  return typeof found === 'string' ? found : '';
}

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
