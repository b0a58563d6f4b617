import type { Estimate } from './bill';

const MICROS_PER_USD = 1_000_000;

/** What a bill tells the rules; null where nothing in it has a price. */
export const amountsOf = ({
  total,
  byElement,
}: Pick<Estimate, 'total' | 'byElement'>): {
  readonly monthlyUsd: number;
  readonly isLowerBound: boolean;
  readonly unstated: readonly string[];
} | null => {
  if (total.isUnpriced) return null;
  const unstated = total.isLowerBound
    ? [...byElement].flatMap(([id, figure]) => (figure.isLowerBound ? [id] : []))
    : [];
  return { monthlyUsd: total.micros / MICROS_PER_USD, isLowerBound: total.isLowerBound, unstated };
};
