import { definitionOf } from '../../shared/catalog/catalog';
import type { FieldMeta } from '../../shared/catalog/fields';
import { fieldMeta } from '../../shared/catalog/fields';
import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { limitsOf, valueProblem } from './parameter-limits';
import { parameterReason } from './parameter-reasons';
import type { Surroundings } from './queues';

/** The one property of a resource that says a setting. */
export interface ParameterTarget {
  readonly type: string;
  /** Below the resource; a number counts in a list, `-1` is the last, and `@name` the item with that `Key`. */
  readonly path: readonly string[];
}

const at = (type: string, ...paths: readonly string[]): readonly ParameterTarget[] =>
  paths.map((path) => ({ type: `AWS::${type}`, path: path.split('/') }));

const LOGS = at('Logs::LogGroup', 'Properties/RetentionInDays');
const VOLUME = 'BlockDeviceMappings/-1/Ebs/VolumeSize';
const balancerAttribute = (name: string): readonly ParameterTarget[] =>
  at('ElasticLoadBalancingV2::LoadBalancer', `Properties/LoadBalancerAttributes/@${name}/Value`);

/**
 * Settings that stand in one property which takes a reference, and from which nothing else follows. A test holds every
 * entry to that.
 */
const TARGETS: Readonly<Record<string, Readonly<Record<string, readonly ParameterTarget[]>>>> = {
  'application-load-balancer': {
    idleTimeoutSeconds: balancerAttribute('idle_timeout.timeout_seconds'),
    deletionProtection: balancerAttribute('deletion_protection.enabled'),
  },
  'network-load-balancer': {
    deletionProtection: balancerAttribute('deletion_protection.enabled'),
    crossZone: balancerAttribute('load_balancing.cross_zone.enabled'),
  },
  'rds-instance': {
    instanceClass: at('RDS::DBInstance', 'Properties/DBInstanceClass'),
    storageGb: at('RDS::DBInstance', 'Properties/AllocatedStorage'),
    backupRetentionDays: at('RDS::DBInstance', 'Properties/BackupRetentionPeriod'),
    multiAz: at('RDS::DBInstance', 'Properties/MultiAZ'),
    deletionProtection: at('RDS::DBInstance', 'Properties/DeletionProtection'),
    databaseName: at('RDS::DBInstance', 'Properties/DBName'),
    storageType: at('RDS::DBInstance', 'Properties/StorageType'),
  },
  'aurora-cluster': {
    instanceClass: at('RDS::DBInstance', 'Properties/DBInstanceClass'),
    backupRetentionDays: at('RDS::DBCluster', 'Properties/BackupRetentionPeriod'),
    deletionProtection: at('RDS::DBCluster', 'Properties/DeletionProtection'),
    databaseName: at('RDS::DBCluster', 'Properties/DatabaseName'),
  },
  'auto-scaling-group': {
    instanceType: at('EC2::LaunchTemplate', 'Properties/LaunchTemplateData/InstanceType'),
    volumeGb: at('EC2::LaunchTemplate', `Properties/LaunchTemplateData/${VOLUME}`),
    targetCpuPercent: at('AutoScaling::ScalingPolicy', 'Properties/TargetTrackingConfiguration/TargetValue'),
    max: at('AutoScaling::AutoScalingGroup', 'Properties/MaxSize'),
    desired: at('AutoScaling::AutoScalingGroup', 'Properties/DesiredCapacity'),
    logRetention: LOGS,
  },
  'ecs-service': {
    targetCpuPercent: at(
      'ApplicationAutoScaling::ScalingPolicy',
      'Properties/TargetTrackingScalingPolicyConfiguration/TargetValue',
    ),
    max: at('ApplicationAutoScaling::ScalableTarget', 'Properties/MaxCapacity'),
    desired: at('ECS::Service', 'Properties/DesiredCount'),
    startSeconds: at('ECS::Service', 'Properties/HealthCheckGracePeriodSeconds'),
    image: at('ECS::TaskDefinition', 'Properties/ContainerDefinitions/0/Image'),
    cpu: at('ECS::TaskDefinition', 'Properties/Cpu'),
    memoryMb: at('ECS::TaskDefinition', 'Properties/Memory'),
    diskGb: at('ECS::TaskDefinition', 'Properties/EphemeralStorage/SizeInGiB'),
    logRetention: LOGS,
  },
  'api-gateway': {
    requestsPerSecond: at(
      'ApiGatewayV2::Stage',
      'Properties/DefaultRouteSettings/ThrottlingRateLimit',
      'Properties/DefaultRouteSettings/ThrottlingBurstLimit',
    ),
    logRetention: LOGS,
  },
  'ec2-instance': {
    instanceType: at('EC2::Instance', 'Properties/InstanceType'),
    volumeGb: at('EC2::Instance', `Properties/${VOLUME}`),
  },
  'bastion-host': {
    instanceType: at('EC2::Instance', 'Properties/InstanceType'),
    volumeGb: at('EC2::Instance', `Properties/${VOLUME}`),
  },
  'elasticache-redis': {
    nodeType: at('ElastiCache::ReplicationGroup', 'Properties/CacheNodeType'),
    snapshotRetentionDays: at('ElastiCache::ReplicationGroup', 'Properties/SnapshotRetentionLimit'),
  },
  'elasticache-memcached': { nodeType: at('ElastiCache::CacheCluster', 'Properties/CacheNodeType') },
  'dynamodb-table': {
    deletionProtection: at('DynamoDB::Table', 'Properties/DeletionProtectionEnabled'),
    readUnits: at('DynamoDB::Table', 'Properties/ProvisionedThroughput/ReadCapacityUnits'),
    writeUnits: at('DynamoDB::Table', 'Properties/ProvisionedThroughput/WriteCapacityUnits'),
    pointInTimeRecovery: at(
      'DynamoDB::Table',
      'Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled',
    ),
  },
  efs: { throughputMode: at('EFS::FileSystem', 'Properties/ThroughputMode') },
  'kinesis-stream': { shards: at('Kinesis::Stream', 'Properties/ShardCount') },
  'lambda-function': {
    memoryMb: at('Lambda::Function', 'Properties/MemorySize'),
    timeoutSeconds: at('Lambda::Function', 'Properties/Timeout'),
    reservedConcurrency: at('Lambda::Function', 'Properties/ReservedConcurrentExecutions'),
    logRetention: LOGS,
  },
  'sqs-queue': { visibilityTimeoutSeconds: at('SQS::Queue', 'Properties/VisibilityTimeout') },
  'waf-web-acl': {
    requestsPerFiveMinutes: at('WAFv2::WebACL', 'Properties/Rules/0/Statement/RateBasedStatement/Limit'),
  },
  cloudfront: { priceClass: at('CloudFront::Distribution', 'Properties/DistributionConfig/PriceClass') },
  cloudtrail: {
    allRegions: at('CloudTrail::Trail', 'Properties/IsMultiRegionTrail'),
    validation: at('CloudTrail::Trail', 'Properties/EnableLogFileValidation'),
    logRetention: LOGS,
  },
  's3-bucket': { expireDays: at('S3::Bucket', 'Properties/LifecycleConfiguration/Rules/-1/ExpirationInDays') },
  secret: {
    rotationDays: at('SecretsManager::RotationSchedule', 'Properties/RotationRules/AutomaticallyAfterDays'),
  },
  'vpn-connection': { asn: at('EC2::CustomerGateway', 'Properties/BgpAsn') },
  'kms-key': { rotation: at('KMS::Key', 'Properties/EnableKeyRotation') },
  'cloudwatch-alarm': {
    threshold: at('CloudWatch::Alarm', 'Properties/Threshold'),
    periods: at('CloudWatch::Alarm', 'Properties/EvaluationPeriods'),
    periodSeconds: at('CloudWatch::Alarm', 'Properties/Period'),
  },
};

/** Settings of a kind that can be parameters, with where they are written. */
export const parameterTargets = (kind: string): Readonly<Record<string, readonly ParameterTarget[]>> =>
  TARGETS[kind] ?? {};

const OF_USE: ReadonlySet<string> = new Set([
  'purchase',
  'hoursPerMonth',
  'averageCpu',
  'capacityUnits',
  'alsoRuns',
  'holds',
  'content',
]);

/** Whether a kind has a setting of that name: a file may name any. */
export const hasSetting = (kind: string, key: string): boolean =>
  Object.hasOwn(definitionOf(kind)?.schema.shape ?? {}, key);

const metaOf = (kind: string, key: string): FieldMeta | undefined => {
  const field = hasSetting(kind, key) ? definitionOf(kind)?.schema.shape[key] : undefined;
  return field ? fieldMeta.get(field) : undefined;
};

/** What a setting is called; its key where there is none. */
export const labelOf = (kind: string, key: string): string => metaOf(kind, key)?.label ?? key;

/** Why a setting can be neither a parameter nor another one in development, whatever its kind. */
export const COMMON_REASONS = {
  unknown: 'There is no such setting.',
  ofUse: 'It describes use or price: no property of a resource says it.',
} as const;

/** Whether a setting describes use or price; of what a resource knows all the same, a reason is known. */
export function isOfUse(kind: string, key: string): boolean {
  const section = metaOf(kind, key)?.section;
  const isLikely = section === 'Usage' || section === 'State' || OF_USE.has(key);
  return isLikely && parameterReason(kind, key) === undefined;
}

/**
 * Why a setting cannot be a parameter of the export; undefined where it can.
 * @param raw the settings beside it, where the answer is to be about one element
 */
export function parameterProblem(kind: string, key: string, raw?: JsonObject): string | undefined {
  if (!hasSetting(kind, key)) return COMMON_REASONS.unknown;
  if (Object.hasOwn(parameterTargets(kind), key))
    return raw && valueProblem(kind, key, definitionOf(kind)?.read(raw) ?? {});
  return parameterReason(kind, key) ?? COMMON_REASONS.ofUse;
}

/** A setting as a parameter: what whoever deploys may give for it. */
export interface SettingParameter {
  readonly key: string;
  readonly label: string;
  readonly value: string | number | boolean;
  readonly min?: number;
  readonly max?: number;
  readonly allowed?: readonly string[];
  /** Regular expression. */
  readonly pattern?: string;
  /** What any other value is refused with. */
  readonly explanation?: string;
}

const ARM_TYPE = '^(a1|[a-z]+[0-9]+g[a-z]*)\\.[a-z0-9-]+$';
const X86_TYPE = '^(?!a1\\.)(?![a-z]+[0-9]+g[a-z]*\\.)[a-z0-9-]+\\.[a-z0-9-]+$';

/** Types of one architecture: the image is chosen for it. */
function typePattern(value: string): Pick<SettingParameter, 'pattern' | 'explanation'> {
  const [prefix] = /^(db|cache)\./.exec(value) ?? [];
  if (prefix !== undefined)
    return {
      pattern: `^${prefix.replace('.', '\\.')}[a-z0-9-]+\\.[a-z0-9-]+$`,
      explanation: `A class such as ${value}`,
    };
  const isArm = new RegExp(ARM_TYPE).test(value);
  return {
    pattern: isArm ? ARM_TYPE : X86_TYPE,
    explanation: `A type for ${isArm ? 'arm64' : 'x86_64'} such as ${value}: the image is made for it`,
  };
}

/** What has a scaling policy only where it can grow. */
const SCALED: ReadonlySet<string> = new Set(['auto-scaling-group', 'ecs-service']);

/** Bounds that follow from other settings beside the catalog's own. */
function boundsOf(service: Service, key: string, meta: FieldMeta): Pick<SettingParameter, 'min' | 'max'> {
  const { min: fewest, desired, max: most } = service.traits.copies;
  // Whatever is given for the one suits whatever is given for the other.
  if (SCALED.has(service.kind) && key === 'desired') return { min: fewest, max: most };
  const start = isParameter(service, 'desired') ? most : desired;
  const least = SCALED.has(service.kind) && key === 'max' ? Math.max(start, fewest + 1) : meta.min;
  return {
    ...(least === undefined ? {} : { min: least }),
    ...(meta.max === undefined || meta.control !== 'number' ? {} : { max: meta.max }),
  };
}

/** Whether somebody made a setting a parameter, and it can be one. */
export const isParameter = ({ kind, element }: Service, key: string): boolean =>
  element.parameters?.includes(key) === true && parameterProblem(kind, key, element.settings) === undefined;

/** The settings of a service that its designer made parameters, as far as they can be. */
export function parametersOf(service: Service, around: Surroundings): readonly SettingParameter[] {
  const settings: Readonly<Record<string, unknown>> = service.definition.read(service.element.settings);
  return (service.element.parameters ?? []).flatMap((key): SettingParameter[] => {
    const value = settings[key];
    const meta = metaOf(service.kind, key);
    if (!meta || !isParameter(service, key)) return [];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    const { unit = meta.unit, ...limits } = limitsOf(service, key, around);
    const label = unit === undefined ? meta.label : `${meta.label} (${unit})`;
    const base = { key, label, value, ...boundsOf(service, key, meta), ...limits };
    if (meta.control === 'choice') return [{ allowed: (meta.options ?? []).map((option) => option.value), ...base }];
    if (meta.control === 'suggest' && typeof value === 'string') return [{ ...base, ...typePattern(value) }];
    return [base];
  });
}
