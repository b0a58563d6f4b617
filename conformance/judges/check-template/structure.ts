import type { JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import type { Complain } from './complaint';

const SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Resources',
  'Outputs',
]);

const RESOURCE_ATTRIBUTES = new Set([
  'Type',
  'Properties',
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'UpdatePolicy',
  'UpdateReplacePolicy',
]);

/** CloudFormation User Guide, "CloudFormation quotas": entries per section, and bytes of a body passed inline. */
const LIMITS = [
  { section: 'Resources', most: 500 },
  { section: 'Parameters', most: 200 },
  { section: 'Outputs', most: 200 },
  { section: 'Mappings', most: 200 },
] as const;
const INLINE_BYTES = 51_200;

const LOGICAL_ID = /^[A-Za-z0-9]{1,255}$/;

/** Sections, attributes of resources, logical ids and quotas. `bytes` is the size of the body as it is sent. */
export function checkStructure(template: JsonObject, bytes: number, complain: Complain): void {
  for (const section of Object.keys(template))
    if (!SECTIONS.has(section)) complain('unknown-section', section, 'no such section');
  if (!isJsonObject(template.Resources) || Object.keys(template.Resources).length === 0)
    complain('missing-required', 'Resources', 'a template needs at least one resource');
  for (const { section, most } of LIMITS) {
    const entries = template[section];
    const ids = isJsonObject(entries) ? Object.keys(entries) : [];
    if (ids.length > most) complain('limit', section, `${ids.length} entries, ${most} allowed`);
    for (const id of ids)
      if (!LOGICAL_ID.test(id)) complain('logical-id', `${section}.${id}`, 'only A–Z, a–z and 0–9, at most 255');
  }
  if (bytes > INLINE_BYTES) complain('limit', '', `${bytes} bytes, ${INLINE_BYTES} allowed in a call`);
  for (const [id, resource] of Object.entries(isJsonObject(template.Resources) ? template.Resources : {}))
    for (const attribute of Object.keys(isJsonObject(resource) ? resource : {}))
      if (!RESOURCE_ATTRIBUTES.has(attribute))
        complain('unknown-attribute', `Resources.${id}.${attribute}`, 'resources have no such attribute');
}
