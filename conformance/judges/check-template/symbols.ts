import type { PropertyType } from '@aws-cdk/service-spec-types';
import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import type { ResourceSpec } from './resource-spec';

const PSEUDO_PARAMETERS: ReadonlyMap<string, 'text' | 'list' | 'any'> = new Map([
  ['AWS::AccountId', 'text'],
  ['AWS::NotificationARNs', 'list'],
  ['AWS::NoValue', 'any'],
  ['AWS::Partition', 'text'],
  ['AWS::Region', 'text'],
  ['AWS::StackId', 'text'],
  ['AWS::StackName', 'text'],
  ['AWS::URLSuffix', 'text'],
]);

/** What a value is known to be before deployment. */
export type Shape = 'text' | 'list' | 'object' | 'any';

/** Everything in a template that other parts can name. */
export interface Symbols {
  readonly resources: ReadonlyMap<string, JsonObject>;
  readonly conditions: ReadonlySet<string>;
  readonly mappings: ReadonlySet<string>;
  /** Shape behind a `Ref`; undefined where nothing of that name exists. */
  shapeOfRef(name: string): Shape | undefined;
  /** Shape behind a `Fn::GetAtt`; undefined where the type has no such attribute. */
  shapeOfAttribute(target: string, attribute: string): Shape | undefined;
}

const section = (template: JsonObject, name: string): JsonObject => {
  const value = template[name];
  return isJsonObject(value) ? value : {};
};

const typeOf = (entry: Json | undefined): string =>
  isJsonObject(entry) && typeof entry.Type === 'string' ? entry.Type : '';

/** Types whose attributes a template defines itself, so that no list can hold them. */
const hasOpenAttributes = (type: string, attribute: string): boolean =>
  type.startsWith('Custom::') ||
  type === 'AWS::CloudFormation::CustomResource' ||
  (type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.'));

function shapeOfType(type: PropertyType): Shape {
  if (type.type === 'array') return 'list';
  if (type.type === 'ref' || type.type === 'map') return 'object';
  return type.type === 'json' || type.type === 'union' ? 'any' : 'text';
}

const isListParameter = (type: string): boolean => type === 'CommaDelimitedList' || /(^|<)List</.test(type);

/** Collects the names a template defines. */
export function collectSymbols(template: JsonObject, spec: ResourceSpec): Symbols {
  const resources = new Map<string, JsonObject>();
  for (const [id, resource] of Object.entries(section(template, 'Resources')))
    if (isJsonObject(resource)) resources.set(id, resource);
  const parameters = new Map(Object.entries(section(template, 'Parameters')));
  return {
    resources,
    conditions: new Set(Object.keys(section(template, 'Conditions'))),
    mappings: new Set(Object.keys(section(template, 'Mappings'))),
    shapeOfRef(name) {
      const parameter = parameters.get(name);
      if (parameter !== undefined) return isListParameter(typeOf(parameter)) ? 'list' : 'text';
      if (resources.has(name)) return 'text';
      return PSEUDO_PARAMETERS.get(name);
    },
    shapeOfAttribute(target, attribute) {
      const type = typeOf(resources.get(target));
      if (hasOpenAttributes(type, attribute)) return 'any';
      const known = spec.resource(type);
      if (!known) return 'any';
      const found = known.attributes[attribute];
      return found && shapeOfType(found.type);
    },
  };
}
