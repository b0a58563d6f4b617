import type { Design } from '../model/design';
import { estimate } from '../pricing/estimate';
import type { PriceBooks } from '../pricing/price-book';
import { type Comparison, compareDesigns } from '../resilience/compare';
import { resolve } from '../topology/resolve';
import { markdownTable, plainMarkdown } from '../util/markdown';
import { checkDesign } from './check-design';

/** Puts designs side by side, with bill and findings. */
export function compareAll(designs: readonly Design[], books: PriceBooks, today: string): Comparison {
  return compareDesigns(
    designs.map((design) => {
      const topology = resolve(design);
      const bill = estimate(topology, books);
      return {
        topology,
        ...(bill.total.isUnpriced ? {} : { monthlyMicros: bill.total.micros, isLowerBound: bill.total.isLowerBound }),
        findings: checkDesign(topology, { today, bill }).counts,
      };
    }),
  );
}

/** A table for comments and documents; what does best in a row is bold. */
export function comparisonMarkdown({ names, factors }: Comparison): string {
  const rows = factors.map(({ title, values, best }) => [
    plainMarkdown(title),
    ...values.map(({ text }, index) => (best.includes(index) ? `**${plainMarkdown(text)}**` : plainMarkdown(text))),
  ]);
  return `${markdownTable(['', ...names.map(plainMarkdown)], rows).join('\n')}\n`;
}
