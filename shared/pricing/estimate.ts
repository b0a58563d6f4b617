import type { Element } from '../model/design';
import type { Service, Topology } from '../topology/topology';
import type { PoolShare } from './charge';
import type { LineItem } from './line-item';
import type { MonthlyFigure } from './money';
import { settlePools } from './pools';
import type { PriceBook, PriceBooks } from './price-book';
import { priceLink } from './price-link';
import { type Priced, priceService, sumUp } from './price-service';
import type { Edge } from './sheet';

/** Something to say about the estimate as a whole. */
export interface EstimateNote {
  readonly code: 'traffic-not-stated';
  readonly message: string;
  /** Connections it is about. */
  readonly subjects: readonly string[];
}

/** The monthly bill of a design: On-Demand, 730 hours. The total is exactly the sum of the lines. */
export interface Estimate {
  /** By element in the topology's order, then by connection, then what is counted over the whole design. */
  readonly lines: readonly LineItem[];
  /** By element or connection id; absent where nothing is to be paid or said. */
  readonly byElement: ReadonlyMap<string, MonthlyFigure>;
  /** By id of the tier; services only. */
  readonly byTier: ReadonlyMap<string, MonthlyFigure>;
  readonly total: MonthlyFigure;
  /** Some quantity, price or traffic is unknown: the bill is at least the total. */
  readonly isLowerBound: boolean;
  /** Lines for which no price is known. */
  readonly unpriced: readonly LineItem[];
  readonly notes: readonly EstimateNote[];
}

export interface EstimateOptions {
  /** Count what AWS gives every account free each month (100 GB out to the internet, …). Default true. */
  readonly freeAllowances?: boolean;
}

/** The Region whose book prices what lies in none, when the design names no Region: those prices hold worldwide. */
const FALLBACK_REGION = 'us-east-1';

const findWorldwideBook = (topology: Topology, books: PriceBooks): PriceBook | undefined => {
  for (const { code } of topology.regions) {
    const book = books.find(code);
    if (book !== undefined) return book;
  }
  return books.find(FALLBACK_REGION) ?? books.find(books.regions[0] ?? FALLBACK_REGION);
};

/** Viewers of a design with a European Region are taken to be in Europe, where requests cost more. */
const chooseEdge = (topology: Topology): Edge =>
  topology.regions.some(({ code }) => code.startsWith('eu-')) ? 'EU' : 'United States';

const NO_REGION = 'It lies in no Region, so no price applies. Put it into a Region.';

/** Gigabytes that arrows from users bring each distribution. */
const readViewerTraffic = (topology: Topology): ReadonlyMap<string, number> => {
  const traffic = new Map<string, number>();
  for (const distribution of topology.ofKind('cloudfront')) {
    for (const { from, gbPerMonth } of topology.incoming(distribution.id)) {
      if (from.role !== 'actor' || gbPerMonth === null) continue;
      traffic.set(distribution.id, (traffic.get(distribution.id) ?? 0) + gbPerMonth);
    }
  }
  return traffic;
};

const unknownKinds = new WeakMap<Element, Priced>();

const priceUnknownKind = (element: Element): Priced => {
  const known = unknownKinds.get(element);
  if (known !== undefined) return known;
  const line: LineItem = {
    elementId: element.id,
    item: 'unknown-kind',
    description: element.kind,
    formula: '',
    quantity: null,
    unit: '',
    unitPrice: null,
    monthlyMicros: null,
    status: 'unpriced',
    reason: `This version does not know the kind "${element.kind}".`,
    source: null,
    date: '',
    region: '',
    origin: null,
    confidence: null,
  };
  const priced = sumUp({ lines: [line], pools: [] });
  unknownKinds.set(element, priced);
  return priced;
};

/** Adds up lines and figures. Elements' results come from caches; adding them up is all that is done anew. */
class Bill {
  readonly lines: LineItem[] = [];
  readonly byElement = new Map<string, MonthlyFigure>();
  readonly tiers = new Map<string, { micros: number; isLowerBound: boolean; isUnpriced: boolean }>();
  readonly shares: PoolShare[] = [];
  readonly unpriced: LineItem[] = [];
  micros = 0;
  isLowerBound = false;

  add(id: string, priced: Priced): void {
    if (priced.lines.length === 0) return;
    for (const line of priced.lines) {
      this.lines.push(line);
      if (line.status === 'unpriced') this.unpriced.push(line);
    }
    for (const share of priced.pools) this.shares.push(share);
    this.byElement.set(id, priced.figure);
    this.micros += priced.micros;
    this.isLowerBound ||= priced.isLowerBound;
  }

  addToTier(service: Service, { figure }: Priced): void {
    if (service.tier === null) return;
    const sum = this.tiers.get(service.tier.id);
    if (sum === undefined) {
      this.tiers.set(service.tier.id, { ...figure });
      return;
    }
    sum.micros += figure.micros;
    sum.isLowerBound ||= figure.isLowerBound;
    sum.isUnpriced &&= figure.isUnpriced;
  }

  settle(hasAllowances: boolean): void {
    for (const line of settlePools(this.shares, hasAllowances)) {
      this.lines.push(line);
      this.micros += line.monthlyMicros ?? 0;
    }
  }
}

const addServices = (bill: Bill, topology: Topology, books: PriceBooks): void => {
  const worldwide = findWorldwideBook(topology, books);
  const edge = chooseEdge(topology);
  const traffic = readViewerTraffic(topology);
  for (const service of topology.services) {
    const isGlobal = service.definition.scope === 'global';
    const code = service.region?.code ?? '';
    const book = isGlobal ? worldwide : code === '' ? undefined : books.find(code);
    const noBook = code === '' && !isGlobal ? NO_REGION : `No prices are known for the Region ${code}.`;
    const trafficGb = traffic.get(service.id) ?? null;
    const priced = priceService(service, { book, noBook, region: isGlobal ? 'global' : code, edge, trafficGb });
    if (priced === undefined) continue;
    bill.add(service.id, priced);
    bill.addToTier(service, priced);
  }
};

const addLinks = (bill: Bill, topology: Topology, books: PriceBooks): EstimateNote[] => {
  const unstated: string[] = [];
  for (const link of topology.links) {
    const { priced, isUnstated } = priceLink(link, books);
    if (isUnstated) unstated.push(link.id);
    if (priced !== undefined) bill.add(link.id, priced);
  }
  if (unstated.length === 0) return [];
  const [subject, verb] = unstated.length === 1 ? ['connection', 'costs'] : ['connections', 'cost'];
  const message = `The traffic of ${unstated.length} ${subject} that ${verb} money is not stated.`;
  return [{ code: 'traffic-not-stated', message, subjects: unstated }];
};

/**
 * Prices a resolved design with the books at hand. Pure; elements that did not change since the last call are taken
 * from caches by identity. Never throws: what cannot be priced becomes a line that says why.
 */
export const estimate = (topology: Topology, books: PriceBooks, options: EstimateOptions = {}): Estimate => {
  const bill = new Bill();
  addServices(bill, topology, books);
  for (const element of topology.unknown) bill.add(element.id, priceUnknownKind(element));
  const notes = addLinks(bill, topology, books);
  bill.settle(options.freeAllowances ?? true);
  const isLowerBound = bill.isLowerBound || notes.length > 0;
  const isUnpriced = bill.lines.length > 0 && bill.unpriced.length === bill.lines.length;
  return {
    lines: bill.lines,
    byElement: bill.byElement,
    byTier: bill.tiers,
    total: { micros: bill.micros, isLowerBound, isUnpriced },
    isLowerBound,
    unpriced: bill.unpriced,
    notes,
  };
};
