import { z } from 'zod';
import { deferBook, type Price, type PriceBook, type PriceOrigin, type PriceSource } from '../price-book';
import type { PriceKey } from '../price-key';
import { readUnitSize } from '../read-snapshot';

const amount = z.number().nonnegative();

const isPriceKey = (text: string): text is PriceKey => /^[A-Za-z0-9]+\/[^/]+$/.test(text);

export const priceKeySchema = z.string().max(200).refine(isPriceKey, 'must name a service and an item');

/** A price read from the price list, as it crosses processes and lies in the cache. USD for one `unit`. */
export const priceRecordSchema = z.object({
  key: priceKeySchema,
  /** Region code, or `global`. */
  region: z.string().max(32),
  unit: z.string().min(1).max(60),
  usd: amount,
  /** Volume tiers in the price's unit; the last has no end. */
  tiers: z
    .array(z.object({ from: amount, to: amount.nullable(), usd: amount }))
    .max(50)
    .optional(),
  freePerMonth: amount.optional(),
  /** Number of the product in the price list. */
  sku: z.string().max(64),
  /** Day AWS published the price list that it stands in; empty where it does not say. */
  published: z.string().max(40),
  /** When it was read, ISO date and time. */
  fetchedAt: z.iso.datetime(),
  via: z.enum(['query', 'offer-file']),
});
export type PriceRecord = z.infer<typeof priceRecordSchema>;

const VIA: Readonly<Record<PriceRecord['via'], string>> = {
  query: 'AWS Price List Query API',
  'offer-file': 'AWS Price List offer file',
};

const sourceOf = ({ key, sku, published, fetchedAt, via }: PriceRecord): PriceSource => ({
  name: VIA[via],
  path: `${key.slice(0, key.indexOf('/'))} SKU ${sku}${published === '' ? '' : `, published ${published.slice(0, 10)}`}`,
  date: fetchedAt.slice(0, 10),
});

const toPrice = (record: PriceRecord, origin: PriceOrigin): Price => {
  const source = sourceOf(record);
  return {
    key: record.key,
    region: record.region,
    usdPerUnit: record.usd,
    unit: record.unit,
    unitSize: readUnitSize(record.unit),
    source,
    origin,
    confidence: 'high',
    ...(record.tiers === undefined
      ? {}
      : { tiers: record.tiers.map(({ from, to, usd }) => ({ from, to, usdPerUnit: usd, source })) }),
    ...(record.freePerMonth === undefined ? {} : { freePerMonth: record.freePerMonth }),
  };
};

/** A book of one Region from records, worldwide ones included; undefined where none belongs to it. */
export const readRecords = (
  records: readonly PriceRecord[],
  region: string,
  origin: 'live' | 'cached',
): PriceBook | undefined => {
  const own = records.filter((record) => record.region === region || record.region === 'global');
  const dates = own.map(({ fetchedAt }) => fetchedAt.slice(0, 10)).sort();
  const asOf = dates.at(-1);
  if (asOf === undefined) return undefined;
  return deferBook(region, asOf, () => {
    const prices = new Map<PriceKey, Price>(own.map((record) => [record.key, toPrice(record, origin)]));
    return { region, asOf, find: (key) => prices.get(key), keys: () => prices.keys() };
  });
};
