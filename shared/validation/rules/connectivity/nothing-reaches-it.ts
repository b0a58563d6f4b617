import type { Service, Tier, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const MANUAL: Fix = { id: 'connect', title: 'Connect it or delete it', kind: 'manual' };
/** Kinds that work without being connected, and those whose idleness costs money: that is a finding of its own. */
const EXEMPT: ReadonlySet<string> = new Set(['key', 'load-balancer', 'relational', 'cache', 'stream', 'file-system']);
const NO_WAY: ReadonlySet<string> = new Set(['admin', 'monitors', 'logs', 'uses', 'replicates', 'failover']);

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

function checkTier(tier: Tier, reached: ReadonlySet<string>): Violation | undefined {
  const servers = tier.members.filter(({ role, definition }) => {
    const serves = role === 'web' || role === 'app';
    return serves && (definition.family === 'compute' || definition.family === 'function');
  });
  if (servers.length === 0 || servers.some(({ id }) => reached.has(id))) return undefined;
  return {
    elements: [tier.id, ...servers.map(({ id }) => id)],
    message: `No request reaches ${tier.element.name}: nothing leads from users or an office to ${namesOf(servers)}. What depends on it is not checked either. Connect it to what calls it.`,
    fixes: [MANUAL],
  };
}

function checkNode(topology: Topology, { id, name, role, definition }: Service): Violation | undefined {
  if (EXEMPT.has(definition.family) || role === 'gateway') return undefined;
  if (topology.incoming(id).length > 0 || topology.outgoing(id).length > 0) return undefined;
  return {
    severity: 'info',
    elements: [id],
    message: `${name} is connected to nothing, so the drawing does not say what it is for. Connect it, or delete it.`,
    fixes: [MANUAL],
  };
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
  check: (topology) => {
    if (topology.links.length === 0) return [];
    const reached = findReached(topology);
    const cut = topology.actors.length === 0 ? [] : mapDefined(topology.tiers, (tier) => checkTier(tier, reached));
    const told = new Set(cut.flatMap(({ elements }) => elements));
    const nodes = mapDefined(topology.services, (service) =>
      told.has(service.id) ? undefined : checkNode(topology, service),
    );
    return [...cut, ...nodes];
  },
};
