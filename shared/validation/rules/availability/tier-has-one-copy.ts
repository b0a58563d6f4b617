import type { Service, Tier, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { runTwoCopies } from '../../fixes/two-copies';
import { keepsState } from '../../instance-state';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const STATELESS: ReadonlySet<string> = new Set(['web', 'app', 'worker']);

const isStateless = ({ role, definition }: Service): boolean =>
  STATELESS.has(role) && (definition.family === 'compute' || definition.family === 'function');

function fixFor(topology: Topology, service: Service): Fix {
  if (keepsState(topology, service))
    return {
      id: 'move-state-first',
      title: 'Move sessions and files off the instance, then run two copies of it',
      kind: 'manual',
    };
  return {
    id: 'two-copies',
    title: 'Run at least two copies over two Availability Zones in an Auto Scaling group',
    kind: 'auto',
    apply: (design, newId) => runTwoCopies(design, newId, service.id),
  };
}

function checkTier(topology: Topology, facts: Facts, tier: Tier): Violation | undefined {
  const members = tier.members.filter(isStateless);
  const copies = members.reduce((sum, { traits }) => sum + traits.copies.min, 0);
  const [first] = members;
  if (!first || copies >= 2) return undefined;
  const count = copies === 0 ? 'may run without any copy' : 'may run with a single copy';
  const loss = members.every(({ role }) => role === 'worker') ? 'the work lies where it is' : 'nothing serves requests';
  return {
    elements: [tier.id, ...members.map(({ id }) => id)],
    message: `${tier.element.name} ${count}: ${namesOf(members)}, a single point of failure. When it fails or restarts, ${loss}. Keep at least two copies in two zones.`,
    evidence: facts.losses.evidence(members),
    fixes: [fixFor(topology, first)],
  };
}

export const tierHasOneCopy: Rule = {
  id: 'AVL-02',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Tier has only one running copy',
  why: 'Instances, their disks and their hosts fail, and updates restart them. Only a second copy serves meanwhile.',
  trigger:
    'The instances, groups and functions of a web, app or worker tier keep fewer than two copies running together.',
  guide: ['4.4.1'],
  references: ['AWS Well-Architected REL11-BP02'],
  check: (topology, facts) => mapDefined(topology.tiers, (tier) => checkTier(topology, facts, tier)),
};
