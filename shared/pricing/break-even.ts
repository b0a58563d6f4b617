import type { Micros } from './money';

/**
 * The month after which less has been paid than On-Demand, given what each costs a month and what is paid upfront; null where
 * nothing is saved, or not within the months of the commitment.
 */
export const findBreakEven = (onDemand: Micros, monthly: Micros, upfront: Micros, months: number): number | null => {
  const saved = onDemand - monthly;
  if (saved <= 0) return null;
  const month = Math.max(1, Math.ceil(upfront / saved));
  return month <= months ? month : null;
};
