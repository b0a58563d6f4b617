import type { Estimate } from './bill';
import type { LineItem } from './line-item';
import type { Micros, MonthlyFigure } from './money';

/** A line that only one of two bills has, or whose amount differs. */
export interface LineChange {
  readonly before: LineItem | null;
  readonly after: LineItem | null;
  readonly change: Micros;
}

/** What an element or connection costs more or less; null where a bill does not have it. */
export interface ElementChange {
  readonly id: string;
  readonly before: MonthlyFigure | null;
  readonly after: MonthlyFigure | null;
  readonly change: Micros;
}

/** The difference between two bills. */
export interface PriceDiff {
  readonly before: MonthlyFigure;
  readonly after: MonthlyFigure;
  readonly change: Micros;
  readonly upfrontChange: Micros;
  /** Greatest change first. Lines that count over the whole design are among `lines` only. */
  readonly elements: readonly ElementChange[];
  readonly lines: readonly LineChange[];
}

const nameLine = ({ elementId, item }: LineItem): string => JSON.stringify([elementId, item]);

const isSame = (a: LineItem, b: LineItem): boolean =>
  a === b ||
  (a.monthlyMicros === b.monthlyMicros &&
    a.upfrontMicros === b.upfrontMicros &&
    a.quantity === b.quantity &&
    a.unitPrice === b.unitPrice &&
    a.status === b.status);

const bySize = (a: { readonly change: Micros }, b: { readonly change: Micros }): number =>
  Math.abs(b.change) - Math.abs(a.change);

const compareLines = (before: Estimate, after: Estimate): LineChange[] => {
  const old = new Map(before.lines.map((line) => [nameLine(line), line]));
  const changes: LineChange[] = [];
  for (const line of after.lines) {
    const known = old.get(nameLine(line)) ?? null;
    old.delete(nameLine(line));
    if (known !== null && isSame(known, line)) continue;
    changes.push({ before: known, after: line, change: (line.monthlyMicros ?? 0) - (known?.monthlyMicros ?? 0) });
  }
  for (const line of old.values()) changes.push({ before: line, after: null, change: -(line.monthlyMicros ?? 0) });
  return changes;
};

const isSameFigure = (a: MonthlyFigure, b: MonthlyFigure): boolean =>
  a.micros === b.micros && a.isLowerBound === b.isLowerBound && a.isUnpriced === b.isUnpriced;

const compareElements = (before: Estimate, after: Estimate): ElementChange[] => {
  const ids = new Set([...before.byElement.keys(), ...after.byElement.keys()]);
  const changes: ElementChange[] = [];
  for (const id of ids) {
    const old = before.byElement.get(id) ?? null;
    const now = after.byElement.get(id) ?? null;
    if (old !== null && now !== null && isSameFigure(old, now)) continue;
    changes.push({ id, before: old, after: now, change: (now?.micros ?? 0) - (old?.micros ?? 0) });
  }
  return changes;
};

/** What changed from one bill to another; the changes of the lines add up to the change of the total. */
export const priceDiff = (before: Estimate, after: Estimate): PriceDiff => ({
  before: before.total,
  after: after.total,
  change: after.total.micros - before.total.micros,
  upfrontChange: after.upfront - before.upfront,
  elements: compareElements(before, after).sort(bySize),
  lines: compareLines(before, after).sort(bySize),
});
