import type { PriceKey, ReservedPayment, ReservedTerm } from '../price-key';

/** One condition on a product; all of a question are met at once. */
export interface ProductFilter {
  readonly field: string;
  readonly value: string;
}

/** One way to ask for a product; the next is tried when an answer is empty. */
export interface ProductQuery {
  readonly serviceCode: string;
  readonly filters: readonly ProductFilter[];
}

/** Which block of a product's terms holds the price. */
export type PricePart =
  | { readonly block: 'on-demand' }
  | {
      readonly block: 'reserved';
      readonly term: ReservedTerm;
      readonly payment: ReservedPayment;
      readonly part: 'hour' | 'upfront';
    };

/** How to ask the price list for one price, and how to know the one right product in the answer. */
export interface PriceQuestion {
  readonly key: PriceKey;
  /** Region code, or `global` for what costs the same everywhere. */
  readonly region: string;
  readonly queries: readonly ProductQuery[];
  /** What the product's usage type must be, prefix of the Region included. */
  readonly usageType: RegExp;
  /** Units the price list may use, in lower case: it spells them unevenly. */
  readonly units: readonly string[];
  /** The price book's unit, and how many of the list's units it holds. */
  readonly unit: string;
  readonly scale: number;
  readonly part: PricePart;
  /** A first tier of price zero is an allowance counted elsewhere, not a price. */
  readonly dropsFreeTier: boolean;
  readonly freePerMonth?: number;
}

/** What a rule gets to see: the Region and the attributes of the key. */
export interface Asked {
  readonly key: PriceKey;
  readonly region: string;
  /** Of the key; empty text where it has none of that name. */
  readonly attribute: (name: string) => string;
}

/** Makes the question for one item of a service; undefined where the price list has no single product for it. */
export type QuestionRule = (asked: Asked) => PriceQuestion | undefined;

/**
 * Usage types begin with the Region's prefix. Source: yoonhyunwoo/terraform-price, internal/provider/awsprice/regions.go,
 * taken from the live price list on 2026-08-14.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  'us-east-1': 'USE1',
  'us-east-2': 'USE2',
  'us-west-2': 'USW2',
  'eu-west-1': 'EU',
  'eu-central-1': 'EUC1',
  'ap-northeast-1': 'APN1',
  'ap-southeast-1': 'APS1',
  'ap-southeast-2': 'APS2',
  'sa-east-1': 'SAE1',
};

/** Whether live prices can be had for a Region. */
export const isAskableRegion = (region: string): boolean => Object.hasOwn(PREFIXES, region);

/** The usual form of a usage type first: us-east-1 mostly has no prefix, all others have theirs. */
const spellUsageType = (region: string, base: string): readonly string[] => {
  const prefixed = `${PREFIXES[region] ?? ''}-${base}`;
  return region === 'us-east-1' ? [base, prefixed] : [prefixed, base];
};

/** The entry of a table; names that every object inherits have none. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Matches a usage type with or without the prefix of this Region alone: siblings such as `TS-LoadBalancerUsage` stay out. */
export const usageTypeOf = (region: string, base: string): RegExp =>
  new RegExp(`^(?:${PREFIXES[region] ?? 'global'}-)?(?:${base})$`);

/** Matches exactly this usage type, prefix or not. */
export const plainUsageType = (region: string, base: string): RegExp => usageTypeOf(region, escapeText(base));

export const filterBy = (fields: Readonly<Record<string, string>>): readonly ProductFilter[] =>
  Object.entries(fields).map(([field, value]) => ({ field, value }));

/** Queries by usage type alone, for products that no other attribute tells apart. */
export const queryByUsageType = (
  serviceCode: string,
  region: string,
  base: string,
  more: Readonly<Record<string, string>> = {},
): readonly ProductQuery[] =>
  spellUsageType(region, base).map((usagetype) => ({
    serviceCode,
    filters: filterBy({ regionCode: region, ...more, usagetype }),
  }));

export const HOUR_UNITS = ['hrs', 'hours', 'hour'] as const;
export const STORAGE_UNITS = ['gb-mo', 'gb-month'] as const;
export const GIGABYTE_UNITS = ['gb', 'gigabytes'] as const;
export const REQUEST_UNITS = ['requests', 'request', 'api requests'] as const;

type Needed = Pick<PriceQuestion, 'queries' | 'usageType' | 'units' | 'unit'>;

/** A question with the usual rest: On-Demand, the list's own unit, no allowance. */
export const askFor = ({ key, region }: Asked, needed: Needed & Partial<PriceQuestion>): PriceQuestion => ({
  key,
  region,
  scale: 1,
  part: { block: 'on-demand' },
  dropsFreeTier: false,
  ...needed,
});

/** Types and classes go into filters: only what AWS's names look like is let through. */
export const isTypeName = (text: string): boolean =>
  /^[a-z0-9-]+(?:\.[a-z0-9-]+){1,2}$/.test(text) && text.length <= 64;

const isTerm = (text: string): text is ReservedTerm => text === '1y' || text === '3y';
const isPayment = (text: string): text is ReservedPayment => text === 'no' || text === 'partial' || text === 'all';

/** The part of a product's terms that a `reserved-hour` or `reserved-upfront` key names. */
export const readReservedPart = ({ key, attribute }: Asked): PricePart | undefined => {
  const term = attribute('term');
  const payment = attribute('payment');
  if (!isTerm(term) || !isPayment(payment)) return undefined;
  return { block: 'reserved', term, payment, part: key.includes('/reserved-upfront') ? 'upfront' : 'hour' };
};
