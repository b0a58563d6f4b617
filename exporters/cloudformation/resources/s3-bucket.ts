import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { keyOf } from '../../plan/access';
import { isOpenBucket, isReadByUsers } from '../../plan/buckets';
import { stemOf } from '../../plan/logical-ids';
import { logStatement, trailStatements } from '../access-logs';
import type { EmitContext, Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { ACCOUNT, getAtt, objectsOf, ref, sub } from '../intrinsics';
import { messagesTo, undeliveredTo } from '../messaging';
import { policyDocument } from '../permissions';

/** Objects younger than 30 days cannot move to an infrequent-access class. S3 User Guide, "Transitioning objects". */
const DAYS_BEFORE_INFREQUENT = 30;
const TRANSITIONS: Readonly<Record<string, JsonObject>> = {
  'standard-ia': { StorageClass: 'STANDARD_IA', TransitionInDays: DAYS_BEFORE_INFREQUENT },
  'one-zone-ia': { StorageClass: 'ONEZONE_IA', TransitionInDays: DAYS_BEFORE_INFREQUENT },
  'intelligent-tiering': { StorageClass: 'INTELLIGENT_TIERING', TransitionInDays: 0 },
};

function lifecycle(storageClass: string, expireDays: number | null): JsonObject {
  const transition = TRANSITIONS[storageClass];
  return {
    LifecycleConfiguration: {
      Rules: [
        { Id: 'DropUnfinishedUploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
        ...(transition ? [{ Id: 'StorageClass', Status: 'Enabled', Transitions: [transition] }] : []),
        ...(expireDays === null
          ? []
          : [{ Id: 'Expire', Status: 'Enabled', ExpirationInDays: Math.max(1, Math.round(expireDays)) }]),
      ],
    },
  };
}

function encryption(service: Service, context: EmitContext): JsonObject {
  const key = keyOf(context.topology, context.stack, service);
  return {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        key
          ? {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: getAtt(context.id(key.id), 'Arn'),
              },
            }
          : { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
      ],
    },
  };
}

/** New objects tell queues, topics and functions; the receivers' permissions must exist first. */
function notifications(
  service: Service,
  context: EmitContext,
): { readonly after: string[]; readonly properties: JsonObject } {
  const event = 's3:ObjectCreated:*';
  const to = (kind: string) => messagesTo(context, service, kind);
  const [queues, topics, functions] = [to('sqs-queue'), to('sns-topic'), to('lambda-function')];
  for (const link of ['sqs-queue', 'sns-topic'].flatMap((kind) => undeliveredTo(context, service, kind)))
    context.notes.add(
      'left-out',
      [link.id],
      `${service.name} does not notify ${link.to.name}: S3 sends to no FIFO queue or topic.`,
    );
  for (const { to: target } of functions)
    context.add(service, `Invokes${stemOf(target.id)}`, {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: getAtt(context.id(target.id), 'Arn'),
        Principal: 's3.amazonaws.com',
        SourceAccount: ACCOUNT,
      },
    });
  const arnOf = (target: Service): JsonObject => getAtt(context.id(target.id), 'Arn');
  const configuration: JsonObject = {
    ...(queues.length > 0 ? { QueueConfigurations: queues.map((l) => ({ Event: event, Queue: arnOf(l.to) })) } : {}),
    ...(topics.length > 0
      ? { TopicConfigurations: topics.map((l) => ({ Event: event, Topic: ref(context.id(l.to.id)) })) }
      : {}),
    ...(functions.length > 0
      ? { LambdaConfigurations: functions.map((l) => ({ Event: event, Function: arnOf(l.to) })) }
      : {}),
  };
  return {
    after: [
      ...[...queues, ...topics].map((link) => context.id(link.to.id, 'Policy')),
      ...functions.map((link) => context.id(service.id, `Invokes${stemOf(link.to.id)}`)),
    ],
    properties: Object.keys(configuration).length > 0 ? { NotificationConfiguration: configuration } : {},
  };
}

/** CloudFront reads through its origin access control, each distribution by its own ARN. */
function distributionStatements(service: Service, context: EmitContext): readonly JsonObject[] {
  const readers = context.topology
    .incoming(service.id)
    .filter(({ kind, from }) => kind === 'traffic' && from.kind === 'cloudfront' && context.stack.has(from.id));
  return readers.map(({ from }) => ({
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: 's3:GetObject',
    Resource: objectsOf(context.id(service.id)),
    Condition: {
      StringEquals: {
        'AWS:SourceArn': sub(
          `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${context.id(from.id)}}`,
        ),
      },
    },
  }));
}

const refusePlainRequests = (resources: readonly JsonObject[]): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: resources,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

function emitPolicy(service: Service, isOpen: boolean, context: EmitContext): void {
  const bucket = getAtt(context.id(service.id), 'Arn');
  const objects = objectsOf(context.id(service.id));
  const logs = logStatement(service, context);
  const statements = [
    ...(kinds['s3-bucket'].read(service.element.settings).requireTls ? [refusePlainRequests([bucket, objects])] : []),
    ...distributionStatements(service, context),
    ...(isOpen ? [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: objects }] : []),
    ...(logs ? [logs] : []),
    ...trailStatements(service, context),
  ];
  if (statements.length === 0) return;
  context.add(service, 'Policy', {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: ref(context.id(service.id)),
      PolicyDocument: policyDocument(statements),
    },
  });
}

/** What it means for users that the bucket blocks public access. */
function noteClosed({ id, name }: Service, isSite: boolean, { notes }: EmitContext): void {
  if (isSite)
    notes.add(
      'will-not-work',
      [id],
      `Users cannot read ${name}: it blocks public access. Put a CloudFront distribution before it.`,
    );
  else
    notes.add(
      'left-out',
      [id],
      `Nothing in the files opens ${name} to users: a program signs the addresses with which they read and write it.`,
    );
}

export const s3Bucket: Emitter = (service, context) => {
  const settings = kinds['s3-bucket'].read(service.element.settings);
  const isOpen = isOpenBucket(context.topology, service);
  if (isReadByUsers(context.topology, service) && !isOpen) noteClosed(service, settings.content === 'static', context);
  const { after, properties } = notifications(service, context);
  context.add(service, '', {
    Type: 'AWS::S3::Bucket',
    DependsOn: after,
    ...keepData('Retain'),
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: settings.blockPublicAccess,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: settings.blockPublicAccess,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      ...encryption(service, context),
      ...(settings.versioning ? { VersioningConfiguration: { Status: 'Enabled' } } : {}),
      ...lifecycle(settings.storageClass, settings.expireDays),
      ...properties,
      Tags: context.tags(service.name),
    },
  });
  emitPolicy(service, isOpen, context);
  context.output(service, 'Name', {
    Description: `Name of ${service.definition.title}`,
    Value: ref(context.id(service.id)),
  });
};
