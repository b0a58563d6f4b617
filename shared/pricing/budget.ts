import { designSettings } from '../catalog/design-settings';
import type { DesignHeader } from '../model/design';
import type { Estimate } from './bill';
import type { Micros } from './money';

/** How much of the budget a bill takes. */
export interface BudgetGauge {
  readonly budget: Micros;
  readonly spent: Micros;
  /** 0.5 is half of the budget; above 1 it is exceeded. */
  readonly share: number;
  /** `near` from 80 % on. */
  readonly state: 'within' | 'near' | 'over';
  /** The bill may be higher: something in it has no known quantity or price. */
  readonly isLowerBound: boolean;
}

const NEAR = 0.8;
const MICROS_PER_USD = 1_000_000;

/** The gauge of a design's monthly budget; undefined where none is stated. */
export const readBudget = (header: DesignHeader, { total }: Pick<Estimate, 'total'>): BudgetGauge | undefined => {
  const { monthlyBudget } = designSettings.read(header.settings);
  if (monthlyBudget === null) return undefined;
  const budget = Math.round(monthlyBudget * MICROS_PER_USD);
  const spent = total.micros;
  const share = budget === 0 ? (spent > 0 ? Number.POSITIVE_INFINITY : 0) : spent / budget;
  const state = spent > budget ? 'over' : share >= NEAR ? 'near' : 'within';
  return { budget, spent, share, state, isLowerBound: total.isLowerBound };
};
