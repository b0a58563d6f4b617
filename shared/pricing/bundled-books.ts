import { collectBooks, type PriceBook, type PriceBooks } from './price-book';
import { readSnapshot } from './read-snapshot';

/** The Regions the app carries prices for. */
export const BUNDLED_REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'] as const;

type BundledRegion = (typeof BUNDLED_REGIONS)[number];

/** Each is a chunk of its own in the app's bundle, read when first asked for. */
const SNAPSHOTS: Readonly<Record<BundledRegion, () => Promise<{ default: unknown }>>> = {
  'eu-central-1': () => import('./snapshot/eu-central-1.json'),
  'eu-west-1': () => import('./snapshot/eu-west-1.json'),
  'us-east-1': () => import('./snapshot/us-east-1.json'),
  'us-west-2': () => import('./snapshot/us-west-2.json'),
};

const isBundled = (region: string): region is BundledRegion => BUNDLED_REGIONS.some((known) => known === region);

/** The bundled book of one Region; undefined for a Region the app carries no prices for. */
export const loadBundledBook = async (region: string): Promise<PriceBook | undefined> => {
  if (!isBundled(region)) return undefined;
  const [snapshot, worldwide] = await Promise.all([SNAPSHOTS[region](), import('./snapshot/global.json')]);
  return readSnapshot(snapshot.default, worldwide.default);
};

/** All bundled books. */
export const loadBundledBooks = async (): Promise<PriceBooks> => {
  const books = await Promise.all(BUNDLED_REGIONS.map(loadBundledBook));
  return collectBooks(books.filter((book) => book !== undefined));
};
