import type { Link, Service, Tier, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { runBehindLoadBalancer } from '../../fixes/load-balance';
import { groupCopies } from '../../graph/request-graph';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const spreads = ({ from }: Link): boolean =>
  from.definition.family === 'load-balancer' || from.role === 'load-balancer';

function checkCopies(topology: Topology, copies: readonly Service[]): Violation | undefined {
  const most = copies.reduce((sum, { traits }) => sum + traits.copies.max, 0);
  if (most < 2) return undefined;
  const ids = new Set(copies.map(({ id }) => id));
  const incoming = copies
    .flatMap(({ id }) => topology.incoming(id))
    .filter(({ kind, from }) => kind === 'traffic' && !ids.has(from.id));
  if (incoming.length === 0 || incoming.some(spreads)) return undefined;
  const sources = [...new Set(incoming.map(({ from }) => from))];
  return {
    elements: [...ids],
    connections: incoming.map(({ id }) => id),
    message: `Requests from ${namesOf(sources)} go straight to ${namesOf(copies)}, up to ${most} copies. Nothing divides the requests among them or avoids a copy that failed. Put a load balancer in between.`,
    fixes: [
      {
        id: 'add-load-balancer',
        title: 'Put a load balancer in front',
        kind: 'auto',
        apply: (design, newId) => runBehindLoadBalancer(design, newId, [...ids]),
      },
    ],
  };
}

const isBalanced = (topology: Topology, { id }: Service): boolean =>
  topology.incoming(id).some(({ kind, from }) => kind === 'traffic' && from.definition.family === 'load-balancer');

function checkTier(topology: Topology, { members }: Tier): Violation[] {
  const machines = members.filter(({ definition }) => definition.family === 'compute');
  // Which are copies of one another need not be told where each gets its share.
  if (machines.every((machine) => isBalanced(topology, machine))) return [];
  return mapDefined(groupCopies(topology, machines), (copies) => checkCopies(topology, copies));
}

export const nothingSpreadsTraffic: Rule = {
  id: 'AVL-03',
  group: 'availability',
  byPart: true,
  severity: 'error',
  title: 'Nothing spreads traffic over the copies of a tier',
  why: 'Callers that know the copies one by one keep calling those that failed and never find those that were added.',
  trigger:
    'Instances or Auto Scaling groups of a tier that can be two copies or more get traffic, and none of it comes from a load balancer.',
  guide: ['4.3.1', '4.4.1'],
  references: ['AWS Well-Architected REL11-BP02'],
  check: (topology) => topology.tiers.flatMap((tier) => checkTier(topology, tier)),
};
