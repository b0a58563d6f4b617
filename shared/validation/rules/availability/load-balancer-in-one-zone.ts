import type { Service, Topology } from '../../../topology/topology';
import type { Facts } from '../../facts';
import { patchAndSpread } from '../../fixes/patch-and-spread';
import type { Rule, Violation } from '../../rule';

function checkBalancer(topology: Topology, facts: Facts, balancer: Service): Violation | undefined {
  const { zones, id, name } = balancer;
  if (zones.length >= 2) return undefined;
  const targets = topology.outgoing(id).filter(({ kind }) => kind === 'traffic');
  const prefer = [...new Set(targets.flatMap(({ to }) => to.zones.map((zone) => zone.id)))];
  const where = zones[0] ? `in ${zones[0].code} only` : 'in no Availability Zone';
  const refused = balancer.kind === 'application-load-balancer' ? ' AWS does not create one like that.' : '';
  return {
    elements: [id],
    message: `${name} is attached to subnets ${where}. Requests stop when that zone fails.${refused} Attach a subnet in at least two zones.`,
    evidence: facts.losses.evidence([balancer]),
    fixes: [
      {
        id: 'attach-subnets',
        title: 'Attach a subnet in a second Availability Zone',
        kind: 'auto',
        apply: (design, newId) =>
          patchAndSpread(
            design,
            newId,
            id,
            {},
            { prefer, fallback: balancer.traits.publicAddress ? 'public' : 'private' },
          ),
      },
    ],
  };
}

export const loadBalancerInOneZone: Rule = {
  id: 'AVL-04',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Load balancer is attached to fewer than two AZs',
  why: 'A load balancer has its nodes in the subnets it is attached to. With one zone it is itself what it should prevent.',
  trigger: 'The subnets of an Application or Network Load Balancer lie in fewer than two zones.',
  guide: ['4.2.1', '4.4.1'],
  references: ['AWS Config elbv2-multiple-az', 'AWS Trusted Advisor: load balancers in multiple zones'],
  check: (topology, facts) =>
    [...topology.ofKind('application-load-balancer'), ...topology.ofKind('network-load-balancer')]
      .map((balancer) => checkBalancer(topology, facts, balancer))
      .filter((found) => found !== undefined),
};
