import type { UsageScenario } from '../catalog/usage-scenarios';
import type { Connection } from '../model/design';
import { mayPass } from '../topology/nat-path';
import type { Link } from '../topology/topology';
import { priceCharges } from './charge';
import type { PriceBooks } from './price-book';
import { explainNoBook, type Priced, sumUp } from './price-service';
import { chargeTransfer, classifyTransfer } from './transfer';
import { scaleLink } from './usage';

/** The result for one connection with all that it followed from. Holds no part of a topology. */
export interface LinkEntry {
  readonly id: string;
  readonly connection: Connection;
  readonly scenario: UsageScenario;
  /** Undefined where the data costs nothing or nobody said how much there is. */
  readonly priced: Priced | undefined;
  /** It would cost something, but nobody said how much flows. */
  readonly isUnstated: boolean;
}

/** Prices the data of one connection. */
const priceAfresh = (link: Link, books: PriceBooks, scenario: UsageScenario): LinkEntry => {
  const { connection, id } = link;
  const transfer = classifyTransfer(link);
  if (transfer.type === 'free') return { id, connection, scenario, priced: undefined, isUnstated: false };
  const book = books.find(transfer.region);
  const gigabytes = scaleLink(link, scenario);
  if (gigabytes === null) return { id, connection, scenario, priced: undefined, isUnstated: true };
  const subject = { elementId: id, region: transfer.region, book, noBook: explainNoBook(transfer.region) };
  return {
    id,
    connection,
    scenario,
    priced: sumUp(priceCharges(subject, chargeTransfer(transfer, gigabytes))),
    isUnstated: false,
  };
};

/** Prices the data of one connection; hands back `known` unless it or a service at its ends is among the `changed`. */
export const priceLink = (
  link: Link,
  books: PriceBooks,
  scenario: UsageScenario,
  known: LinkEntry | undefined,
  changed: ReadonlySet<string>,
  haveRoutesChanged: boolean,
): LinkEntry => {
  const { connection } = link;
  const isStale =
    known === undefined ||
    known.connection !== connection ||
    known.scenario !== scenario ||
    (haveRoutesChanged && mayPass(link)) ||
    (changed.size > 0 && (changed.has(connection.from) || changed.has(connection.to)));
  return isStale ? priceAfresh(link, books, scenario) : known;
};
