import type { PriceKey } from './price-key';

/** Where a price was read, and how old it is. */
export interface PriceSource {
  readonly name: string;
  readonly path: string;
  /** ISO date, or year and month where the source says no more. */
  readonly date: string;
}

/** Grade of the source, not its age: `derived` is worked out from a neighbouring price. */
export type PriceConfidence = 'high' | 'medium' | 'low' | 'derived';

/** Whether a price came with the app, from the cache of an earlier query, or from a query just now. */
export type PriceOrigin = 'bundled' | 'cached' | 'live';

/** One volume tier: the quantity (in units a month) it begins at and ends before; `to` is null when it has no end. */
export interface PriceTier {
  readonly from: number;
  readonly to: number | null;
  readonly usdPerUnit: number;
  readonly source: PriceSource;
}

/** A unit price. USD keeps the source's decimals (up to ten). */
export interface Price {
  readonly key: PriceKey;
  readonly region: string;
  /** The price of the first tier where there are several. */
  readonly usdPerUnit: number;
  /** As the source writes it: `hour`, `GB-month`, `1M requests`. */
  readonly unit: string;
  /** How many counted things one unit holds: 1,000,000 for `1M requests`, 1 for `GB-month`. */
  readonly unitSize: number;
  readonly source: PriceSource;
  readonly origin: PriceOrigin;
  readonly confidence: PriceConfidence;
  readonly tiers?: readonly PriceTier[];
  /** Units a month that AWS gives each account free of charge, always (not the first-year free tier). */
  readonly freePerMonth?: number;
}

/** The prices of one Region. `find` answers undefined for a price nobody sourced: it is unknown, not zero. */
export interface PriceBook {
  readonly region: string;
  /** Date of the newest source. */
  readonly asOf: string;
  readonly find: (key: PriceKey) => Price | undefined;
  /** Every key the book has a price for. */
  readonly keys: () => Iterable<PriceKey>;
}

/** A book that is read when it is first asked for a price. */
export const deferBook = (region: string, asOf: string, read: () => PriceBook): PriceBook => {
  let book: PriceBook | undefined;
  const open = (): PriceBook => {
    book ??= read();
    return book;
  };
  return { region, asOf, find: (key) => open().find(key), keys: () => open().keys() };
};

const isPlanKey = (key: PriceKey): boolean => key.includes('/reserved-') || key.includes('/spot-');

/** A book whose Reserved and Spot prices stand in a book of their own, which is asked for these only. */
export const joinPlanBook = (book: PriceBook, plans: PriceBook): PriceBook => ({
  region: book.region,
  asOf: book.asOf,
  find: (key) => book.find(key) ?? (isPlanKey(key) ? plans.find(key) : undefined),
  keys: () => [...book.keys(), ...plans.keys()],
});

/** Price books by Region code. */
export interface PriceBooks {
  readonly regions: readonly string[];
  readonly find: (region: string) => PriceBook | undefined;
}

/**
 * Lays books of one Region over each other: the first that knows a price answers. This is the seam for live and cached
 * prices over the bundled ones. Throws when no book or books of different Regions are given.
 */
export const layerBooks = (...books: readonly PriceBook[]): PriceBook => {
  const [top] = books;
  if (top === undefined) throw new Error('layerBooks needs at least one price book.');
  const stranger = books.find(({ region }) => region !== top.region);
  if (stranger !== undefined) {
    throw new Error(`Price books of different Regions cannot be layered: ${top.region} and ${stranger.region}.`);
  }
  return {
    region: top.region,
    asOf:
      books
        .map(({ asOf }) => asOf)
        .sort()
        .at(-1) ?? top.asOf,
    find: (key) => {
      for (const book of books) {
        const price = book.find(key);
        if (price !== undefined) return price;
      }
      return undefined;
    },
    keys: () => new Set(books.flatMap((book) => [...book.keys()])),
  };
};

/** Collects books by Region; of two books of one Region the earlier lies on top. */
export const collectBooks = (books: readonly PriceBook[]): PriceBooks => {
  const byRegion = new Map<string, PriceBook>();
  for (const book of books) {
    const upper = byRegion.get(book.region);
    byRegion.set(book.region, upper === undefined ? book : layerBooks(upper, book));
  }
  return { regions: [...byRegion.keys()].sort(), find: (region) => byRegion.get(region) };
};
