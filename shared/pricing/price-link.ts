import type { Connection } from '../model/design';
import type { Link } from '../topology/topology';
import { priceCharges } from './charge';
import type { PriceBook, PriceBooks } from './price-book';
import { type Priced, sumUp } from './price-service';
import { chargeTransfer, classifyTransfer, type Transfer } from './transfer';

interface CacheEntry {
  readonly transfer: Transfer;
  readonly book: PriceBook | undefined;
  readonly priced: Priced | undefined;
}

const cache = new WeakMap<Connection, CacheEntry>();

const isSame = (a: Transfer, b: Transfer): boolean => {
  if (a.type === 'free' || b.type === 'free') return a.type === b.type;
  if (a.type !== b.type || a.region !== b.region) return false;
  if (a.type === 'cross-zone' && b.type === 'cross-zone') return a.share === b.share;
  return a.type !== 'inter-region' || b.type !== 'inter-region' || a.to === b.to;
};

/** What the data of a connection costs; `isUnstated` when it would cost something but nobody said how much flows. */
export const priceLink = (link: Link, books: PriceBooks): { priced: Priced | undefined; isUnstated: boolean } => {
  const transfer = classifyTransfer(link);
  if (transfer.type === 'free') return { priced: undefined, isUnstated: false };
  if (link.gbPerMonth === null) return { priced: undefined, isUnstated: true };
  const book = books.find(transfer.region);
  const known = cache.get(link.connection);
  if (known !== undefined && known.book === book && isSame(known.transfer, transfer)) {
    return { priced: known.priced, isUnstated: false };
  }
  const charge = chargeTransfer(transfer, link.gbPerMonth);
  const noBook = `No prices are known for the Region ${transfer.region}.`;
  const subject = { elementId: link.id, region: transfer.region, book, noBook };
  const priced = charge === undefined ? undefined : sumUp(priceCharges(subject, [charge]));
  cache.set(link.connection, { transfer, book, priced });
  return { priced, isUnstated: false };
};
