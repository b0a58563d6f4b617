import type { Link, Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import { awsAccessOf, CALLERS_OF_AWS } from '../../machine-access';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** Calls that IAM decides on: to services of AWS outside the VPC. */
const needsPermission = ({ kind, to }: Link): boolean =>
  (kind === 'data' || kind === 'session' || kind === 'async' || kind === 'logs' || kind === 'traffic') &&
  to.definition.scope === 'regional' &&
  !to.traits.inVpc;

/** What a program asks for messages. */
const READ: ReadonlySet<string> = new Set(['queue', 'stream']);

function checkMachine(topology: Topology, machine: Service): Violation | undefined {
  if (awsAccessOf(machine) !== 'none') return undefined;
  const called = topology.outgoing(machine.id).filter(needsPermission);
  const read = topology.incoming(machine.id).filter(({ from }) => READ.has(from.definition.family));
  const links = [...called, ...read];
  if (links.length === 0) return undefined;
  const others = [...new Set([...called.map(({ to }) => to), ...read.map(({ from }) => from)])];
  return {
    elements: [machine.id, ...others.map(({ id }) => id)],
    connections: links.map(({ id }) => id),
    message: `${machine.name} uses ${namesOf(others)} and has no permission to: AWS refuses every call. Give it a role; its policy follows from what is drawn.`,
    fixes: [changeSettings(machine.id, 'Give it a role', { awsAccess: 'role' })],
  };
}

export const noPermission: Rule = {
  id: 'IAM-01',
  group: 'identity',
  byPart: true,
  severity: 'error',
  title: 'Compute calls AWS services without a role',
  why: 'Without a role a program has either no permission or keys that somebody put there, which is worse.',
  trigger: 'A machine that is said to have no permission is connected to a bucket, table, queue, topic or function.',
  guide: ['3.5', '4.7.5'],
  references: ['AWS Well-Architected SEC02-BP02', 'checkov CKV2_AWS_41'],
  check: (topology) => mapDefined(ofKinds(topology, CALLERS_OF_AWS), (machine) => checkMachine(topology, machine)),
};
