import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';

/** The connections of a design, and what is written beside a service. */
export interface Surroundings {
  readonly topology: Pick<Topology, 'incoming' | 'outgoing'>;
  readonly stack: { readonly has: (id: string) => boolean };
}

/** Seconds. AWS Lambda Developer Guide, "Lambda quotas". */
const LONGEST_TIMEOUT = 900;

const timeoutOf = (reader: Service): number => kinds['lambda-function'].read(reader.element.settings).timeoutSeconds;

/** Functions that read a queue. */
const readersOf = (queue: Service, { topology, stack }: Surroundings): readonly Service[] =>
  topology
    .outgoing(queue.id)
    .filter((link) => link.kind === 'async' && link.to.kind === 'lambda-function' && stack.has(link.to.id))
    .map(({ to }) => to);

/** A function must finish before its messages are shown to others. Lambda Developer Guide, "Using Lambda with SQS". */
export function visibilityFor(queue: Service, around: Surroundings): number {
  const { visibilityTimeoutSeconds } = kinds['sqs-queue'].read(queue.element.settings);
  return Math.max(visibilityTimeoutSeconds, ...readersOf(queue, around).map(timeoutOf));
}

/** The longest that a function may run, for the queues that it reads; undefined where it reads none. */
export function longestRun(reader: Service, around: Surroundings): number | undefined {
  const queues = around.topology
    .incoming(reader.id)
    .filter((link) => link.kind === 'async' && link.from.kind === 'sqs-queue' && around.stack.has(link.from.id))
    .map(({ from }) => visibilityFor(from, around));
  return queues.length > 0 ? Math.min(LONGEST_TIMEOUT, ...queues) : undefined;
}

/** The shortest visibility timeout that suits whatever the functions that read a queue may be given as theirs. */
export const shortestVisibility = (queue: Service, around: Surroundings): number =>
  Math.max(
    0,
    ...readersOf(queue, around).map((reader) =>
      reader.element.parameters?.includes('timeoutSeconds')
        ? (longestRun(reader, around) ?? timeoutOf(reader))
        : timeoutOf(reader),
    ),
  );
