import { z } from 'zod';
import type { FactSource, PriceFact } from './facts';

const hourlySchema = z.record(z.string(), z.number().nonnegative());
const termSchema = z.object({ hourly: z.number().nonnegative(), upfront: z.number().nonnegative().optional() });
const reservedSchema = z.object({
  noUpfront: z.record(z.string(), z.record(z.string(), hourlySchema)),
  'sa-east-1_allTerms_2026_08': z.record(z.string(), z.record(z.string(), z.union([z.number(), termSchema]))),
});
const spotSchema = z.object({ price: z.record(z.string(), hourlySchema) });

const NO_UPFRONT: FactSource = {
  name: 'yeo/ec2.shop',
  path: 'data/ec2/<region>-reservedinstance-{1y,3y}.json',
  date: '2025-04-04',
  confidence: 'high',
};
const ALL_TERMS: FactSource = {
  name: 'ulissesflores/block-storage-tco',
  path: 'data/precos/api/aws-AmazonEC2-sa-east-1-2026-08-13.json',
  date: '2026-08-10',
  confidence: 'high',
};
const SPOT: FactSource = {
  name: 'ww898/aws-price-parser',
  path: 'spot.20260119.json (typical Linux Spot price of the Region)',
  date: '2026-01-19',
  confidence: 'medium',
};
const ALL_TERMS_REGION = 'sa-east-1';

/** Families that common architectures use; Reserved Instance prices of the rest come from the live price list only. */
const COMMON = /^(?:db\.|cache\.)?(?:t[234]|[mcr][4-9]|i[34])[a-z-]*\./;

export const isCommonType = (type: string): boolean => COMMON.test(type) && !type.includes('metal');

interface Term {
  readonly term: '1y' | '3y';
  readonly payment: 'no' | 'partial' | 'all';
}

const ec2Fact = (region: string, item: string, attributes: string, usd: number, source: FactSource): PriceFact => ({
  service: 'AmazonEC2',
  region,
  item,
  attributes,
  unit: item === 'reserved-upfront' ? 'instance' : 'hour',
  usd,
  source,
});

const readTermName = (name: string): Term | undefined => {
  const match = /^([13])yr_standard_(No|Partial|All)Upfront$/.exec(name);
  if (match === null) return undefined;
  const payment = match[2] === 'No' ? 'no' : match[2] === 'Partial' ? 'partial' : 'all';
  return { term: match[1] === '1' ? '1y' : '3y', payment };
};

const readAllTerms = (table: z.infer<typeof reservedSchema>): PriceFact[] =>
  Object.entries(table['sa-east-1_allTerms_2026_08']).flatMap(([type, terms]) =>
    Object.entries(terms).flatMap(([name, price]) => {
      const term = readTermName(name);
      if (term === undefined || typeof price === 'number') return [];
      const attributes = `payment=${term.payment};term=${term.term};type=${type}`;
      const hour = ec2Fact(ALL_TERMS_REGION, 'reserved-hour', attributes, price.hourly, ALL_TERMS);
      if (price.upfront === undefined) return [hour];
      return [hour, ec2Fact(ALL_TERMS_REGION, 'reserved-upfront', attributes, price.upfront, ALL_TERMS)];
    }),
  );

/** Reserved Instance prices of EC2 (Linux, Standard, shared tenancy) and typical Spot prices. Both arguments are parsed JSON. */
export const readPlanFacts = (reserved: unknown, spot: unknown, regions: readonly string[]): PriceFact[] => {
  const table = reservedSchema.parse(reserved);
  const spotPrices = spotSchema.parse(spot).price;
  const allTerms = readAllTerms(table);
  const known = new Set(allTerms.map(({ region, item, attributes }) => `${region} ${item} ${attributes}`));
  const noUpfront = regions.flatMap((region) =>
    Object.entries(table.noUpfront[region] ?? {}).flatMap(([type, prices]) =>
      (['1y', '3y'] as const).flatMap((term) => {
        const usd = prices[`${term}_standard_noUpfront`];
        const attributes = `payment=no;term=${term};type=${type}`;
        if (usd === undefined || known.has(`${region} reserved-hour ${attributes}`)) return [];
        return [ec2Fact(region, 'reserved-hour', attributes, usd, NO_UPFRONT)];
      }),
    ),
  );
  const typicalSpot = regions.flatMap((region) =>
    Object.entries(spotPrices[region] ?? {}).map(([type, usd]) =>
      ec2Fact(region, 'spot-hour', `type=${type}`, usd, SPOT),
    ),
  );
  return [...allTerms, ...noUpfront, ...typicalSpot];
};

const HOURS_OF_THREE_YEARS = 26_280;

const RDS_ITEM = /^reserved-([13]y)-(no|partial)Upfront-(hourly|upfront)$/;
const CACHE_ITEM = /^reserved-effective-yrTerm([13])Standard\.(no|all)Upfront$/;

/**
 * Reserved prices in the price file, under the names the price book uses. ElastiCache states an effective hour only: with
 * nothing upfront that is the price, with all upfront the sum follows from it; the split of a partial payment does not.
 */
export const renameReserved = (fact: PriceFact): PriceFact | undefined => {
  const rds = fact.service === 'AmazonRDS' ? RDS_ITEM.exec(fact.item) : null;
  if (rds !== null) {
    const isUpfront = rds[3] === 'upfront';
    return {
      ...fact,
      item: isUpfront ? 'reserved-upfront' : 'reserved-hour',
      attributes: `${fact.attributes};payment=${rds[2]};term=${rds[1]}`,
      unit: isUpfront ? 'instance' : 'hour',
    };
  }
  const cache = fact.service === 'AmazonElastiCache' ? CACHE_ITEM.exec(fact.item) : null;
  if (cache === null) return undefined;
  const attributes = `${fact.attributes};payment=${cache[2]};term=${cache[1]}y`;
  if (cache[2] === 'no') return { ...fact, item: 'reserved-hour', attributes };
  return {
    ...fact,
    item: 'reserved-upfront',
    attributes,
    unit: 'instance',
    usd: Math.round(fact.usd * HOURS_OF_THREE_YEARS),
    source: { ...fact.source, confidence: 'derived' },
  };
};
