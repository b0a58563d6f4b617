/** Money is summed as whole micro-dollars (1,000,000 = 1 USD): sums are exact up to 9 thousand million dollars. */
export type Micros = number;

const MICROS_PER_USD = 1_000_000;

/** Relative error that three multiplications of doubles can make, with a margin. */
const ROUNDING_ERROR = 1e-13;

/**
 * Quantity times unit price as whole micro-dollars, half up. Where binary rounding might tip a half the wrong way
 * (730 × 0.0416 = 30.367999…), the product is cut to 14 significant digits first.
 */
export const toMicros = (quantity: number, usdPerUnit: number): Micros => {
  const product = quantity * usdPerUnit * MICROS_PER_USD;
  const fromHalf = Math.abs(product - Math.floor(product) - 0.5);
  return Math.round(fromHalf > product * ROUNDING_ERROR ? product : Number(product.toPrecision(14)));
};

const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const fine = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 10,
});

/** `$1,234.56` — rounded to cents; a charge under half a cent reads `<$0.01` so that it is not taken for free. */
export const formatUsd = (micros: Micros): string => {
  if (micros > 0 && micros < 5_000) return '<$0.01';
  return cents.format(micros / MICROS_PER_USD).replace(/^-\$0\.00$/, '$0.00');
};

/** What a monthly figure is worth saying: the sum, whether more is to come, whether anything has a price at all. */
export interface MonthlyFigure {
  readonly micros: Micros;
  /** Something that costs money has no known quantity or price: the figure is a lower bound. */
  readonly isLowerBound: boolean;
  /** Nothing in it has a known price. */
  readonly isUnpriced: boolean;
}

/** `$1,234.56/mo`, `≥ $1,234.56/mo` for a lower bound, `–` where no price is known. */
export const formatMonthly = ({ micros, isLowerBound, isUnpriced }: MonthlyFigure): string => {
  if (isUnpriced) return '–';
  return `${isLowerBound ? '≥ ' : ''}${formatUsd(micros)}/mo`;
};

/** A unit price with all its decimals, at least two: `$0.0416`, `$0.0000166667`. */
export const formatUnitPrice = (usdPerUnit: number): string => fine.format(usdPerUnit);

/** A currency to show amounts in, at a rate a person states: what one US dollar costs in it. Prices stay in USD. */
export interface ShownCurrency {
  /** ISO 4217 code, such as `EUR`. */
  readonly code: string;
  readonly perUsd: number;
}

/** Whether a currency can be shown: three capital letters and a positive rate. */
export const isShowable = ({ code, perUsd }: ShownCurrency): boolean =>
  /^[A-Z]{3}$/.test(code) && Number.isFinite(perUsd) && perUsd > 0;

/** An amount in another currency at the stated rate, such as `≈ €92.31`. Throws when the currency is not showable. */
export const formatInCurrency = (micros: Micros, currency: ShownCurrency): string => {
  if (!isShowable(currency)) {
    throw new Error(`"${currency.code}" at ${currency.perUsd} is not a currency such as EUR with a rate above 0.`);
  }
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: currency.code });
  return `≈ ${format.format((micros / MICROS_PER_USD) * currency.perUsd)}`;
};
