import { kinds } from '../../../shared/catalog/services';
import type { Link, Service } from '../../../shared/topology/topology';
import { keyOf } from '../../plan/access';
import { stemOf } from '../../plan/logical-ids';
import type { EmitContext, Emitter } from '../emit-context';
import { getAtt, ref } from '../intrinsics';
import { messagesFrom, messagesTo, undeliveredTo } from '../messaging';
import { allowService, policyDocument } from '../permissions';

function emitSubscription(link: Link, context: EmitContext): void {
  const { from, to } = link;
  const endpoint = getAtt(context.id(to.id), 'Arn');
  if (to.kind === 'lambda-function')
    context.add(from, `Invokes${stemOf(to.id)}`, {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: endpoint,
        Principal: 'sns.amazonaws.com',
        SourceArn: ref(context.id(from.id)),
      },
    });
  context.add(from, `To${stemOf(to.id)}`, {
    Type: 'AWS::SNS::Subscription',
    Properties: {
      TopicArn: ref(context.id(from.id)),
      Protocol: to.kind === 'lambda-function' ? 'lambda' : 'sqs',
      Endpoint: endpoint,
      ...(to.kind === 'sqs-queue' ? { RawMessageDelivery: true } : {}),
    },
  });
}

/** Why SNS delivers nothing to a kind of service, where it does not. */
const REASONS = {
  'sqs-queue': 'only a FIFO topic feeds a FIFO queue',
  'lambda-function': 'a FIFO topic sends to queues only',
  'sns-topic': 'a topic cannot subscribe to a topic',
} as const;

/** Queues and functions are subscribed; what SNS cannot deliver to is listed. */
function emitSubscriptions(service: Service, context: EmitContext): void {
  for (const [kind, reason] of Object.entries(REASONS)) {
    for (const link of messagesTo(context, service, kind)) emitSubscription(link, context);
    for (const { id, to } of undeliveredTo(context, service, kind))
      context.notes.add('left-out', [id], `${service.name} does not send to ${to.name}: ${reason}.`);
  }
}

export const snsTopic: Emitter = (service, context) => {
  const { fifo } = kinds['sns-topic'].read(service.element.settings);
  const key = keyOf(context.topology, context.stack, service);
  const topic = ref(context.id(service.id));
  context.add(service, '', {
    Type: 'AWS::SNS::Topic',
    Properties: {
      ...(fifo ? { FifoTopic: true, ContentBasedDeduplication: true } : {}),
      ...(key ? { KmsMasterKeyId: ref(context.id(key.id)) } : {}),
      Tags: context.tags(service.name),
    },
  });
  const senders = [
    { kind: 's3-bucket', principal: 's3.amazonaws.com' },
    { kind: 'cloudwatch-alarm', principal: 'cloudwatch.amazonaws.com' },
  ].filter(({ kind }) => messagesFrom(context, service, kind).length > 0);
  if (senders.length > 0)
    context.add(service, 'Policy', {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [topic],
        PolicyDocument: policyDocument(senders.map(({ principal }) => allowService(principal, ['sns:Publish'], topic))),
      },
    });
  emitSubscriptions(service, context);
  context.output(service, 'Arn', { Description: `ARN of ${service.definition.title}`, Value: topic });
};
