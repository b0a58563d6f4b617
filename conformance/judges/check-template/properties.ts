import type { Property, PropertyType, ResourceProperties } from '@aws-cdk/service-spec-types';
import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import type { Complain, Complaint } from './complaint';
import type { Intrinsic } from './intrinsics';
import { readGetAtt, readIntrinsic } from './intrinsics';
import type { ResourceSpec } from './resource-spec';
import type { Shape, Symbols } from './symbols';

interface Context {
  readonly spec: ResourceSpec;
  readonly symbols: Symbols;
}

const CALL_SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['Fn::Base64', 'text'],
  ['Fn::Join', 'text'],
  ['Fn::Sub', 'text'],
  ['Fn::ToJsonString', 'text'],
  ['Fn::Length', 'text'],
  ['Fn::Cidr', 'list'],
  ['Fn::GetAZs', 'list'],
  ['Fn::Split', 'list'],
]);

function shapeOfCall(call: Intrinsic, symbols: Symbols): Shape {
  if (call.name === 'Ref') return (typeof call.argument === 'string' && symbols.shapeOfRef(call.argument)) || 'any';
  if (call.name === 'Fn::GetAtt') {
    const read = readGetAtt(call.argument);
    return (read && symbols.shapeOfAttribute(read.target, read.attribute)) ?? 'any';
  }
  return CALL_SHAPES.get(call.name) ?? 'any';
}

const wantedShape = (type: PropertyType): Shape => {
  if (type.type === 'array') return 'list';
  if (type.type === 'ref' || type.type === 'map' || type.type === 'tag') return 'object';
  return type.type === 'json' || type.type === 'union' ? 'any' : 'text';
};

/** Complaints about the properties of every resource: names, presence, types through intrinsics, allowed values. */
export function checkProperties(spec: ResourceSpec, symbols: Symbols, complain: Complain): void {
  const context: Context = { spec, symbols };
  for (const [id, resource] of symbols.resources) {
    const path = `Resources.${id}`;
    const type = typeof resource.Type === 'string' ? resource.Type : '';
    if (type.startsWith('Custom::')) continue;
    const known = spec.resource(type);
    if (!known) {
      complain('unknown-type', path, `CloudFormation has no resource type ${type || '(none given)'}`);
      continue;
    }
    const properties = isJsonObject(resource.Properties) ? resource.Properties : {};
    for (const complaint of checkObject(properties, known.properties, `${path}.Properties`, context))
      complain(complaint.code, complaint.path, complaint.message);
  }
}

function checkObject(value: JsonObject, properties: ResourceProperties, path: string, context: Context): Complaint[] {
  const complaints: Complaint[] = [];
  for (const [name, property] of Object.entries(properties))
    if (property.required && !(name in value))
      complaints.push({ code: 'missing-required', path, message: `${name} must be given` });
  for (const [name, item] of Object.entries(value)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property) complaints.push(...checkProperty(item, property, `${path}.${name}`, context));
    else complaints.push({ code: 'unknown-property', path: `${path}.${name}`, message: 'no such property here' });
  }
  return complaints;
}

/** The value may suit the current type or any that AWS once published for the property. */
const checkProperty = (value: Json, property: Property, path: string, context: Context): Complaint[] =>
  checkEither(value, [property.type, ...(property.previousTypes ?? [])], path, context);

/** Empty where one of the types suits; else the complaints of the type that suits best. */
function checkEither(value: Json, types: readonly PropertyType[], path: string, context: Context): Complaint[] {
  let best: Complaint[] | undefined;
  for (const type of types) {
    const complaints = checkType(value, type, path, context);
    if (complaints.length === 0) return [];
    const isWrongType = complaints.some((complaint) => complaint.code === 'wrong-type' && complaint.path === path);
    if (!best || !isWrongType) best = complaints;
  }
  return best ?? [];
}

function checkCall(call: Intrinsic, type: PropertyType, path: string, context: Context): Complaint[] {
  if (call.name === 'Fn::If') {
    const [, ...branches] = Array.isArray(call.argument) ? call.argument : [];
    return branches.flatMap((branch: Json, index) => checkType(branch, type, `${path}.Fn::If.${index + 1}`, context));
  }
  const wanted = wantedShape(type);
  const given = shapeOfCall(call, context.symbols);
  if (wanted === 'any' || given === 'any' || wanted === given) return [];
  return [{ code: 'wrong-type', path, message: `${call.name} gives ${given}, the property takes ${wanted}` }];
}

function checkType(value: Json, type: PropertyType, path: string, context: Context): Complaint[] {
  if (type.type === 'union') return checkEither(value, type.types, path, context);
  const call = readIntrinsic(value);
  if (call) return checkCall(call, type, path, context);
  const wrong = (wanted: string): Complaint[] => [
    { code: 'wrong-type', path, message: `${JSON.stringify(value)?.slice(0, 60)} where ${wanted} is wanted` },
  ];
  switch (type.type) {
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item: Json, index) => checkType(item, type.element, `${path}.${index}`, context))
        : wrong('a list');
    case 'map':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => checkType(item, type.element, `${path}.${key}`, context))
        : wrong('a map');
    case 'ref': {
      const { properties } = context.spec.definition(type);
      return isJsonObject(value) ? checkObject(value, properties, path, context) : wrong('an object');
    }
    case 'tag':
      return isJsonObject(value) && 'Key' in value && 'Value' in value && Object.keys(value).length === 2
        ? []
        : wrong('a tag of Key and Value');
    case 'json':
      return isJsonObject(value) || Array.isArray(value) || typeof value === 'string' ? [] : wrong('JSON');
    case 'null':
      return value === null ? [] : wrong('null');
    default:
      return checkScalar(value, type, path, wrong);
  }
}

type ScalarType = Extract<PropertyType, { readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date-time' }>;

/** CloudFormation turns numbers and booleans into text and back, so "80" is an integer and 80 a string. */
function checkScalar(value: Json, type: ScalarType, path: string, wrong: (wanted: string) => Complaint[]): Complaint[] {
  if (value === null || typeof value === 'object') return wrong(type.type);
  const text = String(value);
  // A dynamic reference is replaced before the service sees it.
  if (text.startsWith('{{resolve:')) return [];
  if (type.type === 'boolean') return /^(true|false)$/i.test(text) ? [] : wrong('true or false');
  if (type.type === 'integer' && !/^-?\d+$/.test(text)) return wrong('a whole number');
  if (type.type === 'number' && (text.trim() === '' || Number.isNaN(Number(text)))) return wrong('a number');
  const allowed = 'allowedValues' in type ? type.allowedValues?.map(String) : undefined;
  if (!allowed || allowed.length === 0 || allowed.includes(text)) return [];
  return [{ code: 'value-not-allowed', path, message: `${text} is not one of ${allowed.join(', ')}` }];
}
