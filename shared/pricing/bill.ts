import type { PoolShare } from './charge';
import type { LineItem } from './line-item';
import type { Micros, MonthlyFigure } from './money';
import { settlePools } from './pools';
import type { LinkEntry } from './price-link';
import type { Priced, ServiceEntry } from './price-service';

/** Something to say about the estimate as a whole. */
export interface EstimateNote {
  readonly code: 'traffic-not-stated' | 'spot-may-interrupt';
  readonly message: string;
  /** Connections or elements it is about. */
  readonly subjects: readonly string[];
}

/** The monthly bill of a design: On-Demand, 730 hours. The total is exactly the sum of the lines. */
export interface Estimate {
  /** By element in the topology's order, then by connection, then what is counted over the whole design. */
  readonly lines: readonly LineItem[];
  /** By element or connection id; absent where nothing is to be paid or said. Unchanged ones keep their figure object. */
  readonly byElement: ReadonlyMap<string, MonthlyFigure>;
  /** By id of the tier; services only. */
  readonly byTier: ReadonlyMap<string, MonthlyFigure>;
  readonly total: MonthlyFigure;
  /** What is paid once, at the start of reservations; no part of the total. */
  readonly upfront: Micros;
  /** Some quantity, price or traffic is unknown: the bill is at least the total. */
  readonly isLowerBound: boolean;
  /** Lines for which no price is known. */
  readonly unpriced: readonly LineItem[];
  readonly notes: readonly EstimateNote[];
}

/** All that was priced, one entry an element or connection. */
export interface BillParts {
  readonly services: readonly ServiceEntry[];
  readonly strangers: readonly { readonly id: string; readonly priced: Priced }[];
  readonly links: readonly LinkEntry[];
}

/** Remembers the result of a function without arguments. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const pricedParts = function* ({ services, strangers, links }: BillParts): Generator<readonly [string, Priced]> {
  for (const { id, priced } of services) yield [id, priced];
  for (const { id, priced } of strangers) yield [id, priced];
  for (const { id, priced } of links) if (priced !== undefined) yield [id, priced];
};

const sumTiers = ({ services }: BillParts): ReadonlyMap<string, MonthlyFigure> => {
  const tiers = new Map<string, { micros: number; isLowerBound: boolean; isUnpriced: boolean }>();
  for (const { tier, priced } of services) {
    if (tier === null) continue;
    const sum = tiers.get(tier);
    if (sum === undefined) {
      tiers.set(tier, { ...priced.figure });
      continue;
    }
    sum.micros += priced.micros;
    sum.isLowerBound ||= priced.isLowerBound;
    sum.isUnpriced &&= priced.figure.isUnpriced;
  }
  return tiers;
};

const noteSpot = (services: readonly ServiceEntry[]): readonly EstimateNote[] => {
  const subjects = services.filter(({ spotRisk }) => spotRisk !== '').map(({ id }) => id);
  const [first] = services.filter(({ spotRisk }) => spotRisk !== '');
  if (first === undefined) return [];
  const message = `${first.element.name} is bought as Spot, but does not survive an interruption. ${first.spotRisk}`;
  return [{ code: 'spot-may-interrupt', message, subjects }];
};

const noteTraffic = (links: readonly LinkEntry[]): readonly EstimateNote[] => {
  const subjects = links.filter(({ isUnstated }) => isUnstated).map(({ id }) => id);
  if (subjects.length === 0) return [];
  const [noun, verb] = subjects.length === 1 ? ['connection', 'costs'] : ['connections', 'cost'];
  const message = `The traffic of ${subjects.length} ${noun} that ${verb} money is not stated.`;
  return [{ code: 'traffic-not-stated', message, subjects }];
};

interface Sum {
  micros: number;
  upfront: number;
  isLowerBound: boolean;
  hasLines: boolean;
  hasPrices: boolean;
  readonly shares: PoolShare[];
}

const addPart = (sum: Sum, priced: Priced): void => {
  sum.micros += priced.micros;
  sum.upfront += priced.upfront;
  if (priced.isLowerBound) sum.isLowerBound = true;
  if (priced.hasLines) sum.hasLines = true;
  if (priced.hasPrices) sum.hasPrices = true;
  if (priced.hasPools) for (const share of priced.pools) sum.shares.push(share);
};

const sumParts = ({ services, strangers, links }: BillParts): Sum => {
  const sum: Sum = { micros: 0, upfront: 0, isLowerBound: false, hasLines: false, hasPrices: false, shares: [] };
  for (const { priced } of services) addPart(sum, priced);
  for (const { priced } of strangers) addPart(sum, priced);
  for (const { priced, isUnstated } of links) {
    if (isUnstated) sum.isLowerBound = true;
    if (priced !== undefined) addPart(sum, priced);
  }
  return sum;
};

/**
 * Adds up priced parts. The total is made at once; lists of lines and notes and sums by element and tier when
 * first asked for, because an edit needs the total in every frame and the lists only where they are shown.
 */
export const addUp = (parts: BillParts, hasAllowances: boolean): Estimate => {
  const { micros, upfront, isLowerBound, hasLines, hasPrices, shares } = sumParts(parts);
  const whole = settlePools(shares, hasAllowances);
  const total = whole.reduce((sum, { monthlyMicros }) => sum + (monthlyMicros ?? 0), micros);
  const lines = once(() => {
    const all: LineItem[] = [];
    for (const [, priced] of pricedParts(parts)) for (const line of priced.lines) all.push(line);
    return all.concat(whole);
  });
  const byElement = once(() => {
    const figures = new Map<string, MonthlyFigure>();
    for (const [id, priced] of pricedParts(parts)) if (priced.hasLines) figures.set(id, priced.figure);
    return figures;
  });
  const byTier = once(() => sumTiers(parts));
  const unpriced = once(() => lines().filter(({ status }) => status === 'unpriced'));
  const notes = once(() => [...noteTraffic(parts.links), ...noteSpot(parts.services)]);
  return {
    get lines() {
      return lines();
    },
    get byElement() {
      return byElement();
    },
    get byTier() {
      return byTier();
    },
    get unpriced() {
      return unpriced();
    },
    get notes() {
      return notes();
    },
    total: { micros: total, isLowerBound, isUnpriced: hasLines && !hasPrices },
    upfront,
    isLowerBound,
  };
};
