import { collectBooks, type PriceBook, type PriceBooks } from '../price-book';
import { type PriceRecord, readRecords } from './price-record';

/** Prices read from the price list: just now, and kept from earlier. */
export interface FetchedPrices {
  readonly live: readonly PriceRecord[];
  readonly cached: readonly PriceRecord[];
}

/** Lays live over cached over bundled prices, Region by Region. Each price keeps its origin and date. */
export const layerRecords = (bundled: PriceBooks, { live, cached }: FetchedPrices): PriceBooks => {
  const regions = new Set([
    ...bundled.regions,
    ...live.map(({ region }) => region),
    ...cached.map(({ region }) => region),
  ]);
  regions.delete('global');
  const books: PriceBook[] = [];
  for (const region of regions) {
    for (const book of [readRecords(live, region, 'live'), readRecords(cached, region, 'cached'), bundled.find(region)])
      if (book !== undefined) books.push(book);
  }
  return collectBooks(books);
};
