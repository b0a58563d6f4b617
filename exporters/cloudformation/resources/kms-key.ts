import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { toDescription } from '../../plan/plain-text';
import { encryptsTrail } from '../../plan/trails';
import { TRAILS } from '../access-logs';
import type { DesignView, Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { ACCOUNT, sub } from '../intrinsics';
import { isDelivered } from '../messaging';
import { policyDocument } from '../permissions';

export const USE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

const ADMINISTRATION = (): JsonObject => ({
  Sid: 'AccountDecidesByIam',
  Effect: 'Allow',
  Principal: { AWS: sub(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root`) },
  Action: 'kms:*',
  Resource: '*',
});

/** EC2 attaches encrypted volumes in the name of whoever starts the instance, Auto Scaling's own role included. */
const forVolumes = (): JsonObject => ({
  Sid: 'VolumesOfInstances',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: [...USE, 'kms:CreateGrant'],
  Resource: '*',
  Condition: {
    StringEquals: {
      'kms:CallerAccount': ACCOUNT,
      'kms:ViaService': sub(`ec2.\${AWS::Region}.amazonaws.com`),
    },
  },
});

const forServices = (services: readonly string[]): JsonObject => ({
  Sid: 'ServicesThatSendMessages',
  Effect: 'Allow',
  Principal: { Service: services },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
});

/** A distribution that names its key would wait for itself, so any distribution of the account is meant. */
const forDistributions = (): JsonObject => ({
  Sid: 'DistributionsThatReadBuckets',
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: {
    StringLike: { 'aws:SourceArn': sub(`arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/*`) },
  },
});

/** CloudTrail encrypts log files in its own name, for the trails of this account; the key cannot wait for a trail that waits for it. */
export const TRAIL_ACTIONS = ['kms:DescribeKey', 'kms:GenerateDataKey*'];
const forTrails = (): JsonObject => ({
  Sid: 'TrailsThatKeepLogs',
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: TRAIL_ACTIONS,
  Resource: '*',
  Condition: { StringLike: { 'aws:SourceArn': TRAILS } },
});

const SENDERS: Readonly<Record<string, string>> = {
  's3-bucket': 's3.amazonaws.com',
  'sns-topic': 'sns.amazonaws.com',
  'cloudwatch-alarm': 'cloudwatch.amazonaws.com',
};

/** Services of AWS that put messages into what this key encrypts. */
export function sendersTo(encrypted: readonly Service[], context: DesignView): readonly string[] {
  const senders = encrypted
    .flatMap((target) => context.topology.incoming(target.id))
    .flatMap((link) => (link.kind === 'async' && isDelivered(link) ? (SENDERS[link.from.kind] ?? []) : []));
  return [...new Set(senders)].sort();
}

const RUNS_INSTANCES: ReadonlySet<string> = new Set(['ec2-instance', 'auto-scaling-group']);

export const kmsKey: Emitter = (service, context) => {
  const { rotation } = kinds['kms-key'].read(service.element.settings);
  const encrypted = context.topology.incoming(service.id).flatMap(({ kind, from }) => (kind === 'uses' ? from : []));
  const senders = sendersTo(encrypted, context);
  const isRead = encrypted.some(({ id }) =>
    context.topology.incoming(id).some(({ from }) => from.kind === 'cloudfront'),
  );
  context.add(service, '', {
    Type: 'AWS::KMS::Key',
    ...keepData('Retain'),
    Properties: {
      Description: toDescription(service.name, 'Key'),
      EnableKeyRotation: rotation,
      KeyPolicy: policyDocument([
        ADMINISTRATION(),
        ...(encrypted.some(({ kind }) => RUNS_INSTANCES.has(kind)) ? [forVolumes()] : []),
        ...(senders.length > 0 ? [forServices(senders)] : []),
        ...(isRead ? [forDistributions()] : []),
        ...(encryptsTrail(context, encrypted) ? [forTrails()] : []),
      ]),
      Tags: context.tags(service.name),
    },
  });
};
