import { type Estimate, estimate } from '../../../shared/pricing/estimate';
import type { LineItem } from '../../../shared/pricing/line-item';
import type { MonthlyFigure } from '../../../shared/pricing/money';
import type { PriceBooks } from '../../../shared/pricing/price-book';
import type { Topology } from '../../../shared/topology/topology';

/** Sums lines: a lower bound where a quantity or price is missing, unpriced where no line has an amount. */
export function sumLines(lines: readonly LineItem[]): MonthlyFigure {
  let micros = 0;
  let known = 0;
  for (const { monthlyMicros } of lines) {
    if (monthlyMicros === null) continue;
    micros += monthlyMicros;
    known += 1;
  }
  return { micros, isLowerBound: known > 0 && known < lines.length, isUnpriced: known === 0 };
}

export interface Costs {
  readonly estimate: Estimate | null;
  readonly costOf: ReadonlyMap<string, MonthlyFigure>;
}

/** Prices a design; nothing is said of money before the price books are there. */
export function estimateCosts(topology: Topology, books: PriceBooks | null): Costs {
  if (!books) return { estimate: null, costOf: new Map() };
  const result = estimate(topology, books);
  const lines = new Map<string, LineItem[]>();
  for (const line of result.lines) {
    if (line.elementId === null) continue;
    const group = lines.get(line.elementId);
    if (group) group.push(line);
    else lines.set(line.elementId, [line]);
  }
  return { estimate: result, costOf: new Map([...lines].map(([id, group]) => [id, sumLines(group)])) };
}
