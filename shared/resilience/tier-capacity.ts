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

/** Copies of a service when all is well; null where AWS scales it. */
export function countCopies({ traits, members }: Service): number | null {
  if (!Number.isFinite(traits.copies.desired)) return null;
  return members.length > 0 ? members.reduce((sum, { count }) => sum + count, 0) : traits.copies.desired;
}

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
  for (const member of tier.members) {
    const gone = isLost(member);
    if (!gone) alive += 1;
    const full = countCopies(member);
    if (full === null) continue;
    counted = true;
    desired += full;
    copies += leftOf(full, losses.get(member.id), gone);
  }
  const { id, element, requiredCapacity: required } = tier;
  const share = counted && desired > 0 ? copies / desired : tier.members.length > 0 ? alive / tier.members.length : 1;
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
