import type { Service } from '../../shared/topology/topology';
import type { Json, JsonObject } from '../../shared/util/json';
import type { Access, AccessLevel } from '../plan/access';
import { keyOf } from '../plan/access';
import type { EmitContext } from './emit-context';
import { getAtt, managedPolicy, objectsOf, ref } from './intrinsics';

const VERSION = '2012-10-17';

export const policyDocument = (statements: readonly JsonObject[]): JsonObject => ({
  Version: VERSION,
  Statement: statements,
});

export const allow = (actions: readonly string[], resources: Json): JsonObject => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
});

/** Statement that lets an AWS service act on a resource, on behalf of this account only. */
export const allowService = (service: string, actions: readonly string[], resource: Json): JsonObject => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: actions,
  Resource: resource,
  Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
});

const TABLE_READ = ['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'];
const TABLE_WRITE = ['BatchWriteItem', 'DeleteItem', 'DescribeTable', 'PutItem', 'UpdateItem'];

const STREAM_READ = [
  'DescribeStream',
  'DescribeStreamSummary',
  'GetRecords',
  'GetShardIterator',
  'ListShards',
  'SubscribeToShard',
];
const STREAM_WRITE = ['DescribeStreamSummary', 'ListShards', 'PutRecord', 'PutRecords'];

const prefixed = (service: string, actions: readonly string[]): readonly string[] =>
  [...new Set(actions)].sort().map((action) => `${service}:${action}`);

const reads = (level: AccessLevel): boolean => level === 'read' || level === 'read-write';
const writes = (level: AccessLevel): boolean => level === 'write' || level === 'read-write';

function bucketStatements(id: string, level: AccessLevel): readonly JsonObject[] {
  const objects = objectsOf(id);
  if (level === 'log') return [allow(['s3:PutObject'], objects)];
  const actions = [...(reads(level) ? ['GetObject'] : []), ...(writes(level) ? ['DeleteObject', 'PutObject'] : [])];
  return [allow(prefixed('s3', actions), objects), allow(['s3:ListBucket'], getAtt(id, 'Arn'))];
}

const SECRET_READ = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'];
export const SECRET_ACTIONS: Readonly<Partial<Record<AccessLevel, readonly string[]>>> = {
  write: ['secretsmanager:DescribeSecret', 'secretsmanager:PutSecretValue'],
  rotate: [...SECRET_READ, 'secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'],
};

function statementsFor({ target, level }: Access, context: EmitContext): readonly JsonObject[] {
  const id = context.id(target.id);
  switch (target.kind) {
    case 's3-bucket':
      return bucketStatements(id, level);
    case 'dynamodb-table':
      return [
        allow(
          prefixed('dynamodb', [...(reads(level) ? TABLE_READ : []), ...(writes(level) ? TABLE_WRITE : [])]),
          getAtt(id, 'Arn'),
        ),
      ];
    case 'sqs-queue':
      return [
        allow(
          prefixed(
            'sqs',
            level === 'receive'
              ? ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage']
              : ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'],
          ),
          getAtt(id, 'Arn'),
        ),
      ];
    case 'kinesis-stream':
      return [allow(prefixed('kinesis', level === 'receive' ? STREAM_READ : STREAM_WRITE), getAtt(id, 'Arn'))];
    case 'sns-topic':
      return [allow(['sns:Publish'], ref(id))];
    case 'lambda-function':
      return [allow(['lambda:InvokeFunction'], getAtt(id, 'Arn'))];
    case 'secret':
      return [allow(SECRET_ACTIONS[level] ?? SECRET_READ, ref(id))];
    case 'rds-instance':
    case 'aurora-cluster':
      return [
        allow(
          ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
          getAtt(id, 'MasterUserSecret.SecretArn'),
        ),
      ];
    default:
      return [];
  }
}

/** Reading or writing what a key encrypts takes the key too; a database decrypts for its clients by itself. */
function keyStatements(access: readonly Access[], context: EmitContext): readonly JsonObject[] {
  const keys = new Set<string>();
  for (const { target } of access) {
    const key = target.kind === 'lambda-function' ? undefined : keyOf(context.topology, context.stack, target);
    if (key) keys.add(context.id(key.id));
  }
  return [...keys].sort().map((id) => allow(['kms:Decrypt', 'kms:GenerateDataKey'], getAtt(id, 'Arn')));
}

/** Logical id of the policy that holds what follows from the drawn connections; undefined where nothing does. */
export function emitAccessPolicy(
  service: Service,
  context: EmitContext,
  more: readonly JsonObject[] = [],
): string | undefined {
  const access = context.access.filter(({ principal }) => principal === service);
  const statements = [
    ...access.flatMap((entry) => statementsFor(entry, context)),
    ...keyStatements(access, context),
    ...more,
  ];
  if (statements.length === 0) return undefined;
  context.add(service, 'Policy', {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'DrawnConnections',
      PolicyDocument: policyDocument(statements),
      Roles: [ref(context.id(service.id, 'Role'))],
    },
  });
  return context.id(service.id, 'Policy');
}

/** A role that a service of AWS takes on, with nothing but the named managed policies. */
export function emitRole(
  service: Service,
  context: EmitContext,
  trusted: 'ec2.amazonaws.com' | 'ecs-tasks.amazonaws.com' | 'lambda.amazonaws.com',
  managed: readonly string[],
): string {
  context.add(service, 'Role', {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: policyDocument([
        { Effect: 'Allow', Principal: { Service: trusted }, Action: 'sts:AssumeRole' },
      ]),
      ...(managed.length > 0 ? { ManagedPolicyArns: managed.map(managedPolicy) } : {}),
      Tags: context.tags(service.name),
    },
  });
  return context.id(service.id, 'Role');
}

/** Role and instance profile of machines; Session Manager is allowed, so that nobody needs a key pair. */
export function emitInstanceProfile(service: Service, context: EmitContext, logs?: string): string {
  const role = emitRole(service, context, 'ec2.amazonaws.com', ['AmazonSSMManagedInstanceCore']);
  const writeLogs = ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
  emitAccessPolicy(service, context, logs === undefined ? [] : [allow(writeLogs, getAtt(logs, 'Arn'))]);
  context.add(service, 'InstanceProfile', {
    Type: 'AWS::IAM::InstanceProfile',
    Properties: { Roles: [ref(role)] },
  });
  return context.id(service.id, 'InstanceProfile');
}
