/** What the bill says, as far as rules are told: prices are no matter of theirs. */
export interface Amounts {
  /** The monthly total in US dollars, for the usage scenario and the purchase plan the design has chosen. */
  readonly monthlyUsd: number;
  /** Something that costs money has no known quantity or price. */
  readonly isLowerBound: boolean;
  /** Ids of elements and connections of which something has no known quantity or price. */
  readonly unstated?: readonly string[];
}

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** `$1,234.56`. */
export const showUsd = (amount: number): string => dollars.format(amount);
