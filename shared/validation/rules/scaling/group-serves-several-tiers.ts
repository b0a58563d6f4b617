import { kinds } from '../../../catalog/services';
import type { Service, Tier, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { keepToTier } from '../../fixes/keep-to-tier';
import { splitGroup } from '../../fixes/split-group';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

const ROLE_NAMES: Readonly<Record<string, string>> = {
  web: 'web servers',
  app: 'application servers',
  worker: 'background workers',
};
const SERVING: ReadonlySet<string> = new Set(['web', 'app', 'ancillary']);
const MANUAL: Fix = { id: 'split', title: 'Run a group of its own for each tier', kind: 'manual' };

/** Tiers whose subnets a group runs in. */
function tiersOf({ subnets }: Service): Tier[] {
  const tiers = new Set(subnets.map(({ tier }) => tier).filter((tier) => tier !== null));
  return [...tiers].filter(({ role }) => SERVING.has(role));
}

/** Another role on the same machines, as far as stated. */
function checkSecondRole(group: Service): Violation | undefined {
  const { alsoRuns } = kinds['auto-scaling-group'].read(group.element.settings);
  if (alsoRuns === 'nothing' || alsoRuns === group.role) return undefined;
  return {
    elements: [group.id],
    message: `${group.name} runs ${ROLE_NAMES[group.role] ?? 'its own programs'} and ${ROLE_NAMES[alsoRuns]} on the same machines. A rush on one takes the machines from the other, and both grow when either does. Run one group for each.`,
    fixes: [
      {
        id: 'split',
        title: `Leave ${ROLE_NAMES[alsoRuns]} to a group of their own`,
        kind: 'choice',
        apply: (design, newId) => splitGroup(design, newId, group.id, alsoRuns),
      },
    ],
  };
}

function checkSubnets(group: Service): Violation | undefined {
  const [first] = group.subnets;
  if (!group.subnets.some(({ tier }) => tier !== first?.tier)) return undefined;
  const tiers = tiersOf(group);
  if (tiers.length < 2) return undefined;
  const own = tiers.find((tier) => tier === group.tier);
  const keep: Fix[] = own
    ? [
        {
          id: 'keep-to-tier',
          title: `Run it in the subnets of ${own.element.name} only`,
          kind: 'choice',
          apply: (design) => keepToTier(design, group.id, own.id),
        },
      ]
    : [];
  return {
    elements: [group.id, ...tiers.map(({ id }) => id)],
    message: `${group.name} runs in ${namesOf(tiers.map(({ element }) => element))}. Its load is the sum of theirs, so it grows for one and takes the others with it, and none can be changed alone. Run one group for each tier.`,
    fixes: [...keep, MANUAL],
  };
}

export const groupServesSeveralTiers: Rule = {
  id: 'SCA-02',
  group: 'scaling',
  byPart: true,
  severity: 'warning',
  title: 'One scaling group serves several tiers',
  why: 'Tiers are busy at different times and with different things. One group has one size, one image and one reason to grow.',
  trigger: 'An Auto Scaling group has a second role, or runs in subnets of two or more web, app or ancillary tiers.',
  guide: ['4.3'],
  references: ['AWS Well-Architected REL07-BP01'],
  check: (topology: Topology) =>
    mapDefined(topology.ofKind('auto-scaling-group'), (group) => checkSecondRole(group) ?? checkSubnets(group)),
};
