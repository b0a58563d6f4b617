import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import type { Tag } from '../plan/tags';
import type { Resource } from './template';

/**
 * How a type takes tags, beside the property. `list`: `{ Key, Value }` each. `map`: key → value. `group`: a list that says whether
 * instances get them too. `specifications`: a list for each kind of thing that is made.
 */
interface TagShape {
  readonly property: string;
  readonly form: 'list' | 'map' | 'group' | 'specifications';
}

const PLAIN: TagShape = { property: 'Tags', form: 'list' };
const MAP: TagShape = { property: 'Tags', form: 'map' };

/** Every type among those we write that takes tags, as its CloudFormation schema says; the judges hold it against the schemas. */
export const TAG_SHAPES: Readonly<Record<string, TagShape>> = {
  'AWS::ApiGatewayV2::Api': MAP,
  'AWS::ApiGatewayV2::DomainName': MAP,
  'AWS::ApiGatewayV2::Stage': MAP,
  'AWS::ApplicationAutoScaling::ScalableTarget': PLAIN,
  'AWS::AutoScaling::AutoScalingGroup': { property: 'Tags', form: 'group' },
  'AWS::Budgets::Budget': { property: 'ResourceTags', form: 'list' },
  'AWS::CertificateManager::Certificate': PLAIN,
  'AWS::CloudFormation::Stack': PLAIN,
  'AWS::CloudFront::Distribution': PLAIN,
  'AWS::CloudTrail::Trail': PLAIN,
  'AWS::CloudWatch::Alarm': PLAIN,
  'AWS::DynamoDB::Table': PLAIN,
  'AWS::EC2::CustomerGateway': PLAIN,
  'AWS::EC2::EIP': PLAIN,
  'AWS::EC2::Instance': PLAIN,
  'AWS::EC2::InternetGateway': PLAIN,
  'AWS::EC2::LaunchTemplate': { property: 'TagSpecifications', form: 'specifications' },
  'AWS::EC2::NatGateway': PLAIN,
  'AWS::EC2::RouteTable': PLAIN,
  'AWS::EC2::SecurityGroup': PLAIN,
  'AWS::EC2::Subnet': PLAIN,
  'AWS::EC2::VPC': PLAIN,
  'AWS::EC2::VPCEndpoint': PLAIN,
  'AWS::EC2::VPNConnection': PLAIN,
  'AWS::EC2::VPNGateway': PLAIN,
  'AWS::ECS::Cluster': PLAIN,
  'AWS::ECS::Service': PLAIN,
  'AWS::ECS::TaskDefinition': PLAIN,
  'AWS::EFS::FileSystem': { property: 'FileSystemTags', form: 'list' },
  'AWS::ElastiCache::CacheCluster': PLAIN,
  'AWS::ElastiCache::ReplicationGroup': PLAIN,
  'AWS::ElastiCache::SubnetGroup': PLAIN,
  'AWS::ElasticLoadBalancingV2::Listener': PLAIN,
  'AWS::ElasticLoadBalancingV2::ListenerRule': PLAIN,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': PLAIN,
  'AWS::ElasticLoadBalancingV2::TargetGroup': PLAIN,
  'AWS::IAM::Role': PLAIN,
  'AWS::KMS::Key': PLAIN,
  'AWS::Kinesis::Stream': PLAIN,
  'AWS::Lambda::EventSourceMapping': PLAIN,
  'AWS::Lambda::Function': PLAIN,
  'AWS::Logs::LogGroup': PLAIN,
  'AWS::RDS::DBCluster': PLAIN,
  'AWS::RDS::DBClusterParameterGroup': PLAIN,
  'AWS::RDS::DBInstance': PLAIN,
  'AWS::RDS::DBParameterGroup': PLAIN,
  'AWS::RDS::DBSubnetGroup': PLAIN,
  'AWS::Route53::HealthCheck': { property: 'HealthCheckTags', form: 'list' },
  'AWS::Route53::HostedZone': { property: 'HostedZoneTags', form: 'list' },
  'AWS::S3::Bucket': PLAIN,
  'AWS::SNS::Topic': PLAIN,
  'AWS::SQS::Queue': PLAIN,
  'AWS::SecretsManager::Secret': PLAIN,
  'AWS::WAFv2::WebACL': PLAIN,
};

const pairs = (tags: readonly Tag[]): readonly JsonObject[] =>
  tags.map(({ key, value }) => ({ Key: key, Value: value }));

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Puts tags on everything that a list of specifications names. */
const onEach = (specifications: Json | undefined, tags: readonly Tag[]): readonly Json[] =>
  listOf(specifications).map((item) =>
    isJsonObject(item) ? { ...item, Tags: [...listOf(item.Tags), ...pairs(tags)] } : item,
  );

function tagTemplate(properties: JsonObject, tags: readonly Tag[]): JsonObject {
  const { LaunchTemplateData: data, TagSpecifications } = properties;
  return {
    ...properties,
    ...(isJsonObject(data)
      ? { LaunchTemplateData: { ...data, TagSpecifications: onEach(data.TagSpecifications, tags) } }
      : {}),
    TagSpecifications: onEach(TagSpecifications, tags),
  };
}

function tagged(properties: JsonObject, { property, form }: TagShape, tags: readonly Tag[]): JsonObject {
  const before = properties[property];
  switch (form) {
    case 'list':
      return { ...properties, [property]: [...listOf(before), ...pairs(tags)] };
    case 'group':
      return {
        ...properties,
        [property]: [...listOf(before), ...pairs(tags).map((tag) => ({ ...tag, PropagateAtLaunch: true }))],
      };
    case 'map':
      return {
        ...properties,
        [property]: {
          ...(isJsonObject(before) ? before : {}),
          ...Object.fromEntries(tags.map(({ key, value }) => [key, value])),
        },
      };
    case 'specifications':
      return tagTemplate(properties, tags);
  }
}

/** The resource with these tags beside those it has; as it is where its type takes none. */
export function tagResource(resource: Resource, tags: readonly Tag[]): Resource {
  const shape = TAG_SHAPES[resource.Type];
  if (!shape || tags.length === 0) return resource;
  return { ...resource, Properties: tagged(resource.Properties ?? {}, shape, tags) };
}
