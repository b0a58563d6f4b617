import type { Json, JsonObject } from '../../../shared/util/json';
import { SETTINGS } from './compared-settings';
import { describeRoutes, describeRules } from './network-meaning';
import { follow, indexTemplate, nameOf, type TemplateResource, tagsOf } from './template-index';

/** Types whose resources both targets give the same name to. */
const UNNAMED =
  /WebACLAssociation|ApiGatewayV2|Lambda::Url|RotationSchedule|ParameterGroup|ScalableTarget|Listener|TargetGroup|ScalingPolicy|Attachment$|MountTarget|Subscription|Record|HealthCheck|EventSource|OriginAccess|::EIP$/;

const text = (value: Json | undefined): string => {
  if (value === undefined) return '-';
  return typeof value === 'object' ? JSON.stringify(sorted(value)) : String(value);
};

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

/** Keys of tags that the exporters write beside those of the design. */
const OWN_TAGS = /^(Name|Application|aws-cdk:.*)$/;

function describeTags(resource: TemplateResource): readonly string[] {
  const tags = [...tagsOf(resource)].filter(([key]) => !OWN_TAGS.test(key)).map(([key, value]) => `${key}=${value}`);
  return tags.length > 0 ? [`Tags=${tags.sort().join(',')}`] : [];
}

function describeResource(resource: TemplateResource): string {
  const { type, properties, whole } = resource;
  const settings = (SETTINGS[type] ?? []).map((path) => `${path}=${text(follow(properties, path))}`);
  const name = UNNAMED.test(type) ? '' : ` "${nameOf(resource)}"`;
  return [
    `${type}${name}`,
    ...settings,
    ...describeTags(resource),
    `DeletionPolicy=${text(whole.DeletionPolicy ?? 'Delete')}`,
  ].join(' ');
}

/** Functions that CDK adds to serve itself have no name of ours. */
const isOwnFunction = (resource: TemplateResource): boolean =>
  resource.type === 'AWS::Lambda::Function' && nameOf(resource) !== '';

const FUNCTION_SETTINGS = [
  'Environment',
  'ReservedConcurrentExecutions',
  'Runtime',
  'MemorySize',
  'Timeout',
  'Architectures',
  'Handler',
];

/** What a template deploys, a line for each resource, route and rule, without the ids and the form it is written in. */
export function meaningOf(template: JsonObject): readonly string[] {
  const resources = indexTemplate(template);
  const all = [...resources.values()];
  const functions = all
    .filter(isOwnFunction)
    .map(
      (resource) =>
        `AWS::Lambda::Function "${nameOf(resource)}" ${FUNCTION_SETTINGS.map((key) => text(resource.properties[key])).join(' ')} ${
          resource.properties.VpcConfig ? 'in a VPC' : ''
        }${describeTags(resource).join('')}`,
    );
  return [
    ...all.filter(({ type }) => Object.hasOwn(SETTINGS, type)).map(describeResource),
    ...functions,
    ...describeRules(resources),
    ...describeRoutes(resources),
  ].sort();
}

/** Types of a template that `meaningOf` does not look at. */
export const typesBeyondMeaning = (template: JsonObject): readonly string[] => [
  ...new Set(
    [...indexTemplate(template).values()].map(({ type }) => type).filter((type) => !Object.hasOwn(SETTINGS, type)),
  ),
];
