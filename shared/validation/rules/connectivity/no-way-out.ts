import { kindsOfFamily } from '../../../catalog/catalog';
import { endpointOf } from '../../../topology/endpoints';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { leavePublicNetwork } from '../../fixes/way-out';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';
import { agree, namesOf } from '../../wording';

const MACHINES = kindsOfFamily('compute');
const OUTWARD: ReadonlySet<string> = new Set(['data', 'session', 'async', 'traffic', 'logs']);

/** Its packets reach the internet: through a NAT gateway, or with an address of its own. */
const hasWayOut = ({ subnets, traits }: Service): boolean =>
  subnets.every(
    (subnet) => subnet.class === 'private' || (subnet.class === 'public' && traits.publicAddress) || !subnet.zone,
  );

const isOutside = ({ definition, traits }: Service): boolean => definition.scope === 'regional' && !traits.inVpc;

function checkMachine(topology: Topology, machine: Service): Violation | undefined {
  if (machine.subnets.length === 0 || hasWayOut(machine)) return undefined;
  const outside = topology
    .outgoing(machine.id)
    .filter((link) => OUTWARD.has(link.kind) && isOutside(link.to) && !endpointOf(link));
  if (outside.length === 0) return undefined;
  const targets = [...new Set(outside.map(({ to }) => to))];
  return {
    elements: [machine.id],
    connections: outside.map(({ id }) => id),
    message: `${machine.name} connects to ${namesOf(targets)}, which ${agree(targets.length, 'lies', 'lie')} outside the VPC, and its subnets have no way there. Every call ends in a timeout. Lead them through a NAT gateway, or give the VPC an endpoint.`,
    fixes: [
      {
        id: 'add-nat',
        title: 'Run it in private subnets, each with a NAT gateway',
        kind: 'choice',
        apply: (design, newId) => leavePublicNetwork(design, newId, machine.id),
      },
    ],
  };
}

export const noWayOut: Rule = {
  id: 'CON-05',
  group: 'connectivity',
  byPart: true,
  severity: 'warning',
  title: 'Something that needs a way out has none',
  why: 'Services of AWS outside a VPC have public addresses. Without a route to them, the drawn connection never comes about.',
  trigger:
    'A machine connects to a service outside its VPC from subnets without a NAT gateway, or from public ones without an address of its own, and its VPC has no endpoint towards it.',
  guide: ['3.2'],
  references: ['Amazon VPC User Guide: route tables', 'checkov CKV2_AWS_35'],
  check: (topology) => mapDefined(ofKinds(topology, MACHINES), (machine) => checkMachine(topology, machine)),
};
