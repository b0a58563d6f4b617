import type { Schema } from 'js-yaml';
import { CORE_SCHEMA, defineScalarTag, defineSequenceTag, load, YAML11_SCHEMA } from 'js-yaml';
import { z } from 'zod';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';

const NAMES = [
  'Base64',
  'Cidr',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Select',
  'Split',
  'Sub',
];

/** A call as it stands in JSON. */
const longForm = (name: string, argument: unknown): unknown => {
  if (name === 'Ref') return { Ref: argument };
  if (name !== 'GetAtt' || typeof argument !== 'string') return { [`Fn::${name}`]: argument };
  const dot = argument.indexOf('.');
  return { 'Fn::GetAtt': [argument.slice(0, dot), argument.slice(dot + 1)] };
};

const neverWritten = (): boolean => false;

const withCalls = (schema: Schema): Schema =>
  schema.withTags(
    [...NAMES, 'Ref'].flatMap((name) => [
      defineScalarTag(`!${name}`, { resolve: (text) => longForm(name, text), identify: neverWritten }),
      defineSequenceTag<unknown[], unknown>(`!${name}`, {
        create: () => [],
        addItem: (items, item) => {
          items.push(item);
        },
        finalize: (items) => longForm(name, items),
        identify: neverWritten,
      }),
    ]),
  );

const schemas = { '1.1': withCalls(YAML11_SCHEMA), '1.2': withCalls(CORE_SCHEMA) } as const;

const json: z.ZodType<Json> = z.json();

/** Reads a YAML template into long-form JSON, by the rules of YAML 1.1 (as CloudFormation does) or 1.2. */
export function readYamlTemplate(text: string, version: '1.1' | '1.2' = '1.1'): JsonObject {
  const value = json.parse(load(text, { schema: schemas[version] }));
  if (!isJsonObject(value)) throw new Error('The YAML text holds no template');
  return value;
}
