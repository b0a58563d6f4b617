import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { isOpenBucket } from '../../plan/buckets';
import type { CdkContext } from '../cdk-context';
import {
  create,
  drawnKey,
  given,
  givenConstant,
  output,
  reachNetwork,
  reachSubnet,
  selectSubnets,
} from '../cdk-context';
import type { Code, Value } from '../code-writer';
import { call, list, object, ts } from '../code-writer';
import { addSecurityGroup } from '../security-groups';

const days = (count: Value): Code => call(ts`cdk.Duration.days`, count);
const transitions = (storageClass: Code, after: number): Code =>
  list([object({ storageClass, transitionAfter: days(after) })]);

/** Objects younger than 30 days cannot move to an infrequent-access class. S3 User Guide, "Transitioning objects". */
const TRANSITIONS: Readonly<Record<string, Code>> = {
  'standard-ia': transitions(ts`s3.StorageClass.INFREQUENT_ACCESS`, 30),
  'one-zone-ia': transitions(ts`s3.StorageClass.ONE_ZONE_INFREQUENT_ACCESS`, 30),
  'intelligent-tiering': transitions(ts`s3.StorageClass.INTELLIGENT_TIERING`, 0),
};

function lifecycle(service: Service, context: CdkContext): Code {
  const { storageClass, expireDays } = kinds['s3-bucket'].read(service.element.settings);
  const moves = TRANSITIONS[storageClass];
  return list([
    object({ id: 'DropUnfinishedUploads', abortIncompleteMultipartUploadAfter: days(7) }),
    ...(moves ? [object({ id: 'StorageClass', transitions: moves })] : []),
    ...(expireDays === null
      ? []
      : [
          object({
            id: 'Expire',
            expiration: days(given(service, 'expireDays', Math.max(1, Math.round(expireDays)), context)),
          }),
        ]),
  ]);
}

export function s3Bucket(service: Service, context: CdkContext): void {
  const settings = kinds['s3-bucket'].read(service.element.settings);
  const key = drawnKey(service, context);
  const { blockPublicAccess } = settings;
  const member = create(
    service,
    ts`s3.Bucket`,
    {
      blockPublicAccess: blockPublicAccess
        ? ts`s3.BlockPublicAccess.BLOCK_ALL`
        : call(
            ts`new s3.BlockPublicAccess`,
            object({
              blockPublicAcls: true,
              ignorePublicAcls: true,
              blockPublicPolicy: false,
              restrictPublicBuckets: false,
            }),
          ),
      publicReadAccess: isOpenBucket(context.topology, service) ? true : undefined,
      objectOwnership: ts`s3.ObjectOwnership.BUCKET_OWNER_ENFORCED`,
      enforceSSL: settings.requireTls ? true : undefined,
      encryption: key ? ts`s3.BucketEncryption.KMS` : ts`s3.BucketEncryption.S3_MANAGED`,
      encryptionKey: key,
      bucketKeyEnabled: key ? true : undefined,
      versioned: settings.versioning ? true : undefined,
      lifecycleRules: lifecycle(service, context),
      removalPolicy: ts`cdk.RemovalPolicy.RETAIN`,
    },
    context,
  );
  output(service, 'Name', `Name of ${service.definition.title}`, ts`${member}.bucketName`, context);
}

export function dynamodbTable(service: Service, context: CdkContext): void {
  const settings = kinds['dynamodb-table'].read(service.element.settings);
  const key = drawnKey(service, context);
  const attribute = (name: string): Code => object({ name, type: ts`dynamodb.AttributeType.STRING` });
  const { partitionKey, sortKey } = settings;
  const isProvisioned = settings.billingMode !== 'on-demand';
  const member = create(
    service,
    ts`dynamodb.Table`,
    {
      partitionKey: attribute(partitionKey),
      sortKey: sortKey !== '' && sortKey !== partitionKey ? attribute(sortKey) : undefined,
      billingMode: isProvisioned ? ts`dynamodb.BillingMode.PROVISIONED` : ts`dynamodb.BillingMode.PAY_PER_REQUEST`,
      readCapacity: isProvisioned ? given(service, 'readUnits', settings.readUnits, context) : undefined,
      writeCapacity: isProvisioned ? given(service, 'writeUnits', settings.writeUnits, context) : undefined,
      pointInTimeRecoverySpecification: object({
        pointInTimeRecoveryEnabled: given(service, 'pointInTimeRecovery', settings.pointInTimeRecovery, context),
      }),
      encryption: key ? ts`dynamodb.TableEncryption.CUSTOMER_MANAGED` : undefined,
      encryptionKey: key,
      deletionProtection: given(service, 'deletionProtection', settings.deletionProtection, context),
      removalPolicy: ts`cdk.RemovalPolicy.RETAIN`,
    },
    context,
  );
  output(service, 'Name', `Name of ${service.definition.title}`, ts`${member}.tableName`, context);
}

export function fileSystem(service: Service, context: CdkContext): void {
  const settings = kinds.efs.read(service.element.settings);
  const { vpc } = service;
  if (!vpc) return;
  const home = context.moduleOf(service);
  const inZones = context.subnets.perZone(service);
  const subnets = settings.oneZone ? inZones.slice(0, 1) : inZones;
  const modes = { elastic: ts`efs.ThroughputMode.ELASTIC`, bursting: ts`efs.ThroughputMode.BURSTING` };
  const member = create(
    service,
    ts`efs.FileSystem`,
    {
      vpc: ts`${reachNetwork(home, vpc, context)}.vpc`,
      vpcSubnets: selectSubnets(home, subnets, context),
      securityGroup: addSecurityGroup(service, context),
      encrypted: settings.encrypted,
      kmsKey: settings.encrypted ? drawnKey(service, context) : undefined,
      throughputMode: givenConstant(service, 'throughputMode', settings.throughputMode, modes, context),
      enableAutomaticBackups: settings.backup,
      removalPolicy: ts`cdk.RemovalPolicy.RETAIN`,
    },
    context,
  );
  const [first] = subnets;
  const plain = ts`(${member}.node.defaultChild as efs.CfnFileSystem)`;
  if (settings.oneZone && first) {
    home.heading('One Zone, in the drawn subnet: the construct would choose among all subnets of the zone.');
    home.add(ts`${plain}.availabilityZoneName = ${reachSubnet(home, first, context)}.availabilityZone`);
    // A One Zone file system is backed up unless it says no, which the construct has no way to say.
    if (!settings.backup) home.add(ts`${plain}.backupPolicy = ${object({ status: 'DISABLED' })}`);
  }
  output(service, 'Id', `Id of ${service.definition.title}`, ts`${member}.fileSystemId`, context);
}
