import { kindsOfFamily } from '../../../catalog/catalog';
import type { Service, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { leavePublicNetwork } from '../../fixes/way-out';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const MACHINES = kindsOfFamily('compute');

function checkMachine(topology: Topology, machine: Service): Violation | undefined {
  if (!machine.traits.publicAddress) return undefined;
  const incoming = topology.incoming(machine.id);
  const balancers = incoming
    .filter(({ kind, from }) => kind === 'traffic' && from.definition.family === 'load-balancer')
    .map(({ from }) => from);
  // Whoever comes straight to it needs the address; that is for the rules on bypasses and on administrators.
  const direct = incoming.some(({ from, kind }) => from.role === 'actor' || kind === 'dns' || from.role === 'edge');
  if (balancers.length === 0 || direct) return undefined;
  return {
    elements: [machine.id, ...balancers.map(({ id }) => id)],
    message: `${machine.name} gets its requests from ${namesOf(balancers)}, yet has an address of its own on the internet. It is one more door to guard, and each address is billed. Take the address away and move it to private subnets.`,
    fixes: [
      {
        id: 'make-private',
        title: 'Take the public address away and move it to private subnets with a NAT gateway',
        kind: 'auto',
        apply: (design, newId) => leavePublicNetwork(design, newId, machine.id),
      },
    ],
  };
}

export const balancedCopyHasPublicIp: Rule = {
  id: 'NET-03',
  group: 'network',
  byPart: true,
  severity: 'warning',
  title: 'Copy behind a load balancer has its own public IP',
  why: 'The load balancer is the guarded entrance. An address beside it is an entrance that nobody looks at.',
  trigger:
    'An instance or Auto Scaling group that a load balancer feeds, and no user comes to directly, has public addresses.',
  guide: ['3.2'],
  references: ['checkov CKV_AWS_88', 'AWS Well-Architected SEC05-BP01'],
  check: (topology) => mapDefined(ofKinds(topology, MACHINES), (machine) => checkMachine(topology, machine)),
};
