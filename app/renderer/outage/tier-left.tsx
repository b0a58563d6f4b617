import type { TierCapacity } from '../../../shared/resilience/tier-capacity';
import { useApp } from '../store/app';

/** `1 of 2 copies left`. */
export const tellCapacity = ({ copies, desired, percent }: TierCapacity): string => {
  if (copies === null || desired === null) return `${percent} % left`;
  return `${copies} of ${desired} ${desired === 1 ? 'copy' : 'copies'} left`;
};

/** In outage mode, what is left of a tier; under its name. */
export const TierLeft = ({ id }: { readonly id: string }) => {
  const tier = useApp(({ outage }) => outage?.result.tiers.find((candidate) => candidate.id === id));
  if (!tier || tier.percent >= 100) return null;
  return (
    <span
      className="outage-tier ui-numeric"
      data-state={tier.percent === 0 || tier.enough === false ? 'lost' : 'degraded'}
    >
      {tellCapacity(tier)}
    </span>
  );
};
