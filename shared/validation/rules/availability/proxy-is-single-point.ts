import type { Service, Topology } from '../../../topology/topology';
import type { Facts } from '../../facts';
import { findInParts } from '../../find-in-parts';
import { becomeLoadBalancer } from '../../fixes/become-kind';
import { groupCopies } from '../../graph/request-graph';
import type { Fix, Rule, Violation } from '../../rule';
import { agree, namesOf } from '../../wording';

const MANUAL: Fix = {
  id: 'second-proxy',
  title: 'Run a second one in another zone, and let a failover or a Network Load Balancer choose between them',
  kind: 'manual',
};

const findProxies = findInParts((part) =>
  part.ofRole('load-balancer').filter(({ definition }) => definition.family === 'compute'),
);

/** Something takes requests elsewhere when a copy fails: a load balancer, health-checked names, a stand-in. */
const isSteered = (topology: Topology, { id }: Service): boolean =>
  topology.incoming(id).some(({ kind, from }) => kind === 'failover' || from.definition.family === 'load-balancer') ||
  topology.outgoing(id).some(({ kind }) => kind === 'failover');

function checkProxies(topology: Topology, facts: Facts, proxies: readonly Service[]): Violation | undefined {
  const [first] = proxies;
  if (!first) return undefined;
  const copies = proxies.reduce((sum, { traits }) => sum + traits.copies.min, 0);
  const single = copies < 2 || new Set(proxies.flatMap(({ zones }) => zones)).size < 2;
  if (!single && proxies.every((proxy) => isSteered(topology, proxy))) return undefined;
  const names = namesOf(proxies);
  const fault = single
    ? `${names} ${agree(proxies.length, 'spreads', 'spread')} the requests of others and ${agree(proxies.length, 'is a single point of failure itself', 'lie in one zone, a single point of failure themselves')}`
    : `${names} ${agree(proxies.length, 'has several copies', 'are copies of one another')}, and nothing takes users from one that fails to the next`;
  const replace: Fix = {
    id: 'load-balancer',
    title: 'Use an Application Load Balancer over two Availability Zones instead',
    kind: 'choice',
    apply: (design, newId) => becomeLoadBalancer(design, newId, first.id),
  };
  return {
    severity: single ? 'error' : 'warning',
    elements: proxies.map(({ id }) => id),
    message: `${fault}. When it fails, everything behind it is out of reach. Use a load balancer of AWS, which runs in every zone.`,
    evidence: single ? facts.losses.evidence(proxies) : {},
    fixes: proxies.length === 1 ? [replace, MANUAL] : [MANUAL],
  };
}

export const proxyIsSinglePoint: Rule = {
  id: 'AVL-08',
  group: 'availability',
  severity: 'error',
  title: 'Self-managed load balancer or proxy is a single point',
  why: 'A proxy sees every request. The machine it runs on, its updates and its configuration become those of the whole site.',
  trigger:
    'A load balancer or proxy on a machine runs in one copy or one zone. A warning where copies exist and neither a failover nor a load balancer chooses between them.',
  guide: ['4.2.1'],
  references: ['AWS Well-Architected REL10-BP01'],
  check: (topology, facts) =>
    groupCopies(topology, findProxies(facts))
      .map((proxies) => checkProxies(topology, facts, proxies))
      .filter((found) => found !== undefined),
};
