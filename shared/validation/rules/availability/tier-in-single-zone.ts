import { isScalingKind } from '../../../catalog/scaling-groups';
import type { Service, Tier, Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import type { Facts } from '../../facts';
import { spreadTier } from '../../fixes/tier-zones';
import type { Fix, Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** Members whose place matters to users; gateways, bastions and alarms of the tier do not. */
const isServing = ({ role, traits }: Service): boolean =>
  !traits.selfRedundant && role !== 'gateway' && role !== 'bastion' && role !== 'operations';

function ask(tier: Tier, members: readonly Service[], homeless: Service | undefined): Violation {
  return {
    status: 'unknown',
    elements: [tier.id, ...members.map(({ id }) => id)],
    message: `Whether ${tier.element.name} survives the loss of a zone cannot be told yet.`,
    question: homeless
      ? `In which subnets does ${homeless.name} run?`
      : `Do users depend on ${tier.element.name}? Draw who uses the design and connect them.`,
    ask: { element: homeless?.id ?? tier.id, setting: null },
  };
}

/** Whether subnets in a second zone alone spread it: it has several copies and deals them out over its subnets. */
const spreadsBySubnets = ({ kind, definition, element, traits }: Service): boolean =>
  definition.scope === 'spanning' &&
  (definition.family === 'load-balancer' ||
    (kind === 'efs' && element.settings.oneZone !== true) ||
    (traits.copies.max >= 2 && (kind !== 'elasticache-redis' || element.settings.multiAz === true)));

function fixFor(serving: readonly Service[]): Fix {
  const ids = serving.map(({ id }) => id);
  const zonal = serving.filter(({ definition }) => definition.scope === 'zonal');
  const title = 'Spread the tier over a second Availability Zone';
  const single = serving.some(({ kind, traits }) => isScalingKind(kind) && traits.copies.max < 2);
  if (single || (zonal.length < 2 && !serving.some(spreadsBySubnets))) return { id: 'add-zone', title, kind: 'manual' };
  return { id: 'add-zone', title, kind: 'choice', apply: (design, newId) => spreadTier(design, newId, ids) };
}

function checkTier(topology: Topology, facts: Facts, tier: Tier): Violation | undefined {
  const serving = tier.members.filter(isServing);
  const zone = serving.find(({ zones }) => zones.length > 0)?.zones[0];
  if (zone && serving.some(({ zones }) => zones.some((other) => other !== zone))) return undefined;
  const missed = serving.filter(({ id }) => topology.isCritical(id));
  const critical = missed.length > 0;
  if (!zone) return critical ? ask(tier, serving, serving[0]) : undefined;
  if (!facts.overall.hasActors) return ask(tier, serving, undefined);
  if (!critical) return undefined;
  const ids = serving.map(({ id }) => id);
  return {
    elements: [tier.id, ...ids],
    message: `${tier.element.name} runs in ${zone.code} only. When that zone fails, users lose ${namesOf(missed)} until it returns. Spread the tier over a second Availability Zone.`,
    evidence: facts.losses.evidence(missed, [zone]),
    fixes: [fixFor(serving.filter((member) => member.zones.length > 0))],
  };
}

export const tierInSingleZone: Rule = {
  id: 'AVL-01',
  group: 'availability',
  byPart: 'with-losses',
  severity: 'error',
  title: 'Tier runs in a single Availability Zone',
  why: 'A zone is the largest thing that is expected to fail. A tier that lies in one zone goes down with it.',
  trigger:
    'A tier that users depend on has all its members in one zone. Services that AWS spreads by itself do not count.',
  guide: ['2.6', '4.4.1'],
  references: ['AWS Well-Architected REL10-BP01'],
  check: (topology, facts) => mapDefined(topology.tiers, (tier) => checkTier(topology, facts, tier)),
};
