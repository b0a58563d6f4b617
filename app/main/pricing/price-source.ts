import type { PriceQuestion, ProductQuery } from '../../../shared/pricing/live/question';

/** Where products with prices come from: the query service, or offer files. */
export interface PriceSource {
  readonly via: 'query' | 'offer-file';
  /** Whether it can answer for this price at all. */
  readonly covers: (question: PriceQuestion) => boolean;
  /** All products that meet the query, as parsed JSON. Throws what went wrong on the way. */
  readonly ask: (query: ProductQuery, region: string, signal: AbortSignal) => Promise<readonly unknown[]>;
  /** Requests sent so far, retries of the client itself not counted. */
  readonly requests: () => number;
  readonly close: () => void;
}
