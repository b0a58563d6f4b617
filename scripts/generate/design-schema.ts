import { z } from 'zod';
import { allDefinitions } from '../../shared/catalog/catalog';
import { connectionMeanings, connectionSettings } from '../../shared/catalog/connections';
import { designSettings } from '../../shared/catalog/design-settings';
import { fieldMeta } from '../../shared/catalog/fields';
import { FORMAT_NAME, FORMAT_VERSION } from '../../shared/model/design';
import { limits } from '../../shared/model/format/limits';
import { LONGEST_TAG_KEY, LONGEST_TAG_VALUE, MOST_TAGS } from '../../shared/model/tags';
import { isJsonObject, type Json, type JsonObject } from '../../shared/util/json';

const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

const text = (maxLength: number, description: string): JsonObject => ({ type: 'string', maxLength, description });
const id = (description: string): JsonObject => ({
  type: 'string',
  minLength: 1,
  maxLength: limits.idLength,
  description,
});

/** Settings as they stand in a file: each may be left out, and fields of a newer version may be there. */
function settingsSchema(schema: z.ZodObject): JsonObject {
  const json = toJson(
    z.toJSONSchema(schema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        if (!('_zod' in zodSchema)) return;
        const meta = fieldMeta.get(zodSchema);
        if (!meta) return;
        jsonSchema.title = meta.label;
        const description = [meta.help, meta.unit && `Unit: ${meta.unit}.`].filter(Boolean).join(' ');
        if (description) jsonSchema.description = description;
      },
    }),
  );
  if (!isJsonObject(json)) return {};
  const { $schema: _, ...rest } = json;
  return { ...rest, description: 'Only what differs from the defaults.' };
}

const frameSchema: JsonObject = {
  type: 'object',
  required: ['x', 'y', 'width', 'height'],
  description: "Position relative to the parent's top left corner, and size, in canvas pixels at 100 %.",
  properties: {
    x: { type: 'number', minimum: -limits.position, maximum: limits.position },
    y: { type: 'number', minimum: -limits.position, maximum: limits.position },
    width: { type: 'number', minimum: 0, maximum: limits.size },
    height: { type: 'number', minimum: 0, maximum: limits.size },
  },
};

/** As AWS takes it; that no key starts with aws: in any case, is Name or differs from another in case only is in docs/format.md. */
const tagKeySchema: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: LONGEST_TAG_KEY,
  pattern: '^[\\p{L}\\p{N} _.:/=+@-]+$',
};

const tagsSchema = (description: string): JsonObject => ({
  type: 'object',
  maxProperties: MOST_TAGS,
  propertyNames: tagKeySchema,
  additionalProperties: {
    type: 'string',
    minLength: 1,
    maxLength: LONGEST_TAG_VALUE,
    pattern: '^[\\p{L}\\p{N} _.:/=+@-]+$',
  },
  description,
});

/** The settings of a kind are named, so that its values for development can be the same. */
const settingsName = (kind: string): string => `settings-${kind}`;

const elementSchema = (): JsonObject => ({
  type: 'object',
  required: ['id', 'kind', 'name', 'frame'],
  properties: {
    id: id('Unique among the elements.'),
    kind: id('A kind of the catalog; others are kept as they are.'),
    name: text(limits.nameLength, 'What people call it.'),
    parent: id('Element that holds it; left out on the canvas itself.'),
    tier: id('Tier it belongs to.'),
    subnets: {
      type: 'array',
      items: id('A subnet.'),
      uniqueItems: true,
      description: 'Subnets a spanning service lies in.',
    },
    frame: frameSchema,
    settings: { type: 'object' },
    parameters: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: limits.idLength },
      maxItems: limits.parameters,
      uniqueItems: true,
      description: 'Keys of settings that the export leaves to whoever deploys.',
    },
    development: {
      type: 'object',
      maxProperties: limits.development,
      propertyNames: { minLength: 1, maxLength: limits.idLength },
      description: "Settings that have another value in development; the drawn value is production's.",
    },
    tags: tagsSchema('Tags of its own; what it lies in and its tier add theirs.'),
    collapsed: { type: 'boolean', description: 'True draws a container as one box; left out where it is open.' },
    locked: {
      type: 'boolean',
      description: 'True keeps it from being moved, resized and deleted; left out otherwise.',
    },
    order: {
      type: 'integer',
      minimum: -limits.order,
      maximum: limits.order,
      description: 'Place among its siblings from back to front; left out for 0.',
    },
  },
  allOf: allDefinitions().map(({ kind, title, schema }) =>
    Object.fromEntries([
      ['if', { properties: { kind: { const: kind } } }],
      [
        'then',
        {
          title,
          properties: {
            settings: { $anchor: settingsName(kind), ...settingsSchema(schema) },
            development: { $ref: `#${settingsName(kind)}` },
          },
        },
      ],
    ]),
  ),
});

const bendSchema: JsonObject = {
  type: 'object',
  required: ['x', 'y'],
  properties: {
    x: { type: 'number', minimum: -limits.position, maximum: limits.position },
    y: { type: 'number', minimum: -limits.position, maximum: limits.position },
  },
};

const connectionSchema = (): JsonObject => ({
  type: 'object',
  required: ['id', 'kind', 'from', 'to'],
  properties: {
    id: id('Unique among the connections.'),
    kind: {
      ...id('What it means; others are kept as they are.'),
      examples: Object.keys(connectionMeanings),
    },
    from: id('Element it starts at.'),
    to: id('Element it ends at, another one.'),
    settings: settingsSchema(connectionSettings.schema),
    bends: {
      type: 'array',
      maxItems: limits.bends,
      items: bendSchema,
      description:
        'Corners its line was bent to, from start to end, in canvas pixels; left out where it finds its own way.',
    },
  },
});

const day = (description: string): JsonObject => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description,
});
const words = (maxLength: number, description: string): JsonObject => ({
  minLength: 1,
  ...text(maxLength, description),
});

const waiverSchema = (): JsonObject => ({
  type: 'object',
  required: ['rule', 'element', 'reason', 'owner', 'created'],
  properties: {
    rule: { ...id('The rule whose finding is accepted.'), examples: ['AVL-05'] },
    element: id('Element or connection the finding is about; * for all.'),
    reason: words(limits.reasonLength, 'Why it is accepted.'),
    owner: words(limits.ownerLength, 'Who answers for it.'),
    created: day('Day it was made.'),
    expires: day('Last day it holds; left out where it holds until it is taken back.'),
  },
});

/** The file format as JSON Schema, from the catalog. What a schema cannot say (references, cycles) stands in docs/format.md. */
export const makeDesignSchema = (): JsonObject => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Stratiform design',
  description:
    'One AWS architecture as drawn with Stratiform. Generated from the catalog by npm run generate; do not edit.',
  type: 'object',
  required: ['format', 'version', 'name', 'elements', 'connections'],
  properties: {
    format: { const: FORMAT_NAME },
    version: { const: FORMAT_VERSION },
    name: text(limits.nameLength, 'Name of the design.'),
    settings: settingsSchema(designSettings.schema),
    tags: tagsSchema('Tags of everything in the design.'),
    requiredTags: {
      type: 'array',
      items: tagKeySchema,
      maxItems: MOST_TAGS,
      uniqueItems: true,
      description: 'Keys of tags that everything must have.',
    },
    waivers: { type: 'array', maxItems: limits.waivers, items: waiverSchema() },
    elements: { type: 'array', maxItems: limits.elements, items: elementSchema() },
    connections: { type: 'array', maxItems: limits.connections, items: connectionSchema() },
  },
});

export const schemaText = (): string => `${JSON.stringify(makeDesignSchema(), null, 2)}\n`;
