import type { Link, Service } from '../../shared/topology/topology';
import type { DesignView } from './emit-context';

const isFifo = ({ kind, element }: Service): boolean =>
  (kind === 'sqs-queue' || kind === 'sns-topic') && element.settings.fifo === true;

/** Whether AWS passes on what is drawn: buckets and alarms send to nothing FIFO, FIFO topics to queues only, and other topics to no FIFO queue. */
export function isDelivered({ from, to }: Link): boolean {
  if (from.kind === 's3-bucket' || from.kind === 'cloudwatch-alarm') return !isFifo(to);
  if (from.kind !== 'sns-topic') return true;
  return to.kind === 'sqs-queue' ? isFifo(from) || !isFifo(to) : to.kind === 'lambda-function' && !isFifo(from);
}

const isWritten = (context: DesignView, link: Link): boolean =>
  link.kind === 'async' && context.stack.has(link.from.id) && context.stack.has(link.to.id);

/** Messages that arrive from a kind of service in this stack. */
export const messagesFrom = (context: DesignView, target: Service, kind: string): readonly Link[] =>
  context.topology
    .incoming(target.id)
    .filter((link) => link.from.kind === kind && isWritten(context, link) && isDelivered(link));

/** Messages that leave for a kind of service in this stack. */
export const messagesTo = (context: DesignView, source: Service, kind: string): readonly Link[] =>
  context.topology
    .outgoing(source.id)
    .filter((link) => link.to.kind === kind && isWritten(context, link) && isDelivered(link));

/** Drawn messages to a kind of service in this stack that AWS does not pass on. */
export const undeliveredTo = (context: DesignView, source: Service, kind: string): readonly Link[] =>
  context.topology
    .outgoing(source.id)
    .filter((link) => link.to.kind === kind && isWritten(context, link) && !isDelivered(link));
