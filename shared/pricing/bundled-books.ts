import { collectBooks, deferBook, joinPlanBook, type PriceBook, type PriceBooks } from './price-book';
import { readSnapshot } from './read-snapshot';

/** The Regions the app carries prices for. */
export const BUNDLED_REGIONS = [
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-2',
] as const;

type BundledRegion = (typeof BUNDLED_REGIONS)[number];

interface Snapshot {
  readonly prices: { readonly asOf: string };
  /** Reserved Instance and Spot prices. */
  readonly plans: unknown;
}

/** Each is a chunk of its own in the app's bundle, read when first asked for. */
const SNAPSHOTS: Readonly<Record<BundledRegion, () => Promise<Snapshot>>> = {
  'ap-northeast-1': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/ap-northeast-1.json'),
      import('./snapshot/ap-northeast-1.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'ap-southeast-1': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/ap-southeast-1.json'),
      import('./snapshot/ap-southeast-1.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'ap-southeast-2': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/ap-southeast-2.json'),
      import('./snapshot/ap-southeast-2.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'eu-central-1': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/eu-central-1.json'),
      import('./snapshot/eu-central-1.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'eu-west-1': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/eu-west-1.json'),
      import('./snapshot/eu-west-1.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'sa-east-1': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/sa-east-1.json'),
      import('./snapshot/sa-east-1.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'us-east-1': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/us-east-1.json'),
      import('./snapshot/us-east-1.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'us-east-2': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/us-east-2.json'),
      import('./snapshot/us-east-2.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
  'us-west-2': async () => {
    const [prices, plans] = await Promise.all([
      import('./snapshot/us-west-2.json'),
      import('./snapshot/us-west-2.plans.json'),
    ]);
    return { prices: prices.default, plans: plans.default };
  },
};

const isBundled = (region: string): region is BundledRegion => BUNDLED_REGIONS.some((known) => known === region);

/** The bundled book of one Region; undefined for a Region the app carries no prices for. */
export const loadBundledBook = async (region: string): Promise<PriceBook | undefined> => {
  if (!isBundled(region)) return undefined;
  const [{ prices, plans }, worldwide] = await Promise.all([SNAPSHOTS[region](), import('./snapshot/global.json')]);
  // Most designs lie in one Region or two and buy On-Demand: the books of the others are never built.
  return joinPlanBook(
    deferBook(region, prices.asOf, () => readSnapshot(prices, worldwide.default)),
    deferBook(region, prices.asOf, () => readSnapshot(plans)),
  );
};

/** All bundled books. */
export const loadBundledBooks = async (): Promise<PriceBooks> => {
  const books = await Promise.all(BUNDLED_REGIONS.map(loadBundledBook));
  return collectBooks(books.filter((book) => book !== undefined));
};
