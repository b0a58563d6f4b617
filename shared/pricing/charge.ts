import type { LineItem } from './line-item';
import { formatUnitPrice, toMicros } from './money';
import type { Price, PriceBook, PriceTier } from './price-book';
import type { PriceKey } from './price-key';
import { showAmount } from './show-quantity';
import { splitOverTiers } from './tier-cost';

/** Hours of a month, as AWS's own calculator counts them. */
export const HOURS = 730;

interface ChargeBase {
  readonly item: string;
  readonly description: string;
}

/** Something AWS charges for: how much of what. Sheets make charges; `priceCharges` makes lines of them. */
export interface MeteredCharge extends ChargeBase {
  /** The price; of several the first that the book knows. */
  readonly price: PriceKey | readonly PriceKey[];
  /** In counted things (requests, GB, hours), not in the price's unit; null where it is not stated. */
  readonly quantity: number | null;
  /** How the quantity comes about, such as `2 instances × 730 h`. */
  readonly basis: string;
  /** AWS counts volume tiers and free allowances over all that is bought of this, not for each element. */
  readonly pooled?: boolean;
  /** Paid once at the start, not each month. */
  readonly once?: boolean;
}

/** Something AWS does not charge for, said aloud. */
export interface FreeCharge extends ChargeBase {
  readonly free: string;
}

/** Something AWS charges for at a price that no bundled source gives. */
export interface UnpricedCharge extends ChargeBase {
  readonly unpriced: string;
  readonly unit: string;
}

export type Charge = MeteredCharge | FreeCharge | UnpricedCharge;

/** What a pooled charge adds to its pool: the price and the quantity in the price's unit. */
export interface PoolShare {
  readonly price: Price;
  readonly quantity: number;
  /** What the element's own lines come to. */
  readonly micros: number;
}

/** The lines of one element with what they add to design-wide pools. */
export interface PricedCharges {
  readonly lines: readonly LineItem[];
  readonly pools: readonly PoolShare[];
}

interface Subject {
  readonly elementId: string;
  readonly region: string;
  readonly book: PriceBook | undefined;
  /** Why there is no book; used where `book` is undefined. */
  readonly noBook: string;
}

const UNIT_TEXT = new WeakMap<object, string>();

/** The unit price as text; cached because a design asks for the same few prices over and over. */
export const showUnitPrice = (price: Price, tier: Price | PriceTier = price): string => {
  const known = UNIT_TEXT.get(tier);
  if (known !== undefined) return known;
  const usd = formatUnitPrice(tier.usdPerUnit);
  const text = price.unitSize === 1 ? usd : `${usd} per ${showAmount(1, price.unit, price.unitSize)}`;
  UNIT_TEXT.set(tier, text);
  return text;
};

const emptyLine = (subject: Subject, charge: ChargeBase): LineItem => ({
  elementId: subject.elementId,
  item: charge.item,
  description: charge.description,
  formula: '',
  quantity: null,
  unit: '',
  unitPrice: null,
  monthlyMicros: null,
  status: 'unpriced',
  reason: '',
  source: null,
  date: '',
  region: subject.region,
  origin: null,
  confidence: null,
});

const pricedPart = (price: Price, tier: Price | PriceTier) => ({
  unit: price.unit,
  unitPrice: tier.usdPerUnit,
  source: tier.source,
  date: tier.source.date,
  region: price.region,
  origin: price.origin,
  confidence: price.confidence,
});

const findPrice = (book: PriceBook, keys: MeteredCharge['price']): Price | undefined => {
  if (typeof keys === 'string') return book.find(keys);
  for (const key of keys) {
    const price = book.find(key);
    if (price !== undefined) return price;
  }
  return undefined;
};

const unpricedLine = (subject: Subject, charge: MeteredCharge, quantity: number | null, reason: string): LineItem => ({
  ...emptyLine(subject, charge),
  formula: charge.basis,
  quantity,
  reason,
});

/** Lines of a charge with volume tiers: one line for each tier the quantity reaches. */
const tierLines = (subject: Subject, charge: MeteredCharge, price: Price, quantity: number): LineItem[] => {
  const { parts, beyond } = splitOverTiers(price, quantity);
  const lines = parts.map(
    ({ tier, quantity: part, label }, index): LineItem => ({
      ...emptyLine(subject, charge),
      ...pricedPart(price, tier),
      item: index === 0 ? charge.item : `${charge.item}-tier-${index + 1}`,
      description: parts.length === 1 ? charge.description : `${charge.description}, ${label}`,
      formula: `${parts.length === 1 ? charge.basis : showAmount(part, price.unit, price.unitSize)} × ${showUnitPrice(price, tier)}`,
      quantity: part,
      monthlyMicros: toMicros(part, tier.usdPerUnit),
      status: 'priced',
    }),
  );
  if (beyond > 0) {
    const reason = `No price is known above ${showAmount(quantity - beyond, price.unit, price.unitSize)} a month.`;
    lines.push({ ...unpricedLine(subject, charge, beyond, reason), item: `${charge.item}-beyond`, unit: price.unit });
  }
  return lines;
};

const flatLine = (subject: Subject, charge: MeteredCharge, price: Price, quantity: number): LineItem => ({
  elementId: subject.elementId,
  item: charge.item,
  description: charge.description,
  formula: `${charge.basis} × ${showUnitPrice(price)}`,
  quantity,
  unit: price.unit,
  unitPrice: price.usdPerUnit,
  monthlyMicros: toMicros(quantity, price.usdPerUnit),
  status: 'priced',
  reason: '',
  source: price.source,
  date: price.source.date,
  region: price.region,
  origin: price.origin,
  confidence: price.confidence,
});

const priceMetered = (subject: Subject, charge: MeteredCharge, lines: LineItem[], pools: PoolShare[]): void => {
  const { book } = subject;
  if (book === undefined) {
    lines.push(unpricedLine(subject, charge, charge.quantity, subject.noBook));
    return;
  }
  const price = findPrice(book, charge.price);
  if (price === undefined) {
    const reason = `The price book of ${book.region} has no price for this.`;
    lines.push(unpricedLine(subject, charge, charge.quantity, reason));
    return;
  }
  if (charge.quantity === null) {
    const line = { ...emptyLine(subject, charge), ...pricedPart(price, price), formula: charge.basis };
    lines.push({ ...line, status: 'quantity-unknown', reason: 'The quantity is not stated.' });
    return;
  }
  const quantity = charge.quantity / price.unitSize;
  if (charge.once === true) {
    const line = flatLine(subject, charge, price, quantity);
    lines.push({ ...line, formula: `${line.formula} once`, monthlyMicros: 0, upfrontMicros: line.monthlyMicros ?? 0 });
    return;
  }
  if (price.tiers === undefined) lines.push(flatLine(subject, charge, price, quantity));
  const from = price.tiers === undefined ? lines.length - 1 : lines.length;
  if (price.tiers !== undefined) lines.push(...tierLines(subject, charge, price, quantity));
  if (charge.pooled === true && (price.tiers !== undefined || price.freePerMonth !== undefined)) {
    const micros = lines.slice(from).reduce((sum, line) => sum + (line.monthlyMicros ?? 0), 0);
    pools.push({ price, quantity, micros });
  }
};

/** Prices the charges of one element. */
export const priceCharges = (subject: Subject, charges: readonly Charge[]): PricedCharges => {
  const lines: LineItem[] = [];
  const pools: PoolShare[] = [];
  for (const charge of charges) {
    if ('free' in charge) {
      const line = emptyLine(subject, charge);
      lines.push({ ...line, monthlyMicros: 0, quantity: 1, status: 'free', reason: charge.free });
    } else if ('unpriced' in charge) {
      lines.push({ ...emptyLine(subject, charge), unit: charge.unit, reason: charge.unpriced });
    } else priceMetered(subject, charge, lines, pools);
  }
  return { lines, pools };
};
