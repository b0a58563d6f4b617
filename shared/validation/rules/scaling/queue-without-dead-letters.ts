import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import type { JsonObject } from '../../../util/json';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

/** Function timeouts that fit into the time a message stays hidden, as AWS advises for functions reading a queue. */
const TIMEOUTS = 6;
const LONGEST_SECONDS = 43_200;

function hiddenTooShortly(topology: Topology, queue: Service, seconds: number) {
  const consumers = topology.outgoing(queue.id).flatMap(({ kind, to }) => {
    const reads = kind === 'async' && to.kind === 'lambda-function';
    return reads ? [{ name: to.name, timeout: kinds['lambda-function'].read(to.element.settings).timeoutSeconds }] : [];
  });
  const slowest = consumers.sort((a, b) => b.timeout - a.timeout)[0];
  const needed = Math.min(LONGEST_SECONDS, TIMEOUTS * (slowest?.timeout ?? 0));
  return slowest && seconds < needed ? { ...slowest, needed } : undefined;
}

function checkQueue(topology: Topology, queue: Service): Violation | undefined {
  const { deadLetterQueue, visibilityTimeoutSeconds } = kinds['sqs-queue'].read(queue.element.settings);
  const short = hiddenTooShortly(topology, queue, visibilityTimeoutSeconds);
  const faults: string[] = [];
  const settings: Record<string, JsonObject[string]> = {};
  if (!deadLetterQueue) {
    faults.push(
      'A message that cannot be processed comes back for days and holds up the others: no dead-letter queue.',
    );
    settings.deadLetterQueue = true;
  }
  if (short) {
    faults.push(
      `A message shows up again after ${visibilityTimeoutSeconds} s while ${short.name}, which may take ${short.timeout} s, still works on it, so work is done twice. ${short.needed} s leave room for retries.`,
    );
    settings.visibilityTimeoutSeconds = short.needed;
  }
  if (faults.length === 0) return undefined;
  const title = deadLetterQueue ? 'Hide messages long enough' : 'Set messages that fail five times aside';
  return {
    elements: [queue.id],
    message: `${queue.name}: ${faults.join(' ')}`,
    fixes: [changeSettings(queue.id, title, settings)],
  };
}

export const queueWithoutDeadLetters: Rule = {
  id: 'SCA-06',
  group: 'scaling',
  byPart: true,
  severity: 'warning',
  title: 'Queue without dead-letter queue or consumer scaling',
  why: 'A queue absorbs what its consumers cannot do yet. One poisonous message, or work done twice, uses up that slack.',
  trigger:
    'A queue has no dead-letter queue, or hides messages for less than six times the timeout of a function that reads it.',
  guide: ['4.3.3.2'],
  references: ['AWS Lambda Developer Guide: using Lambda with Amazon SQS', 'AWS Well-Architected REL05-BP04'],
  check: (topology) => mapDefined(topology.ofKind('sqs-queue'), (queue) => checkQueue(topology, queue)),
};
