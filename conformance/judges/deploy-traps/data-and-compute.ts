import type { Json } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import { idsIn, withDefaults } from './template-view';
import type { Trap } from './trap';

const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'] as const;

const isTrue = (value: Json | undefined): boolean => String(value) === 'true';

/** Never a password in the template, and never one beside a managed one. SPEC DBInstance.ManageMasterUserPassword. */
export const password: Trap = (view) =>
  view
    .ofType(...DATABASES)
    .filter(({ properties }) => 'MasterUserPassword' in properties)
    .map(({ id }) => ({ code: 'password', logicalId: id, message: 'holds a master password' }));

/** SPEC DBInstance.MasterUsername: reserved words of the engine are refused. */
const RESERVED: readonly { readonly engine: RegExp; readonly names: readonly string[] }[] = [
  { engine: /postgres/, names: ['admin', 'postgres_admin', 'rdsadmin', 'rds_superuser'] },
  { engine: /mysql|maria|aurora-mysql/, names: ['rdsadmin', 'mysql', 'root', 'sys'] },
];

export const reservedUserName: Trap = (view) =>
  view
    .ofType(...DATABASES)
    .filter(({ properties }) =>
      RESERVED.some(
        ({ engine, names }) =>
          engine.test(String(properties.Engine)) && names.includes(String(properties.MasterUsername).toLowerCase()),
      ),
    )
    .map(({ id }) => ({ code: 'reserved-user-name', logicalId: id, message: 'the engine keeps this name to itself' }));

/** User Guide, AWS::RDS::DBInstance MultiAZ: a zone must not be given. */
export const multiAzWithZone: Trap = (view) =>
  view
    .ofType('AWS::RDS::DBInstance')
    .filter(({ properties }) => isTrue(properties.MultiAZ) && 'AvailabilityZone' in properties)
    .map(({ id }) => ({ code: 'multi-az-with-zone', logicalId: id, message: 'is Multi-AZ and tied to one zone' }));

/** User Guide, AWS::ElastiCache::ReplicationGroup NumCacheClusters: fail-over takes two nodes. */
export const failoverWithoutReplica: Trap = (view) =>
  view
    .ofType('AWS::ElastiCache::ReplicationGroup')
    .filter(({ properties }) => isTrue(properties.AutomaticFailoverEnabled) || isTrue(properties.MultiAZEnabled))
    .filter(({ properties }) => Number(properties.NumCacheClusters ?? 0) < 2 && !('ReplicasPerNodeGroup' in properties))
    .map(({ id }) => ({ code: 'failover-without-replica', logicalId: id, message: 'nothing to fail over to' }));

/** `$Latest` and `$Default` are not supported. User Guide, Auto Scaling LaunchTemplateSpecification. */
export const launchTemplateVersion: Trap = (view) =>
  view
    .ofType('AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance')
    .filter(
      ({ properties: { LaunchTemplate } }) =>
        isJsonObject(LaunchTemplate) && typeof LaunchTemplate.Version === 'string',
    )
    .map(({ id }) => ({ code: 'launch-template-version', logicalId: id, message: 'must name a version by GetAtt' }));

/** Graviton families end in a `g` before the size, alone or with further letters (t4g, c7gn, r6gd). */
const isArm = (instanceType: string): boolean => /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);

/** The architecture in the image's parameter must be that of the instance type. */
export const imageArchitecture: Trap = (view) =>
  [...view.ofType('AWS::EC2::LaunchTemplate'), ...view.ofType('AWS::EC2::Instance')]
    .filter(({ properties }) => {
      const data = isJsonObject(properties.LaunchTemplateData) ? properties.LaunchTemplateData : properties;
      const image = withDefaults(view.template, data.ImageId);
      const type = withDefaults(view.template, data.InstanceType);
      if (typeof image !== 'string' || typeof type !== 'string') return false;
      const architecture = /(arm64|x86_64)/.exec(image)?.[1];
      return architecture !== undefined && isArm(type) !== (architecture === 'arm64');
    })
    .map(({ id }) => ({ code: 'image-architecture', logicalId: id, message: 'the image is for another architecture' }));

const STATEFUL = [
  ...DATABASES,
  'AWS::DynamoDB::Table',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::KMS::Key',
  'AWS::Route53::HostedZone',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
] as const;

/** Without both policies a deleted or replaced resource takes its data along. User Guide, DeletionPolicy attribute. */
export const noRetention: Trap = (view) =>
  view
    .ofType(...STATEFUL)
    .filter(({ entry, properties }) => {
      // A member of a cluster holds no data of its own: the cluster does.
      if (idsIn(properties.DBClusterIdentifier).length > 0) return false;
      return entry.DeletionPolicy === undefined || entry.UpdateReplacePolicy === undefined;
    })
    .map(({ id }) => ({ code: 'no-retention', logicalId: id, message: 'its data would go with it' }));

/**
 * CloudTrail refuses a bucket that it may not write into yet. CloudTrail User Guide, "Troubleshooting: incorrect S3 bucket
 * policy detected"; every template there lets the trail wait for the policy.
 */
export const trailBeforePolicy: Trap = (view) =>
  view
    .ofType('AWS::CloudTrail::Trail')
    .filter(({ id, properties }) => {
      const [bucket] = idsIn(properties.S3BucketName);
      const policies = view
        .ofType('AWS::S3::BucketPolicy')
        .filter((policy) => bucket !== undefined && idsIn(policy.properties.Bucket).includes(bucket));
      return !policies.some((policy) => view.waitsFor(id).has(policy.id));
    })
    .map(({ id }) => ({
      code: 'trail-before-policy',
      logicalId: id,
      message: "does not wait for its bucket's policy",
    }));
