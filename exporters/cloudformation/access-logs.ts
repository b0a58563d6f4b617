import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { trailsInto } from '../plan/trails';
import type { DesignView, EmitContext } from './emit-context';
import { sub } from './intrinsics';

/**
 * Accounts from which Elastic Load Balancing writes access logs in Regions older than August 2022.
 * Elastic Load Balancing, "Access logs for your Application Load Balancer"; the same figures stand in aws-cdk-lib 2.276,
 * region-info.
 */
const ELB_ACCOUNTS: Readonly<Record<string, string>> = {
  'us-east-1': '127311923021',
  'us-west-2': '797873946194',
  'eu-west-1': '156460612806',
  'eu-central-1': '054676820928',
};

/** Bucket that an Application Load Balancer writes its access logs to, where one is drawn. */
export const logBucketOf = (service: Service, context: DesignView): Service | undefined =>
  context.topology
    .outgoing(service.id)
    .find(({ kind, to }) => kind === 'logs' && to.kind === 's3-bucket' && context.stack.has(to.id))?.to;

/** Statement of a bucket's policy for the load balancers that write their logs into it; undefined where none does. */
export function logStatement(bucket: Service, context: EmitContext): JsonObject | undefined {
  const writers = context.topology
    .incoming(bucket.id)
    .filter(
      ({ kind, from }) =>
        kind === 'logs' &&
        from.kind === 'application-load-balancer' &&
        context.stack.has(from.id) &&
        logBucketOf(from, context) === bucket,
    );
  const account = ELB_ACCOUNTS[context.stack.region ?? ''];
  if (writers.length === 0 || account === undefined) return undefined;
  return {
    Effect: 'Allow',
    Principal: { AWS: sub(`arn:\${AWS::Partition}:iam::${account}:root`) },
    Action: 's3:PutObject',
    Resource: sub(`\${${context.id(bucket.id)}.Arn}/AWSLogs/\${AWS::AccountId}/*`),
  };
}

/** Any trail of this account in this Region: the trail waits for the policy, so that cannot name it. */
export const TRAILS = sub(`arn:\${AWS::Partition}:cloudtrail:\${AWS::Region}:\${AWS::AccountId}:trail/*`);

/**
 * Statements of a bucket's policy for the trails that write into it. CloudTrail User Guide, "Amazon S3 bucket policy for
 * CloudTrail": the condition keeps trails of other accounts out.
 */
export function trailStatements(bucket: Service, context: EmitContext): readonly JsonObject[] {
  if (trailsInto(context, bucket).length === 0) return [];
  const arn = `\${${context.id(bucket.id)}.Arn}`;
  const allow = { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } } as const;
  const fromHere = { StringLike: { 'aws:SourceArn': TRAILS } };
  return [
    { ...allow, Action: 's3:GetBucketAcl', Resource: sub(arn), Condition: fromHere },
    {
      ...allow,
      Action: 's3:PutObject',
      Resource: sub(`${arn}/AWSLogs/\${AWS::AccountId}/*`),
      Condition: { ...fromHere, StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
  ];
}
