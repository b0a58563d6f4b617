import { type Estimate, estimate } from '../../../shared/pricing/estimate';
import type { MonthlyFigure } from '../../../shared/pricing/money';
import type { PriceBooks } from '../../../shared/pricing/price-book';
import type { Topology } from '../../../shared/topology/topology';

export interface Costs {
  readonly estimate: Estimate | null;
  readonly costOf: ReadonlyMap<string, MonthlyFigure>;
}

const noCosts: ReadonlyMap<string, MonthlyFigure> = new Map();

/** Prices a design; nothing is said of money before the price books are there. */
export function estimateCosts(topology: Topology, books: PriceBooks | null): Costs {
  if (!books) return { estimate: null, costOf: noCosts };
  const result = estimate(topology, books);
  return { estimate: result, costOf: result.byElement };
}
