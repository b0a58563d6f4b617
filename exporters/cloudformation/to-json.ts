import type { Json, JsonObject } from '../../shared/util/json';
import type { Template } from './template';
import { FORMAT_VERSION } from './template';

/** The template as one JSON object, sections and resources in the order in which they are written. */
export function toTemplateObject(template: Template): JsonObject {
  const { description, parameters, conditions, sections, outputs } = template;
  const resources = sections.flatMap((section) => [...section.resources]);
  const object: Record<string, Json> = { AWSTemplateFormatVersion: FORMAT_VERSION, Description: description };
  if (parameters.size > 0) object.Parameters = plainEntries(parameters);
  if (conditions) object.Conditions = Object.fromEntries(conditions);
  object.Resources = plainEntries(resources);
  if (outputs.size > 0) object.Outputs = plainEntries(outputs);
  return object;
}

/** Drops the keys that are not set, so that an interface with optional fields becomes plain JSON. */
function plainEntries(entries: Iterable<readonly [string, object]>): JsonObject {
  return Object.fromEntries(
    Array.from(entries, ([id, entry]): [string, JsonObject] => [
      id,
      Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)),
    ]),
  );
}

/** JSON text with two spaces of indentation and a final line break. */
export const toJson = (template: Template): string => `${JSON.stringify(toTemplateObject(template), null, 2)}\n`;
