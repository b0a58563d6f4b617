import type { FieldMeta } from '../../../../shared/catalog/fields';
import type { PriceBook } from '../../../../shared/pricing/price-book';
import { auroraHour, cacheHour, ec2Hour, type PriceKey, rdsHour } from '../../../../shared/pricing/price-key';

const FAMILIES: Readonly<Record<NonNullable<FieldMeta['suggestions']>, readonly string[]>> = {
  ec2: ['t3', 't4g', 'm5', 'm6i', 'm6g', 'm7i', 'm7g', 'c5', 'c6i', 'c6g', 'c7g', 'r5', 'r6i', 'r6g', 'r7g'],
  rds: ['db.t3', 'db.t4g', 'db.m5', 'db.m6i', 'db.m6g', 'db.m7g', 'db.r5', 'db.r6i', 'db.r6g', 'db.r7g'],
  aurora: ['db.t3', 'db.t4g', 'db.r5', 'db.r6i', 'db.r6g', 'db.r7g'],
  elasticache: ['cache.t3', 'cache.t4g', 'cache.m5', 'cache.m6g', 'cache.m7g', 'cache.r5', 'cache.r6g', 'cache.r7g'],
};
const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge'];

const keysFor = (list: NonNullable<FieldMeta['suggestions']>, type: string): readonly PriceKey[] => {
  if (list === 'ec2') return [ec2Hour(type)];
  if (list === 'rds') return [rdsHour('MySQL', 'Single-AZ', type), rdsHour('PostgreSQL', 'Single-AZ', type)];
  if (list === 'aurora') return [auroraHour('Aurora MySQL', type), auroraHour('Aurora PostgreSQL', type)];
  return [cacheHour('Redis', type), cacheHour('Valkey', type), cacheHour('Memcached', type)];
};

export interface TypeSuggestion {
  readonly type: string;
  readonly usdPerHour: number;
}

/** Common types that the price book knows, with their On-Demand hour. Other types can be typed in all the same. */
export const suggestTypes = (list: NonNullable<FieldMeta['suggestions']>, book: PriceBook): TypeSuggestion[] =>
  FAMILIES[list].flatMap((family) =>
    SIZES.flatMap((size) => {
      const type = `${family}.${size}`;
      const price = keysFor(list, type)
        .map(book.find)
        .find((found) => found !== undefined);
      return price ? [{ type, usdPerHour: price.usdPerUnit }] : [];
    }),
  );
