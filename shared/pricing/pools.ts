import { type PoolShare, showUnitPrice } from './charge';
import type { LineItem } from './line-item';
import type { Micros } from './money';
import type { Price } from './price-book';
import { showAmount } from './show-quantity';
import { costOf } from './tier-cost';

interface Pool {
  quantity: number;
  micros: Micros;
  shares: number;
}

/** `service/item`: AWS grants a free allowance once for all its prices. */
const allowanceOf = (price: Price): string => price.key.split('?')[0] ?? price.key;

const TITLES: Readonly<Record<string, string>> = {
  'AWSDataTransfer/data-transfer-out-internet': 'data out to the internet',
  'AmazonCloudFront/data-transfer-out-internet': 'CloudFront data to viewers',
  'AWSQueueService/requests': 'SQS requests',
  'AmazonSNS/standard-requests': 'messages published to SNS',
};

const allowanceTitle = (name: string): string => TITLES[name] ?? name;

const adjustment = (price: Price, item: string, description: string, formula: string, micros: Micros): LineItem => ({
  elementId: null,
  item,
  description,
  formula,
  quantity: 1,
  unit: 'design',
  unitPrice: micros / 1_000_000,
  monthlyMicros: micros,
  status: 'priced',
  reason: '',
  source: price.source,
  date: price.source.date,
  region: price.region,
  origin: price.origin,
  confidence: price.confidence,
});

/** What the elements pay too much because each began again at the first tier. Rounding alone makes no line. */
const joinTiers = (price: Price, pool: Pool): LineItem | undefined => {
  if (price.tiers === undefined || pool.shares < 2) return undefined;
  const difference = costOf(price, pool.quantity) - pool.micros;
  if (Math.abs(difference) <= pool.shares * price.tiers.length) return undefined;
  return adjustment(
    price,
    `tiers:${price.key}`,
    'Volume tiers counted over the whole design',
    `${showAmount(pool.quantity, price.unit, price.unitSize)} together`,
    difference,
  );
};

const grantFree = (price: Price, pool: Pool, granted: Map<string, number>): LineItem | undefined => {
  const name = allowanceOf(price);
  const left = (price.freePerMonth ?? 0) - (granted.get(name) ?? 0);
  const quantity = Math.min(pool.quantity, left);
  if (quantity <= 0) return undefined;
  granted.set(name, (granted.get(name) ?? 0) + quantity);
  return adjustment(
    price,
    `free:${price.key}`,
    `Free each month, ${allowanceTitle(name)}: first ${showAmount(price.freePerMonth ?? 0, price.unit, price.unitSize)}`,
    `−${showAmount(quantity, price.unit, price.unitSize)} × ${showUnitPrice(price)}`,
    -costOf(price, quantity),
  );
};

/**
 * Lines for what AWS counts over the whole account: volume tiers that several elements fill together, and allowances
 * that are always free. With the elements' own lines they add up to what is billed; they never lie above it.
 */
export const settlePools = (shares: Iterable<PoolShare>, hasAllowances: boolean): LineItem[] => {
  const pools = new Map<Price, Pool>();
  for (const { price, quantity, micros } of shares) {
    const pool = pools.get(price);
    if (pool === undefined) pools.set(price, { quantity, micros, shares: 1 });
    else {
      pool.quantity += quantity;
      pool.micros += micros;
      pool.shares += 1;
    }
  }
  const granted = new Map<string, number>();
  const lines: LineItem[] = [];
  for (const [price, pool] of pools) {
    const tiers = joinTiers(price, pool);
    if (tiers !== undefined) lines.push(tiers);
    const free = hasAllowances ? grantFree(price, pool, granted) : undefined;
    if (free !== undefined) lines.push(free);
  }
  return lines;
};
