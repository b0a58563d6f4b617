import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
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
      ({ kind, from }) => kind === 'logs' && from.kind === 'application-load-balancer' && context.stack.has(from.id),
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
