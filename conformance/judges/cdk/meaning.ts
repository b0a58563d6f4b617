import type { Json, JsonObject } from '../../../shared/util/json';
import { describeRoutes, describeRules } from './network-meaning';
import { follow, indexTemplate, nameOf, type TemplateResource, tagsOf } from './template-index';

/** Settings that must be the same in both targets, by type. Values are compared as text: `'2'` and `2` mean the same. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Budgets::Budget': [
    'Budget.BudgetType',
    'Budget.TimeUnit',
    'Budget.BudgetLimit',
    'NotificationsWithSubscribers.0.Notification',
    'NotificationsWithSubscribers.1.Notification',
    'NotificationsWithSubscribers.2.Notification',
    'NotificationsWithSubscribers.3.Notification',
  ],
  'AWS::EC2::VPC': ['CidrBlock', 'EnableDnsHostnames', 'EnableDnsSupport'],
  'AWS::EC2::Subnet': ['CidrBlock', 'AvailabilityZone'],
  'AWS::EC2::NatGateway': [],
  'AWS::EC2::VPCEndpoint': ['VpcEndpointType', 'PrivateDnsEnabled', 'PolicyDocument'],
  'AWS::EC2::EIP': ['Domain'],
  'AWS::EC2::InternetGateway': [],
  'AWS::EC2::VPCGatewayAttachment': [],
  'AWS::EC2::VPNGateway': ['Type'],
  'AWS::EC2::VPNGatewayRoutePropagation': [],
  'AWS::EC2::CustomerGateway': ['Type', 'BgpAsn', 'IpAddress'],
  'AWS::EC2::VPNConnection': ['Type', 'StaticRoutesOnly'],
  'AWS::EC2::VPNConnectionRoute': ['DestinationCidrBlock'],
  'AWS::EC2::SecurityGroup': ['GroupDescription'],
  'AWS::EC2::Instance': [
    'InstanceType',
    'BlockDeviceMappings.0.Ebs.VolumeType',
    'BlockDeviceMappings.0.Ebs.VolumeSize',
    'BlockDeviceMappings.0.Ebs.Encrypted',
    'BlockDeviceMappings.0.Ebs.DeleteOnTermination',
    'BlockDeviceMappings.0.Ebs.Iops',
    'BlockDeviceMappings.0.Ebs.Throughput',
    'BlockDeviceMappings.1.Ebs.VolumeSize',
    'MetadataOptions.HttpTokens',
    'MetadataOptions.HttpPutResponseHopLimit',
  ],
  'AWS::EC2::LaunchTemplate': [
    'LaunchTemplateData.InstanceType',
    'LaunchTemplateData.InstanceMarketOptions.MarketType',
    'LaunchTemplateData.BlockDeviceMappings.0.Ebs.VolumeType',
    'LaunchTemplateData.BlockDeviceMappings.0.Ebs.VolumeSize',
    'LaunchTemplateData.BlockDeviceMappings.0.Ebs.Encrypted',
    'LaunchTemplateData.MetadataOptions.HttpTokens',
    'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit',
    'LaunchTemplateData.NetworkInterfaces.0.AssociatePublicIpAddress',
  ],
  'AWS::AutoScaling::AutoScalingGroup': [
    'MinSize',
    'MaxSize',
    'DesiredCapacity',
    'HealthCheckType',
    'HealthCheckGracePeriod',
  ],
  'AWS::AutoScaling::ScalingPolicy': ['PolicyType', 'TargetTrackingConfiguration.TargetValue'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Type', 'Scheme'],
  'AWS::ElasticLoadBalancingV2::Listener': ['Port', 'Protocol', 'SslPolicy', 'DefaultActions.0.Type'],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    'Port',
    'Protocol',
    'TargetType',
    'HealthCheckPath',
    'HealthCheckProtocol',
  ],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['Priority', 'Conditions.0.PathPatternConfig.Values.0'],
  'AWS::ECS::Cluster': [],
  'AWS::ECS::ClusterCapacityProviderAssociations': ['CapacityProviders'],
  'AWS::ECS::TaskDefinition': [
    'Cpu',
    'Memory',
    'NetworkMode',
    'RuntimePlatform',
    'EphemeralStorage',
    'ContainerDefinitions.0.Image',
    'ContainerDefinitions.0.PortMappings',
    'ContainerDefinitions.0.Environment',
    'ContainerDefinitions.0.MountPoints',
    'Volumes.0.Name',
    'Volumes.0.EFSVolumeConfiguration.TransitEncryption',
  ],
  'AWS::ECS::Service': [
    'LaunchType',
    'CapacityProviderStrategy',
    'DesiredCount',
    'DeploymentConfiguration.DeploymentCircuitBreaker',
    'DeploymentConfiguration.MinimumHealthyPercent',
    'HealthCheckGracePeriodSeconds',
    'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
    'LoadBalancers.0.ContainerPort',
    'PropagateTags',
  ],
  'AWS::ApplicationAutoScaling::ScalableTarget': ['ScalableDimension', 'MinCapacity', 'MaxCapacity'],
  'AWS::ApplicationAutoScaling::ScalingPolicy': [
    'PolicyType',
    'TargetTrackingScalingPolicyConfiguration.TargetValue',
    'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
  ],
  'AWS::RDS::DBInstance': [
    'Engine',
    'EngineVersion',
    'DBInstanceClass',
    'AllocatedStorage',
    'StorageType',
    'StorageEncrypted',
    'MultiAZ',
    'AvailabilityZone',
    'DBName',
    'MasterUserPassword',
    'PubliclyAccessible',
    'BackupRetentionPeriod',
    'DeletionProtection',
  ],
  'AWS::RDS::DBCluster': [
    'Engine',
    'EngineVersion',
    'DatabaseName',
    'StorageEncrypted',
    'BackupRetentionPeriod',
    'DeletionProtection',
  ],
  'AWS::RDS::DBSubnetGroup': [],
  'AWS::RDS::DBParameterGroup': ['Family', 'Description', 'Parameters'],
  'AWS::RDS::DBClusterParameterGroup': ['Family', 'Description', 'Parameters'],
  'AWS::Lambda::Url': ['AuthType'],
  'AWS::CloudTrail::Trail': [
    'IsLogging',
    'IsMultiRegionTrail',
    'IncludeGlobalServiceEvents',
    'EnableLogFileValidation',
  ],
  'AWS::WAFv2::WebACL': ['Scope', 'Description', 'DefaultAction', 'Rules'],
  'AWS::WAFv2::WebACLAssociation': [],
  'AWS::ApiGatewayV2::Api': ['Name', 'ProtocolType'],
  'AWS::ApiGatewayV2::Stage': [
    'StageName',
    'AutoDeploy',
    'DefaultRouteSettings.ThrottlingRateLimit',
    'DefaultRouteSettings.ThrottlingBurstLimit',
    'AccessLogSettings.Format',
  ],
  'AWS::ApiGatewayV2::DomainName': [
    'DomainNameConfigurations.0.EndpointType',
    'DomainNameConfigurations.0.SecurityPolicy',
  ],
  'AWS::ApiGatewayV2::ApiMapping': [],
  'AWS::ApiGatewayV2::Route': ['RouteKey', 'AuthorizationType'],
  'AWS::ApiGatewayV2::Integration': ['IntegrationType', 'PayloadFormatVersion'],
  'AWS::ApiGatewayV2::Authorizer': ['AuthorizerType', 'IdentitySource'],
  'AWS::CertificateManager::Certificate': [
    'DomainName',
    'SubjectAlternativeNames',
    'ValidationMethod',
    'DomainValidationOptions.0.DomainName',
  ],
  'AWS::SecretsManager::RotationSchedule': ['RotateImmediatelyOnUpdate'],
  'AWS::ElastiCache::ReplicationGroup': [
    'Engine',
    'CacheNodeType',
    'NumCacheClusters',
    'AutomaticFailoverEnabled',
    'MultiAZEnabled',
    'AtRestEncryptionEnabled',
    'TransitEncryptionEnabled',
    'SnapshotRetentionLimit',
    'PreferredCacheClusterAZs',
  ],
  'AWS::ElastiCache::CacheCluster': ['CacheNodeType', 'NumCacheNodes', 'AZMode', 'PreferredAvailabilityZones'],
  'AWS::ElastiCache::SubnetGroup': ['Description'],
  'AWS::EFS::FileSystem': ['Encrypted', 'ThroughputMode', 'AvailabilityZoneName', 'BackupPolicy.Status'],
  'AWS::EFS::MountTarget': [],
  'AWS::S3::Bucket': [
    'PublicAccessBlockConfiguration',
    'OwnershipControls',
    'VersioningConfiguration.Status',
    'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm',
    'LifecycleConfiguration.Rules.1.Transitions',
  ],
  'AWS::DynamoDB::Table': [
    'KeySchema',
    'BillingMode',
    'ProvisionedThroughput.ReadCapacityUnits',
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    'DeletionProtectionEnabled',
    'SSESpecification.SSEEnabled',
  ],
  'AWS::SQS::Queue': ['FifoQueue', 'VisibilityTimeout', 'MessageRetentionPeriod', 'RedrivePolicy.maxReceiveCount'],
  'AWS::SNS::Topic': ['FifoTopic', 'ContentBasedDeduplication'],
  'AWS::SNS::Subscription': ['Protocol', 'RawMessageDelivery'],
  'AWS::KMS::Key': ['EnableKeyRotation', 'Description'],
  'AWS::Lambda::EventSourceMapping': ['FunctionResponseTypes', 'StartingPosition', 'BisectBatchOnFunctionError'],
  'AWS::Kinesis::Stream': [
    'StreamModeDetails.StreamMode',
    'ShardCount',
    'RetentionPeriodHours',
    'StreamEncryption.EncryptionType',
  ],
  'AWS::Logs::LogGroup': ['RetentionInDays'],
  'AWS::CloudWatch::Alarm': [
    'AlarmDescription',
    'Namespace',
    'MetricName',
    'Statistic',
    'Period',
    'EvaluationPeriods',
    'Threshold',
    'ComparisonOperator',
    'TreatMissingData',
  ],
  'AWS::CloudFront::Distribution': [
    'DistributionConfig.PriceClass',
    'DistributionConfig.WebACLId.Fn::GetAtt.1',
    'DistributionConfig.HttpVersion',
    'DistributionConfig.DefaultRootObject',
    'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
    'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy',
    'DistributionConfig.DefaultCacheBehavior.CachePolicyId',
    'DistributionConfig.DefaultCacheBehavior.OriginRequestPolicyId',
    'DistributionConfig.CacheBehaviors.0.PathPattern',
    'DistributionConfig.CacheBehaviors.0.CachePolicyId',
  ],
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig.SigningBehavior'],
  'AWS::Route53::HostedZone': [],
  'AWS::Route53::RecordSet': ['Type', 'TTL', 'Weight'],
  'AWS::Route53::HealthCheck': [
    'HealthCheckConfig.Type',
    'HealthCheckConfig.Port',
    'HealthCheckConfig.ResourcePath',
    'HealthCheckConfig.RequestInterval',
    'HealthCheckConfig.FailureThreshold',
  ],
};

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
