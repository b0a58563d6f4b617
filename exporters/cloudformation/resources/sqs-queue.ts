import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { keyOf } from '../../plan/access';
import { visibilityFor } from '../../plan/queues';
import type { EmitContext, Emitter } from '../emit-context';
import { dropData } from '../emit-context';
import { getAtt, ref } from '../intrinsics';
import { messagesFrom } from '../messaging';
import { allowService, policyDocument } from '../permissions';

const SECONDS_A_DAY = 86_400;
const FAILURES_BEFORE_DEAD_LETTER = 5;
const LONGEST_RETENTION_DAYS = 14;

function visibilityTimeout(service: Service, context: EmitContext): number {
  const { visibilityTimeoutSeconds } = kinds['sqs-queue'].read(service.element.settings);
  const needed = visibilityFor(service, context);
  if (needed !== visibilityTimeoutSeconds)
    context.notes.add(
      'assumed',
      [service.id],
      `The visibility timeout of ${service.name} is ${needed} s: the function that reads it may run that long.`,
    );
  return needed;
}

function emitPolicy(service: Service, context: EmitContext): void {
  const arn = getAtt(context.id(service.id), 'Arn');
  const senders = [
    { kind: 's3-bucket', principal: 's3.amazonaws.com' },
    { kind: 'sns-topic', principal: 'sns.amazonaws.com' },
  ].filter(({ kind }) => messagesFrom(context, service, kind).length > 0);
  if (senders.length === 0) return;
  context.add(service, 'Policy', {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref(context.id(service.id))],
      PolicyDocument: policyDocument(senders.map(({ principal }) => allowService(principal, ['sqs:SendMessage'], arn))),
    },
  });
}

export const sqsQueue: Emitter = (service, context) => {
  const settings = kinds['sqs-queue'].read(service.element.settings);
  const key = keyOf(context.topology, context.stack, service);
  const common: JsonObject = {
    ...(settings.fifo ? { FifoQueue: true } : {}),
    ...(key ? { KmsMasterKeyId: ref(context.id(key.id)) } : { SqsManagedSseEnabled: true }),
  };
  if (settings.deadLetterQueue)
    context.add(service, 'DeadLetters', {
      Type: 'AWS::SQS::Queue',
      ...dropData,
      Properties: {
        ...common,
        MessageRetentionPeriod: LONGEST_RETENTION_DAYS * SECONDS_A_DAY,
        Tags: context.tags(`${service.name} dead letters`),
      },
    });
  context.add(service, '', {
    Type: 'AWS::SQS::Queue',
    ...dropData,
    Properties: {
      ...common,
      VisibilityTimeout: visibilityTimeout(service, context),
      MessageRetentionPeriod: settings.retentionDays * SECONDS_A_DAY,
      ...(settings.deadLetterQueue
        ? {
            RedrivePolicy: {
              deadLetterTargetArn: getAtt(context.id(service.id, 'DeadLetters'), 'Arn'),
              maxReceiveCount: FAILURES_BEFORE_DEAD_LETTER,
            },
          }
        : {}),
      Tags: context.tags(service.name),
    },
  });
  emitPolicy(service, context);
  context.output(service, 'Url', {
    Description: `URL of ${service.definition.title}`,
    Value: ref(context.id(service.id)),
  });
};
