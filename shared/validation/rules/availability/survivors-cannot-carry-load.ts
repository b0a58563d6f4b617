import { isScalingKind } from '../../../catalog/scaling-groups';
import { draftOf } from '../../../model/draft';
import type { Service, Tier, Zone } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { ok } from '../../../util/result';
import type { Fix, Rule, Violation } from '../../rule';
import { countOf } from '../../wording';

/** Copies a service surely keeps in each zone: its minimum, dealt out. */
function copiesByZone(services: readonly Service[]): Map<Zone, number> {
  const copies = new Map<Zone, number>();
  for (const { zones, traits } of services)
    zones.forEach((zone, index) => {
      const { min } = traits.copies;
      const share = Math.floor(min / zones.length) + (index < min % zones.length ? 1 : 0);
      copies.set(zone, (copies.get(zone) ?? 0) + share);
    });
  return copies;
}

function fixFor(members: readonly Service[], required: number): Fix {
  const group = members.find(({ kind, zones }) => isScalingKind(kind) && zones.length >= 2);
  if (!group) return { id: 'add-copies', title: 'Run more copies in the other zones', kind: 'manual' };
  const zones = group.zones.length;
  const min = Math.ceil(required / (zones - 1)) * zones;
  const { desired, max } = group.traits.copies;
  return {
    id: 'raise-minimum',
    title: `Keep at least ${min} copies of ${group.name} running`,
    kind: 'auto',
    apply: (design) => {
      const draft = draftOf(design);
      draft.patchSettings(group.id, { min, desired: Math.max(min, desired), max: Math.max(min, max) });
      return ok(draft.diff());
    },
  };
}

function checkTier(tier: Tier): Violation | undefined {
  const required = tier.requiredCapacity;
  const members = tier.members.filter(({ definition }) => definition.family === 'compute');
  if (required === null || required <= 0 || members.length === 0) return undefined;
  const copies = copiesByZone(members);
  const total = [...copies.values()].reduce((sum, count) => sum + count, 0);
  const [worst] = [...copies].sort(([, a], [, b]) => b - a);
  // One zone alone is a graver fault with a rule of its own.
  if (!worst || copies.size < 2 || total - worst[1] >= required) return undefined;
  const [zone, lost] = worst;
  return {
    elements: [tier.id, ...members.map(({ id }) => id)],
    message: `${tier.element.name} needs ${countOf(required, 'copy', 'copies')} to carry its load. When ${zone.code} fails, ${countOf(total - lost, 'copy', 'copies')} ${total - lost === 1 ? 'is' : 'are'} left until new ones start, in the very minutes when everybody asks for new ones. Keep enough running beforehand.`,
    evidence: { zones: [zone.id] },
    fixes: [fixFor(members, required)],
  };
}

export const survivorsCannotCarryLoad: Rule = {
  id: 'AVL-11',
  group: 'availability',
  byPart: true,
  severity: 'warning',
  title: 'Survivors cannot carry the load when one AZ is lost',
  why: 'Copies that break down under double load are no redundancy. What survives must suffice as it is.',
  trigger:
    'The copies a tier keeps running outside one of its zones are fewer than the copies it is stated to need. Nothing where no need is stated.',
  guide: ['4.4.1'],
  references: ['AWS Well-Architected REL11-BP05'],
  check: (topology) => mapDefined(topology.tiers, checkTier),
};
