import type { z } from 'zod';
import { definitionOf } from '../../../shared/catalog/catalog';
import { connectionSettings } from '../../../shared/catalog/connections';
import { designSettings } from '../../../shared/catalog/design-settings';
import { type FieldMeta, fieldMeta } from '../../../shared/catalog/fields';
import type { Design } from '../../../shared/model/design';
import type { JsonObject } from '../../../shared/util/json';

interface Reader {
  readonly schema: z.ZodObject;
  read(raw: object): object;
}

function show(value: unknown, meta: FieldMeta | undefined): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === null || value === undefined) return 'not stated';
  if (typeof value === 'string') return meta?.options?.find((option) => option.value === value)?.label ?? value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : String(value.length);
  return typeof value === 'number' ? `${value}${meta?.unit ? ` ${meta.unit}` : ''}` : 'set';
}

/** `db: Multi-AZ off`, for each setting that has another value on the other side. */
function tellSettings(name: string, own: JsonObject, other: JsonObject, { schema, read }: Reader): string[] {
  const [mine, theirs] = [new Map(Object.entries(read(own))), new Map(Object.entries(read(other)))];
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const value = mine.get(key);
    if (JSON.stringify(value) === JSON.stringify(theirs.get(key))) return [];
    const meta = '_zod' in field ? fieldMeta.get(field) : undefined;
    return [`${name}: ${meta?.label ?? key} ${show(value, meta)}`];
  });
}

/** What is set otherwise in one design than in another that has the same parts, a line each. */
export function tellDifferences(own: Design, other: Design): string[] {
  const lines = tellSettings('Design', own.header.settings, other.header.settings, designSettings);
  for (const element of own.elements.values()) {
    const twin = other.elements.get(element.id);
    const definition = definitionOf(element.kind);
    if (!twin || !definition || twin.kind !== element.kind) continue;
    lines.push(...tellSettings(element.name, element.settings, twin.settings, definition));
  }
  for (const { id, from, to, settings } of own.connections.values()) {
    const twin = other.connections.get(id);
    const name = `${own.elements.get(from)?.name ?? from} → ${own.elements.get(to)?.name ?? to}`;
    if (twin) lines.push(...tellSettings(name, settings, twin.settings, connectionSettings));
  }
  return lines;
}
