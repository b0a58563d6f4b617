import { connectionSettings } from '../../../catalog/connections';
import type { Link, Topology } from '../../../topology/topology';
import { putQueueBetween } from '../../fixes/queue-between';
import type { Fix, Rule, Violation } from '../../rule';

const LONGEST_MS = 1000;
const MANUAL: Fix = { id: 'queue', title: 'Take the work over in the background and answer at once', kind: 'manual' };
const PROGRAMS: ReadonlySet<string> = new Set(['compute', 'function']);

const isProgram = ({ definition }: Link['from']): boolean => PROGRAMS.has(definition.family);

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

function checkCall(link: Link): Violation | undefined {
  const { durationMs } = connectionSettings.read(link.connection.settings);
  if (!link.synchronous || durationMs === null || durationMs <= LONGEST_MS || !isProgram(link.to)) return undefined;
  const { from, to } = link;
  const queue: Fix = {
    id: 'queue',
    title: 'Put a queue between the two',
    kind: 'choice',
    apply: (design, newId) => putQueueBetween(design, newId, link.id),
  };
  return {
    elements: [from.id, to.id],
    connections: [link.id],
    message: `${from.name} waits ${seconds(durationMs)} for ${to.name} and holds its caller that long. A rush of such calls takes up every worker of both. Hand the work over in a queue and answer at once.`,
    fixes: isProgram(from) && link.kind === 'traffic' && from.region !== null ? [queue] : [MANUAL],
  };
}

export const slowCallIsSynchronous: Rule = {
  id: 'SCA-05',
  group: 'scaling',
  severity: 'info',
  title: 'Slow or spiky work is done synchronously',
  why: 'Who waits holds memory, connections and patience. A queue lets the work take as long as it takes.',
  trigger: 'A synchronous call to a program takes more than a second, as far as stated.',
  guide: ['4.1.4', '4.3.3.2'],
  references: ['AWS Well-Architected REL04-BP02'],
  check: (topology: Topology) => topology.links.map(checkCall).filter((found) => found !== undefined),
};
