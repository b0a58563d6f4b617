import type { Topology } from '../../topology/topology';
import { type EstimateOptions, estimate } from '../estimate';
import type { PriceBook, PriceBooks } from '../price-book';
import type { PriceKey } from '../price-key';
import { askPrice } from './ask-price';

/** A price a design needs. */
export interface NeededPrice {
  readonly key: PriceKey;
  /** Region code, or `global`. */
  readonly region: string;
}

const recordOf = (region: string, book: PriceBook | undefined, note: (key: PriceKey) => void): PriceBook => ({
  region,
  asOf: book?.asOf ?? '',
  find: (key) => {
    note(key);
    return book?.find(key);
  },
  keys: () => book?.keys() ?? [],
});

/**
 * The prices that the estimate of a design asks for and that the price list can answer, each once, in a steady order.
 * Nothing but kinds, settings and places of the design decides what is asked.
 */
export const listNeededPrices = (
  topology: Topology,
  books: PriceBooks,
  options: EstimateOptions = {},
): readonly NeededPrice[] => {
  const needed = new Map<string, NeededPrice>();
  const recording = new Map<string, PriceBook>();
  const find = (region: string): PriceBook => {
    const known = recording.get(region);
    if (known !== undefined) return known;
    const book = recordOf(region, books.find(region), (key) => {
      const question = askPrice(key, region);
      if (question !== undefined) needed.set(`${question.region} ${key}`, { key, region: question.region });
    });
    recording.set(region, book);
    return book;
  };
  // Reading a figure makes every line, so that each price is asked for.
  estimate(topology, { regions: books.regions, find }, options);
  return [...needed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need);
};
