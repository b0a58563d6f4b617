import type { FieldMeta } from '../../../../shared/catalog/fields';
import type { PriceBook } from '../../../../shared/pricing/price-book';
import { auroraHour, cacheHour, ec2Hour, type PriceKey, rdsHour } from '../../../../shared/pricing/price-key';
import { listPricedTypes } from '../../../../shared/pricing/priced-types';

const keysFor = (list: NonNullable<FieldMeta['suggestions']>, type: string): readonly PriceKey[] => {
  if (list === 'ec2') return [ec2Hour(type)];
  if (list === 'rds')
    return [
      rdsHour('MySQL', 'Single-AZ', type),
      rdsHour('PostgreSQL', 'Single-AZ', type),
      rdsHour('MariaDB', 'Single-AZ', type),
    ];
  if (list === 'aurora') return [auroraHour('Aurora MySQL', type), auroraHour('Aurora PostgreSQL', type)];
  return [cacheHour('Redis', type), cacheHour('Valkey', type), cacheHour('Memcached', type)];
};

export interface TypeSuggestion {
  readonly type: string;
  readonly usdPerHour: number;
}

/** The types the price book knows, with their On-Demand hour. Other types can be typed in all the same. */
export const suggestTypes = (list: NonNullable<FieldMeta['suggestions']>, book: PriceBook): TypeSuggestion[] =>
  listPricedTypes(book, list).flatMap((type) => {
    const price = keysFor(list, type)
      .map(book.find)
      .find((found) => found !== undefined);
    return price ? [{ type, usdPerHour: price.usdPerUnit }] : [];
  });
