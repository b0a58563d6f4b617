import { compareText } from '../util/sorting';
import type { PriceBook } from './price-book';

/** Lists of types that the inspector can suggest. */
export type TypeList = 'ec2' | 'rds' | 'aurora' | 'elasticache';

const PATTERNS: Readonly<Record<TypeList, RegExp>> = {
  ec2: /^AmazonEC2\/instance-hour\?type=(.+)$/,
  rds: /^AmazonRDS\/instance-hour\?class=([^&]+)&deployment=Single-AZ&engine=(?:MySQL|PostgreSQL|MariaDB)$/,
  aurora: /^AmazonRDS\/instance-hour\?class=([^&]+)&deployment=Single-AZ&engine=Aurora /,
  elasticache: /^AmazonElastiCache\/node-hour\?engine=[^&]+&type=(.+)$/,
};

const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** `t3.medium` by family, then by size: nano to xlarge, then 2xlarge, 4xlarge…, bare metal last. */
const rankSize = (type: string): number => {
  const size = type.slice(type.lastIndexOf('.') + 1);
  const named = SIZES.indexOf(size);
  if (named >= 0) return named;
  const factor = /^(\d+)xlarge$/.exec(size)?.[1];
  return SIZES.length + (factor === undefined ? 1000 : Number(factor));
};

const familyOf = (type: string): string => type.slice(0, type.lastIndexOf('.'));

/** Types the book has an On-Demand price for, by family and size. For Aurora and caches whatever the engine. */
export const listPricedTypes = (book: PriceBook, list: TypeList): readonly string[] => {
  const found = new Set<string>();
  for (const key of book.keys()) {
    const type = PATTERNS[list].exec(key)?.[1];
    if (type !== undefined) found.add(type);
  }
  return [...found].sort(
    (a, b) => compareText(familyOf(a), familyOf(b)) || rankSize(a) - rankSize(b) || compareText(a, b),
  );
};
