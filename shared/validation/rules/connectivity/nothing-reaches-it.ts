import type { Service, Tier, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { findInParts } from '../../find-in-parts';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const MANUAL: Fix = { id: 'connect', title: 'Connect it or delete it', kind: 'manual' };
/** Kinds that work without being connected, and those whose idleness costs money: that is a finding of its own. */
const EXEMPT: ReadonlySet<string> = new Set(['key', 'load-balancer', 'relational', 'cache', 'stream', 'file-system']);
const NO_WAY: ReadonlySet<string> = new Set(['admin', 'monitors', 'logs', 'uses', 'replicates', 'failover']);

const NOTHING: ReadonlySet<string> = new Set();

/** Everything work reaches from an actor, waiting for the answer or not. */
function findReached(topology: Topology): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = topology.actors.map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const { to, kind } of topology.outgoing(id)) {
      if (NO_WAY.has(kind) || reached.has(to.id)) continue;
      reached.add(to.id);
      queue.push(to.id);
    }
  return reached;
}

/** The servers of a tier where users depend on none, so that perhaps nothing leads to them. */
interface Doubtful {
  readonly id: string;
  readonly tier: Tier;
  readonly servers: readonly Service[];
}

const isServer = ({ role, definition }: Service): boolean =>
  (role === 'web' || role === 'app') && (definition.family === 'compute' || definition.family === 'function');

const findDoubtful = findInParts((part) =>
  mapDefined(part.tiers, (tier): Doubtful | undefined => {
    const servers = tier.members.filter(isServer);
    return servers.length === 0 || servers.some(({ id }) => part.isCritical(id))
      ? undefined
      : { id: tier.id, tier, servers };
  }),
);

const findLonely = findInParts((part) =>
  part.services.filter(
    ({ id, role, definition }) =>
      !EXEMPT.has(definition.family) &&
      role !== 'gateway' &&
      part.incoming(id).length === 0 &&
      part.outgoing(id).length === 0,
  ),
);

const reportTier = ({ tier, servers }: Doubtful): Violation => ({
  elements: [tier.id, ...servers.map(({ id }) => id)],
  message: `No request reaches ${tier.element.name}: nothing leads from users or an office to ${namesOf(servers)}. What depends on it is not checked either. Connect it to what calls it.`,
  fixes: [MANUAL],
});

const reportNode = ({ id, name }: Service): Violation => ({
  severity: 'info',
  elements: [id],
  message: `${name} is connected to nothing, so the drawing does not say what it is for. Connect it, or delete it.`,
  fixes: [MANUAL],
});

function check(topology: Topology, facts: Facts): Violation[] {
  if (!facts.overall.isConnected) return [];
  const doubtful = facts.overall.hasActors ? findDoubtful(facts) : [];
  const reached = doubtful.length === 0 ? NOTHING : findReached(topology);
  const cut = doubtful.filter(({ servers }) => !servers.some(({ id }) => reached.has(id))).map(reportTier);
  const told = new Set(cut.flatMap(({ elements }) => elements));
  return [
    ...cut,
    ...findLonely(facts)
      .filter(({ id }) => !told.has(id))
      .map(reportNode),
  ];
}

export const nothingReachesIt: Rule = {
  id: 'CON-09',
  group: 'connectivity',
  severity: 'warning',
  title: 'Node or tier is unreachable',
  why: 'Checks follow the connections from the users. What they do not reach is neither counted on nor found missing.',
  trigger:
    'In a design with users and connections, no way leads to the servers of a web or app tier; advice where a service has no connection at all.',
  guide: [],
  references: ['AWS Well-Architected REL03-BP01'],
  check,
};
