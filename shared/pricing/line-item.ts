import type { Micros } from './money';
import type { PriceConfidence, PriceOrigin, PriceSource } from './price-book';

/** What a line is worth: priced; free by AWS's terms; of unknown quantity; without a known price. */
export type LineStatus = 'priced' | 'free' | 'quantity-unknown' | 'unpriced';

/** One line of the bill. Quantities and money are for a month of 730 hours. */
export interface LineItem {
  /** The element or connection that causes it; null for what is counted over the whole design. */
  readonly elementId: string | null;
  /** Stable name of the item within its kind, such as `instance-hours`. */
  readonly item: string;
  /** For people: what is paid for. */
  readonly description: string;
  /** How the amount comes about, such as `2 instances × 730 h × $0.0416`. */
  readonly formula: string;
  /** In `unit`; null where it is not stated. */
  readonly quantity: number | null;
  readonly unit: string;
  /** USD for one unit; null where no price is known. */
  readonly unitPrice: number | null;
  /** Null where quantity or price is unknown: never zero for want of knowledge. */
  readonly monthlyMicros: Micros | null;
  /** What is paid once, at the start of a reservation; absent where nothing is. No part of the monthly amount. */
  readonly upfrontMicros?: Micros;
  readonly status: LineStatus;
  /** Why there is no amount, or why it is free; empty for a priced line. */
  readonly reason: string;
  readonly source: PriceSource | null;
  /** Date of the source; empty where there is none. */
  readonly date: string;
  /** Region code, `global`, or empty where the element lies in no Region. */
  readonly region: string;
  readonly origin: PriceOrigin | null;
  readonly confidence: PriceConfidence | null;
}
