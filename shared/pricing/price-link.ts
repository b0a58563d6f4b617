import type { Connection } from '../model/design';
import type { Link } from '../topology/topology';
import { priceCharges } from './charge';
import type { PriceBooks } from './price-book';
import { explainNoBook, type Priced, sumUp } from './price-service';
import { chargeTransfer, classifyTransfer } from './transfer';

/** The result for one connection with all that it followed from. Holds no part of a topology. */
export interface LinkEntry {
  readonly id: string;
  readonly connection: Connection;
  /** Undefined where the data costs nothing or nobody said how much there is. */
  readonly priced: Priced | undefined;
  /** It would cost something, but nobody said how much flows. */
  readonly isUnstated: boolean;
}

/** Prices the data of one connection. */
const priceAfresh = (link: Link, books: PriceBooks): LinkEntry => {
  const { connection, id } = link;
  const transfer = classifyTransfer(link);
  if (transfer.type === 'free') return { id, connection, priced: undefined, isUnstated: false };
  const book = books.find(transfer.region);
  const charge = link.gbPerMonth === null ? undefined : chargeTransfer(transfer, link.gbPerMonth);
  if (charge === undefined) return { id, connection, priced: undefined, isUnstated: true };
  const subject = { elementId: id, region: transfer.region, book, noBook: explainNoBook(transfer.region) };
  return { id, connection, priced: sumUp(priceCharges(subject, [charge])), isUnstated: false };
};

/** Prices the data of one connection; hands back `known` unless it or a service at its ends is among the `changed`. */
export const priceLink = (
  link: Link,
  books: PriceBooks,
  known: LinkEntry | undefined,
  changed: ReadonlySet<string>,
): LinkEntry => {
  const { connection } = link;
  if (known === undefined || known.connection !== connection) return priceAfresh(link, books);
  if (changed.size > 0 && (changed.has(connection.from) || changed.has(connection.to))) return priceAfresh(link, books);
  return known;
};
