import type { Family } from '../catalog/kind';
import type { Service, Tier, Topology } from '../topology/topology';
import type { ServiceLoss } from './service-loss';

export interface TierCapacity {
  readonly id: string;
  readonly name: string;
  /** Copies that still run; null where AWS scales all of the tier by itself. */
  readonly copies: number | null;
  /** Copies that run when all is well; null as above. */
  readonly desired: number | null;
  /** Share of the copies, or of the services where nothing is counted, that is left: 0 to 100. */
  readonly percent: number;
  /** Copies that must run to carry the load, as stated on the tier; null where nobody said. */
  readonly required: number | null;
  /** Whether what is left carries the load; null where nobody said what that takes. */
  readonly enough: boolean | null;
}

const SERVES_LOAD: ReadonlySet<Family> = new Set(['compute', 'load-balancer', 'relational', 'cache', 'file-system']);

/** Does the tier's work, rather than helping it: no NAT gateways, bastion hosts, alarms. */
export const servesLoad = ({ traits, definition }: Service): boolean =>
  SERVES_LOAD.has(definition.family) ||
  (traits.selfRedundant && traits.role !== 'operations' && traits.role !== 'gateway');

/** Copies of a service when all is well, the nodes of a load balancer in its zones included; null where none are counted. */
export function countCopies({ traits, members, definition }: Service): number | null {
  if (!SERVES_LOAD.has(definition.family)) return null;
  if (members.length > 0) return members.reduce((sum, { count }) => sum + count, 0);
  return Number.isFinite(traits.copies.desired) ? traits.copies.desired : null;
}

/** Copies a tier can bring to carry its load; infinite where AWS scales some of it. */
export const bringCopies = (members: readonly Service[]): number =>
  members.reduce(
    (sum, member) =>
      sum + (member.traits.selfRedundant && servesLoad(member) ? Number.POSITIVE_INFINITY : (countCopies(member) ?? 0)),
    0,
  );

function leftOf(copies: number, loss: ServiceLoss | undefined, isLost: boolean): number {
  if (isLost) return 0;
  return copies - (loss?.lost ?? 0);
}

function measureTier(
  tier: Tier,
  losses: ReadonlyMap<string, ServiceLoss>,
  isLost: (service: Service) => boolean,
): TierCapacity {
  let copies = 0;
  let desired = 0;
  let alive = 0;
  let counted = false;
  const serving = tier.members.filter(servesLoad);
  for (const member of serving) {
    const gone = isLost(member);
    if (!gone) alive += 1;
    const full = countCopies(member);
    if (full === null) continue;
    counted = true;
    desired += full;
    copies += leftOf(full, losses.get(member.id), gone);
  }
  const { id, element, requiredCapacity: required } = tier;
  const share = counted && desired > 0 ? copies / desired : serving.length > 0 ? alive / serving.length : 1;
  return {
    id,
    name: element.name,
    copies: counted ? copies : null,
    desired: counted ? desired : null,
    percent: Math.round(share * 100),
    required,
    enough: required === null || !counted ? null : copies >= required,
  };
}

/** What is left of each tier, in the order of ids. Counts the tier's own copies, not what they depend on. */
export const measureTiers = (
  topology: Topology,
  losses: ReadonlyMap<string, ServiceLoss>,
  isLost: (service: Service) => boolean,
): TierCapacity[] => topology.tiers.map((tier) => measureTier(tier, losses, isLost));
