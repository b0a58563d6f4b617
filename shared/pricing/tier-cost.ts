import { type Micros, toMicros } from './money';
import type { Price, PriceTier } from './price-book';
import { showAmount } from './show-quantity';

interface TierPart {
  readonly tier: PriceTier;
  readonly quantity: number;
  /** Such as `first 10,240 GB`. */
  readonly label: string;
}

const LABELS = new WeakMap<PriceTier, string>();

const labelTier = (price: Price, tier: PriceTier): string => {
  const known = LABELS.get(tier);
  if (known !== undefined) return known;
  const show = (quantity: number) => showAmount(quantity, price.unit, price.unitSize);
  const text =
    tier.to === null
      ? `over ${show(tier.from)}`
      : tier.from === 0
        ? `first ${show(tier.to)}`
        : `next ${show(tier.to - tier.from)}`;
  LABELS.set(tier, text);
  return text;
};

/**
 * Deals a quantity (in the price's unit) out over the volume tiers. `beyond` is what lies above the last tier with a
 * known price. A price without tiers has none.
 */
export const splitOverTiers = (price: Price, quantity: number): { parts: readonly TierPart[]; beyond: number } => {
  const parts: TierPart[] = [];
  let reached = 0;
  for (const tier of price.tiers ?? []) {
    const upTo = Math.min(quantity, tier.to ?? quantity);
    const part = upTo - tier.from;
    // The first tier keeps a line even for a quantity of zero, so that a stated zero shows.
    if (part > 0 || (tier.from === 0 && quantity === 0)) {
      parts.push({ tier, quantity: Math.max(0, part), label: labelTier(price, tier) });
      reached = upTo;
    }
  }
  return { parts, beyond: Math.max(0, quantity - reached) };
};

/** What a quantity costs, tiers respected; what lies beyond the last known tier is left out. */
export const costOf = (price: Price, quantity: number): Micros => {
  if (price.tiers === undefined) return toMicros(quantity, price.usdPerUnit);
  return splitOverTiers(price, quantity).parts.reduce(
    (sum, { tier, quantity: part }) => sum + toMicros(part, tier.usdPerUnit),
    0,
  );
};
