import { z } from 'zod';
import type { PriceRecord } from './price-record';
import type { PriceQuestion, ProductQuery } from './question';

const dimensionSchema = z.object({
  unit: z.string(),
  beginRange: z.string().optional(),
  endRange: z.string().optional(),
  pricePerUnit: z.record(z.string(), z.string()),
});
const termSchema = z.object({
  priceDimensions: z.record(z.string(), dimensionSchema),
  termAttributes: z.record(z.string(), z.string()).optional(),
});
const blockSchema = z.record(z.string(), termSchema);

/** One element of a GetProducts answer; more stands in it than prices need. */
export const productSchema = z.object({
  serviceCode: z.string().optional(),
  publicationDate: z.string().optional(),
  product: z.object({
    sku: z.string(),
    productFamily: z.string().optional(),
    attributes: z.record(z.string(), z.string()),
  }),
  terms: z.object({ OnDemand: blockSchema.optional(), Reserved: blockSchema.optional() }),
});
export type PriceListProduct = z.infer<typeof productSchema>;
type Dimension = z.infer<typeof dimensionSchema>;

/** Why an answer holds no price one could rely on. */
export interface PriceProblem {
  readonly code: 'no-product' | 'several-products' | 'no-price' | 'unreadable';
  /** For people. */
  readonly message: string;
}

export type PickedPrice =
  | {
      readonly ok: true;
      readonly price: Pick<PriceRecord, 'unit' | 'usd' | 'tiers' | 'freePerMonth' | 'sku' | 'published'>;
    }
  | { readonly ok: false; readonly problem: PriceProblem };

const failed = (code: PriceProblem['code'], message: string): PickedPrice => ({
  ok: false,
  problem: { code, message },
});

/** Whether a product meets every filter of a query: the service does this itself, an offer file holds all products. */
export const meetsQuery = ({ product }: PriceListProduct, { filters }: ProductQuery): boolean =>
  filters.every(({ field, value }) =>
    field === 'productFamily' ? product.productFamily === value : product.attributes[field] === value,
  );

const LEASES = { '1y': '1yr', '3y': '3yr' } as const;
const PAYMENTS = { no: 'No Upfront', partial: 'Partial Upfront', all: 'All Upfront' } as const;

/** The price dimensions of the part of the terms that is asked for: Reserved Instances of the Standard class only. */
const findDimensions = ({ terms }: PriceListProduct, { part, units }: PriceQuestion): Dimension[][] => {
  const fits = ({ unit }: Dimension): boolean => units.includes(unit.toLowerCase());
  if (part.block === 'on-demand')
    return Object.values(terms.OnDemand ?? {}).map((term) => Object.values(term.priceDimensions).filter(fits));
  return Object.values(terms.Reserved ?? {})
    .filter(
      ({ termAttributes }) =>
        termAttributes?.LeaseContractLength === LEASES[part.term] &&
        termAttributes.PurchaseOption === PAYMENTS[part.payment] &&
        (termAttributes.OfferingClass ?? 'standard') === 'standard',
    )
    .map((term) => Object.values(term.priceDimensions).filter(fits));
};

const readUsd = ({ pricePerUnit }: Dimension): number => {
  const text = pricePerUnit.USD;
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
};

/** Twelve digits: the price list has ten decimals, and binary rounding shows up behind them. */
const trim = (amount: number): number => Number(amount.toPrecision(12));

interface Tier {
  readonly from: number;
  readonly to: number | null;
  readonly usd: number;
}

const byFrom = (a: Tier, b: Tier): number => a.from - b.from;

/** The tiers in order, in the book's unit; they come in any order. Undefined where they do not join up. */
const readTiers = (dimensions: readonly Dimension[], { scale, dropsFreeTier }: PriceQuestion): Tier[] | undefined => {
  const all = dimensions
    .map((dimension): Tier => {
      const end = dimension.endRange ?? 'Inf';
      return {
        from: Number(dimension.beginRange ?? '0') / scale,
        to: end === 'Inf' ? null : Number(end) / scale,
        usd: trim(readUsd(dimension) * scale),
      };
    })
    .sort(byFrom);
  const [first] = all;
  const free = first?.usd === 0 && all.length > 1 && dropsFreeTier ? (first.to ?? 0) : 0;
  const tiers = (free > 0 ? all.slice(1) : all).map(({ from, to, usd }) => ({
    from: from - free,
    to: to === null ? null : to - free,
    usd,
  }));
  const joins = tiers.every(({ from, usd }, index) => {
    const reached = index === 0 ? 0 : tiers[index - 1]?.to;
    return from === reached && Number.isFinite(usd) && usd >= 0;
  });
  return joins && tiers.at(-1)?.to === null ? tiers : undefined;
};

const readPrice = (found: PriceListProduct, question: PriceQuestion): PickedPrice => {
  const terms = findDimensions(found, question).filter((dimensions) => dimensions.length > 0);
  const { sku } = found.product;
  if (terms.length > 1) return failed('several-products', `${question.key}: SKU ${sku} has ${terms.length} prices.`);
  const [dimensions] = terms;
  if (dimensions === undefined)
    return failed('no-price', `${question.key}: SKU ${sku} has no such price in a unit this version knows.`);
  const tiers = readTiers(dimensions, question);
  const [first] = tiers ?? [];
  if (tiers === undefined || first === undefined)
    return failed(
      'no-price',
      `${question.key}: the price of SKU ${sku} is not in US dollars or its tiers do not join.`,
    );
  const isFree = tiers.every(({ usd }) => usd === 0);
  // An hour of an all-upfront reservation costs nothing; anything else at zero is not the price that is meant.
  if (isFree && question.part.block === 'on-demand')
    return failed('no-price', `${question.key}: SKU ${sku} costs nothing, which cannot be right.`);
  return {
    ok: true,
    price: {
      unit: question.unit,
      usd: first.usd,
      sku,
      published: found.publicationDate ?? '',
      ...(tiers.length > 1 ? { tiers } : {}),
      ...(question.freePerMonth === undefined ? {} : { freePerMonth: question.freePerMonth }),
    },
  };
};

/**
 * Finds the price that was asked for among the products of an answer (parsed JSON). Exactly one product must fit: of
 * several none is taken.
 */
export const pickPrice = (question: PriceQuestion, answer: readonly unknown[]): PickedPrice => {
  const parsed = answer.map((product) => productSchema.safeParse(product));
  if (parsed.some(({ success }) => !success))
    return failed('unreadable', `${question.key}: the answer holds a product this version cannot read.`);
  const products = parsed.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const fitting = products.filter(({ product }) => question.usageType.test(product.attributes.usagetype ?? ''));
  const [found] = fitting;
  if (found === undefined) return failed('no-product', `${question.key}: the price list has no such product.`);
  if (fitting.length > 1)
    return failed(
      'several-products',
      `${question.key}: the price list has ${fitting.length} products where one is expected.`,
    );
  return readPrice(found, question);
};
