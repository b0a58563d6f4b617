import type { Estimate } from './bill';

const MICROS_PER_USD = 1_000_000;

/** What a bill tells the rules; null where nothing in it has a price. */
export const amountsOf = ({
  total,
}: Pick<Estimate, 'total'>): { readonly monthlyUsd: number; readonly isLowerBound: boolean } | null =>
  total.isUnpriced ? null : { monthlyUsd: total.micros / MICROS_PER_USD, isLowerBound: total.isLowerBound };
