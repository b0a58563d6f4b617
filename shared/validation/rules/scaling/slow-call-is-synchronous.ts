import { connectionSettings } from '../../../catalog/connections';
import type { Link, Topology } from '../../../topology/topology';
import { groupBy } from '../../../util/grouping';
import { putQueuesBetween } from '../../fixes/queue-between';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const LONGEST_MS = 1000;
const MANUAL: Fix = { id: 'queue', title: 'Take the work over in the background and answer at once', kind: 'manual' };
const PROGRAMS: ReadonlySet<string> = new Set(['compute', 'function']);

const isProgram = ({ definition }: Link['from']): boolean => PROGRAMS.has(definition.family);

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

const durationOf = ({ connection }: Link): number => connectionSettings.read(connection.settings).durationMs ?? 0;

const isSlow = (link: Link): boolean => link.synchronous && isProgram(link.to) && durationOf(link) > LONGEST_MS;

function report(first: Link, links: readonly Link[]): Violation {
  const { from } = first;
  const ids = links.map(({ id }) => id);
  const queue: Fix = {
    id: 'queue',
    title: links.length === 1 ? 'Put a queue between the two' : 'Put a queue in front of each',
    kind: 'choice',
    apply: (design, newId) => putQueuesBetween(design, newId, ids),
  };
  const movable = isProgram(from) && links.every(({ kind }) => kind === 'traffic');
  const longest = Math.max(...links.map(durationOf));
  return {
    elements: [from.id, ...new Set(links.map(({ to }) => to.id))],
    connections: ids,
    message: `${from.name} waits up to ${seconds(longest)} for ${namesOf(links.map(({ to }) => to))} and holds its caller that long. A rush of such calls takes up every worker of both. Hand the work over in a queue and answer at once.`,
    fixes: [movable ? queue : MANUAL],
  };
}

export const slowCallIsSynchronous: Rule = {
  id: 'SCA-05',
  group: 'scaling',
  byPart: true,
  severity: 'info',
  title: 'Slow or spiky work is done synchronously',
  why: 'Who waits holds memory, connections and patience. A queue lets the work take as long as it takes.',
  trigger: 'A synchronous call to a program takes more than a second, as far as stated.',
  guide: ['4.1.4', '4.3.3.2'],
  references: ['AWS Well-Architected REL04-BP02'],
  check: (topology: Topology) =>
    [...groupBy(topology.links.filter(isSlow), ({ from }) => from).values()].flatMap((links) =>
      links[0] ? [report(links[0], links)] : [],
    ),
};
