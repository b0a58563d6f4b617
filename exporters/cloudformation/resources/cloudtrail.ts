import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { keyOf } from '../../plan/access';
import { trailBucketOf } from '../../plan/trails';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, ref } from '../intrinsics';
import { emitLogGroup } from '../log-groups';
import { allow, policyDocument } from '../permissions';

const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' } as const;

/** The log group that events are copied to, and the role in which CloudTrail writes there. */
function emitLogs(service: Service, retention: string, context: EmitContext): JsonObject {
  const logs = emitLogGroup(service, retention, context);
  context.add(service, 'LogsRole', {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: policyDocument([{ Effect: 'Allow', Principal: CLOUDTRAIL, Action: 'sts:AssumeRole' }]),
      Policies: [
        {
          PolicyName: 'WriteEvents',
          PolicyDocument: policyDocument([allow(['logs:CreateLogStream', 'logs:PutLogEvents'], getAtt(logs, 'Arn'))]),
        },
      ],
      Tags: context.tags(service.name),
    },
  });
  return {
    CloudWatchLogsLogGroupArn: getAtt(logs, 'Arn'),
    CloudWatchLogsRoleArn: getAtt(context.id(service.id, 'LogsRole'), 'Arn'),
  };
}

export const cloudtrail: Emitter = (service, context) => {
  const { allRegions, validation, logRetention } = kinds.cloudtrail.read(service.element.settings);
  const { topology, stack } = context;
  const bucket = trailBucketOf(service, topology.outgoing, ({ id }) => stack.has(id));
  if (!bucket) return;
  const key = keyOf(topology, stack, service);
  context.add(service, '', {
    Type: 'AWS::CloudTrail::Trail',
    // CloudTrail tries whether it may write before it makes the trail.
    DependsOn: [context.id(bucket.id, 'Policy')],
    Properties: {
      S3BucketName: ref(context.id(bucket.id)),
      IsLogging: true,
      IsMultiRegionTrail: allRegions,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: validation,
      ...(key ? { KMSKeyId: getAtt(context.id(key.id), 'Arn') } : {}),
      ...(logRetention === 'none' ? {} : emitLogs(service, logRetention, context)),
      Tags: context.tags(service.name),
    },
  });
};
