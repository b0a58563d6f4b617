import type { Json, JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import { readGetAtt, walkIntrinsics } from '../check-template/intrinsics';

/** Something that moto 5.2.1 cannot do, and what is left out of a template so that the rest can be deployed. */
interface Limit {
  readonly reason: string;
  /** Resources of these types are not created: the server skips them. */
  readonly types?: readonly string[];
  /** Attributes it does not know: `Type.Attribute`. */
  readonly attributes?: readonly string[];
  /** Properties it fails on: `Type.Property`. */
  readonly properties?: readonly string[];
  /** Properties without which a resource makes no sense, so that it goes with what the property names. */
  readonly vital?: readonly string[];
}

const LIMITS: readonly Limit[] = [
  {
    reason: 'its CloudFormation has no such resources',
    types: [
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::ApiMapping',
      'AWS::ApiGatewayV2::Authorizer',
      'AWS::ApiGatewayV2::DomainName',
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::ApiGatewayV2::Stage',
      'AWS::ApplicationAutoScaling::ScalableTarget',
      'AWS::ApplicationAutoScaling::ScalingPolicy',
      'AWS::AutoScaling::ScalingPolicy',
      'AWS::Budgets::Budget',
      'AWS::CertificateManager::Certificate',
      'AWS::CloudFront::Distribution',
      'AWS::CloudFront::OriginAccessControl',
      'AWS::CloudTrail::Trail',
      'AWS::CloudWatch::Alarm',
      'AWS::EC2::CustomerGateway',
      'AWS::EC2::SecurityGroupEgress',
      'AWS::ECS::ClusterCapacityProviderAssociations',
      'AWS::EC2::VPNConnection',
      'AWS::EC2::VPNConnectionRoute',
      'AWS::EC2::VPNGatewayRoutePropagation',
      'AWS::ElastiCache::CacheCluster',
      'AWS::ElastiCache::ReplicationGroup',
      'AWS::ElastiCache::SubnetGroup',
      'AWS::Lambda::Url',
      'AWS::RDS::DBCluster',
      'AWS::RDS::DBClusterParameterGroup',
      'AWS::S3::BucketPolicy',
      'AWS::SecretsManager::RotationSchedule',
      'AWS::SecretsManager::Secret',
      'AWS::SNS::Subscription',
      'AWS::SNS::TopicPolicy',
      'AWS::SQS::QueuePolicy',
      'AWS::WAFv2::WebACL',
      'AWS::WAFv2::WebACLAssociation',
    ],
  },
  {
    reason: 'a record without its target, a permission without its caller, a member without its cluster',
    vital: [
      'AWS::Route53::RecordSet.AliasTarget',
      'AWS::Lambda::Permission.SourceArn',
      'AWS::RDS::DBInstance.DBClusterIdentifier',
    ],
  },
  {
    reason: 'its databases keep no secret that CloudFormation could name',
    attributes: ['AWS::RDS::DBInstance.MasterUserSecret.SecretArn', 'AWS::RDS::DBCluster.MasterUserSecret.SecretArn'],
  },
  {
    reason: 'it loses the IOPS of a volume on the way, and then asks for them',
    properties: ['AWS::EC2::Instance.BlockDeviceMappings'],
  },
  {
    reason: 'it takes the group of parameters itself where it needs the name',
    properties: ['AWS::RDS::DBInstance.DBParameterGroupName'],
  },
  { reason: 'it reads the tags of a key by the names of another service', properties: ['AWS::KMS::Key.Tags'] },
];

/**
 * Moto takes a nested stack for a resource, but its outputs cannot be read (`Fn::GetAtt` fails on one), and updating it deletes it
 * and all in it to make it anew. So `nested-stacks.ts` does what CloudFormation does with a root: it makes, updates and deletes the
 * nested stacks one after the other, and hands on what they give out.
 */
export const NESTED_STACKS = 'AWS::CloudFormation::Stack';

/** What a nested stack would be told about something that the emulator lacks. */
const FROM_ELSEWHERE = 'From another stack';

export const LEFT_OUT_TYPES: ReadonlySet<string> = new Set([
  FROM_ELSEWHERE,
  ...LIMITS.flatMap(({ types = [] }) => types),
]);
const ATTRIBUTES = new Set(LIMITS.flatMap(({ attributes = [] }) => attributes));
const PROPERTIES = new Set(LIMITS.flatMap(({ properties = [] }) => properties));
const VITAL = new Set(LIMITS.flatMap(({ vital = [] }) => vital));

const entriesOf = (value: Json | undefined): [string, Json][] => (isJsonObject(value) ? Object.entries(value) : []);

/** Says whether a value depends on something that the emulator lacks. */
function dependsOnMissing(value: Json, types: ReadonlyMap<string, string>): boolean {
  let found = false;
  walkIntrinsics(value, '', ({ name, argument }) => {
    const names = name === 'Ref' && typeof argument === 'string' ? [argument] : [];
    if (name === 'Fn::Sub' && typeof argument === 'string')
      names.push(...[...argument.matchAll(/\$\{([A-Za-z0-9]+)/g)].map((match) => match[1] ?? ''));
    const attribute = name === 'Fn::GetAtt' ? readGetAtt(argument) : undefined;
    if (attribute) {
      names.push(attribute.target);
      if (ATTRIBUTES.has(`${types.get(attribute.target)}.${attribute.attribute}`)) found = true;
    }
    if (names.some((id) => LEFT_OUT_TYPES.has(types.get(id) ?? ''))) found = true;
  });
  return found;
}

/** Drops what depends on something missing: list items and entries of objects, as small a part as can go. */
function prune(value: Json, types: ReadonlyMap<string, string>): Json | undefined {
  if (!dependsOnMissing(value, types)) return value;
  if (Array.isArray(value)) return value.filter((item: Json) => !dependsOnMissing(item, types));
  return undefined;
}

/** The properties that can stay; undefined where the resource makes no sense without one that cannot. */
function adaptProperties(
  type: string,
  properties: Json | undefined,
  types: ReadonlyMap<string, string>,
): Json | undefined {
  const kept: Record<string, Json> = {};
  for (const [name, value] of entriesOf(properties)) {
    if (PROPERTIES.has(`${type}.${name}`)) continue;
    if (name === 'PolicyDocument' && isJsonObject(value) && Array.isArray(value.Statement)) {
      const statements = prune(value.Statement, types);
      if (!Array.isArray(statements) || statements.length === 0) return undefined;
      kept[name] = { ...value, Statement: statements };
      continue;
    }
    const pruned = prune(value, types);
    if (pruned !== undefined) kept[name] = pruned;
    else if (VITAL.has(`${type}.${name}`)) return undefined;
  }
  return kept;
}

/** What AWS decides by itself and moto must be told, or it fails. */
function whatAwsDecides(id: string, type: string, properties: JsonObject): JsonObject {
  // AWS ends the name it makes for a FIFO queue or topic in `.fifo`; moto does not, and then refuses its own name.
  if (type === 'AWS::SQS::Queue' && properties.FifoQueue === true) return { QueueName: `${id}.fifo` };
  if (type === 'AWS::SNS::Topic' && properties.FifoTopic === true) return { TopicName: `${id}.fifo` };
  // moto has no default version of MariaDB.
  if (type === 'AWS::RDS::DBInstance' && properties.Engine === 'mariadb') return { EngineVersion: '11.4.4' };
  return {};
}

/** moto's CloudFormation makes an Application Load Balancer of every one, and that refuses TCP and UDP. */
const isNetworkListener = (type: string, properties: Json | undefined): boolean =>
  type === 'AWS::ElasticLoadBalancingV2::Listener' &&
  isJsonObject(properties) &&
  ['TCP', 'UDP', 'TLS', 'TCP_UDP'].includes(String(properties.Protocol));

function adaptResource(id: string, resource: JsonObject, types: ReadonlyMap<string, string>): Json | undefined {
  const type = String(resource.Type);
  if (LEFT_OUT_TYPES.has(type) || isNetworkListener(type, resource.Properties)) return undefined;
  const properties = adaptProperties(type, resource.Properties, types);
  if (!isJsonObject(properties)) return undefined;
  const { DependsOn, ...rest } = resource;
  const waits = Array.isArray(DependsOn)
    ? DependsOn.filter((other: Json) => !LEFT_OUT_TYPES.has(types.get(String(other)) ?? ''))
    : [];
  return {
    ...rest,
    ...(waits.length > 0 ? { DependsOn: waits } : {}),
    Properties: { ...properties, ...whatAwsDecides(id, type, properties) },
  };
}

/** moto takes the zones of us-east-1 where no Region is named; AWS takes those of the stack's own. */
function nameRegion(value: Json, region: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => nameRegion(item, region));
  if (!isJsonObject(value)) return value;
  if (value['Fn::GetAZs'] === '') return { 'Fn::GetAZs': region };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nameRegion(item, region)]));
}

/**
 * The template without what moto 5.2.1 cannot do; everything else is deployed as exported.
 * @param missing parameters whose values would come from something it cannot do
 */
export function adaptForEmulator(
  template: JsonObject,
  region: string,
  missing: ReadonlySet<string> = new Set(),
): JsonObject {
  const types = new Map([
    ...entriesOf(template.Resources).map(([id, resource]): [string, string] => [
      id,
      isJsonObject(resource) ? String(resource.Type) : '',
    ]),
    ...[...missing].map((name): [string, string] => [name, FROM_ELSEWHERE]),
  ]);
  const resources = entriesOf(template.Resources).flatMap(([id, resource]): [string, Json][] => {
    const adapted = isJsonObject(resource) ? adaptResource(id, resource, types) : undefined;
    return adapted === undefined ? [] : [[id, nameRegion(adapted, region)]];
  });
  const outputs = entriesOf(template.Outputs).filter(([, output]) => !dependsOnMissing(output, types));
  const parameters = entriesOf(template.Parameters).filter(([name]) => !missing.has(name));
  return {
    ...template,
    Parameters: Object.fromEntries(parameters),
    Resources: Object.fromEntries(resources),
    Outputs: Object.fromEntries(outputs),
  };
}
