import { estimate } from '../../shared/pricing/estimate';
import { formatMonthly, formatUsd } from '../../shared/pricing/money';
import type { PriceBooks } from '../../shared/pricing/price-book';
import { availability } from '../../shared/resilience/availability';
import { showAvailability, showShare, worstEntry } from '../../shared/resilience/show-availability';
import type { Topology } from '../../shared/topology/topology';

/** What the caller wants of every design. */
export interface Targets {
  /** Percent, such as 99.95. */
  readonly minAvailability?: number;
  /** US dollars a month. */
  readonly maxMonthly?: number;
}

export interface TargetResult {
  readonly id: 'min-availability' | 'max-monthly';
  readonly title: string;
  readonly wanted: number;
  /** In the unit of `wanted`; null where it cannot be told. */
  readonly actual: number | null;
  /** False as well where nothing can be told: a target that cannot be shown to be met is missed. */
  readonly isMet: boolean;
  readonly message: string;
}

function checkAvailability(topology: Topology, wanted: number): TargetResult {
  const worst = worstEntry(availability(topology).entries);
  const result = { id: 'min-availability', title: `Available at least ${wanted} %`, wanted } as const;
  if (!worst)
    return {
      ...result,
      actual: null,
      isMet: false,
      message:
        'No users are drawn who send requests, so availability cannot be estimated. Draw them and what they call.',
    };
  const limits = worst.limiting.map(({ name, availability: share }) => `${name} (${showShare(share)})`).join(', ');
  return {
    ...result,
    actual: worst.availability * 100,
    isMet: worst.availability * 100 >= wanted,
    message: `Estimated ${showAvailability(worst)} for ${worst.name}; wanted at least ${wanted} %. Limited most by ${limits || 'nothing'}.`,
  };
}

function checkMonthly(topology: Topology, books: PriceBooks, wanted: number): TargetResult {
  const { total } = estimate(topology, books);
  const result = { id: 'max-monthly', title: `At most ${formatUsd(wanted * 1_000_000)} a month`, wanted } as const;
  return {
    ...result,
    actual: total.isUnpriced ? null : total.micros / 1_000_000,
    isMet: !total.isUnpriced && total.micros <= wanted * 1_000_000,
    message: total.isUnpriced
      ? 'Nothing in the design has a known price, so the bill cannot be estimated.'
      : `Estimated ${formatMonthly(total)}; wanted at most ${formatUsd(wanted * 1_000_000)} a month.`,
  };
}

/** Checks the targets that are stated. */
export function checkTargets(topology: Topology, books: PriceBooks, targets: Targets): TargetResult[] {
  const { minAvailability, maxMonthly } = targets;
  return [
    ...(minAvailability === undefined ? [] : [checkAvailability(topology, minAvailability)]),
    ...(maxMonthly === undefined ? [] : [checkMonthly(topology, books, maxMonthly)]),
  ];
}
