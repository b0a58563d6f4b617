import type { Purchase } from '../catalog/purchase';
import type { Element } from '../model/design';
import { describeRoutes } from '../topology/nat-path';
import type { Topology } from '../topology/topology';
import { type Arrivals, NO_ARRIVALS, readArrivals } from './arrivals';
import { type Basis, readBasis } from './basis';
import { addUp, type BillParts, type Estimate } from './bill';
import type { LineItem } from './line-item';
import type { PriceBook, PriceBooks } from './price-book';
import { type LinkEntry, priceLink } from './price-link';
import { type Priced, priceService, type ServiceEntry, type Surroundings, sumUp } from './price-service';
import type { Edge } from './sheet';

export type { Estimate, EstimateNote } from './bill';

export interface EstimateOptions {
  /** Count what AWS gives every account free each month (100 GB out to the internet, …). Default true. */
  readonly freeAllowances?: boolean;
  /** Id of a usage scenario. Default: the one chosen in the design's settings; an unknown id means the expected one. */
  readonly scenario?: string;
  /** How capacity is bought where an element says nothing else. Default: as the design's settings say. */
  readonly purchase?: Purchase;
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

const priceUnknownKind = (element: Element): { readonly id: string; readonly priced: Priced } => {
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
  return { id: element.id, priced: sumUp({ lines: [line], pools: [] }) };
};

interface Walk<T> {
  /** The entry of an id; ids must be asked for in order. */
  find(id: string): T | undefined;
  /** To be called last: the entries nobody asked for have then all been skipped. */
  finish(): void;
}

/** Walks a list in the order of ids beside another; `skip` hears of the entries that the other does not have. */
const walkById = <T extends { readonly id: string }>(entries: readonly T[], skip: (entry: T) => void): Walk<T> => {
  let at = 0;
  return {
    find: (id) => {
      for (let entry = entries[at]; entry !== undefined; entry = entries[at]) {
        // Equality first: the same id is mostly the same string object, which spares comparing letters.
        if (entry.id === id) {
          at += 1;
          return entry;
        }
        if (entry.id > id) return undefined;
        at += 1;
        skip(entry);
      }
      return undefined;
    },
    finish: () => entries.slice(at).forEach(skip),
  };
};

/** Surroundings are few and come in runs: those found last are mostly the ones asked for next. */
const rememberSurroundings = (topology: Topology, books: PriceBooks, frame: Basis) => {
  const worldwide = findWorldwideBook(topology, books);
  const edge = chooseEdge(topology);
  const { purchase, hours, scenario } = frame;
  const common = { edge, purchase, hours, scenario };
  let last: Surroundings = { ...common, book: worldwide, region: 'global', arrivals: NO_ARRIVALS };
  return (region: string, arrivals: Arrivals): Surroundings => {
    if (last.region !== region || last.arrivals !== arrivals) {
      const book = region === 'global' ? worldwide : region === '' ? undefined : books.find(region);
      last = { ...common, book, region, arrivals };
    }
    return last;
  };
};

const priceServices = (
  topology: Topology,
  books: PriceBooks,
  frame: Basis,
  before: readonly ServiceEntry[],
  changed: Set<string>,
): ServiceEntry[] => {
  const surroundingsOf = rememberSurroundings(topology, books, frame);
  const arrivals = readArrivals(topology, frame.scenario);
  const walk = walkById(before, ({ id }) => changed.add(id));
  const entries = topology.services.map((service) => {
    const { id } = service;
    const isGlobal = service.definition.scope === 'global';
    const region = isGlobal ? 'global' : service.region === null ? '' : service.region.code;
    const arriving = arrivals.size === 0 ? NO_ARRIVALS : (arrivals.get(id) ?? NO_ARRIVALS);
    const known = walk.find(id);
    const entry = priceService(service, surroundingsOf(region, arriving), known);
    if (entry !== known) changed.add(id);
    return entry;
  });
  walk.finish();
  return entries;
};

/** What was priced last with these books: an edit changes little of it. Results never differ from pricing afresh. */
const lastParts = new WeakMap<PriceBooks, BillParts & { readonly routes: string }>();

const NO_PARTS = { services: [], strangers: [], links: [], routes: '' };

/**
 * Prices a resolved design with the books at hand. Elements and connections that did not change since the last call
 * keep their lines, by identity. Never throws: what cannot be priced becomes a line that says why.
 */
export const estimate = (topology: Topology, books: PriceBooks, options: EstimateOptions = {}): Estimate => {
  const before = lastParts.get(books) ?? NO_PARTS;
  const changed = new Set<string>();
  const frame = readBasis(topology.design, options);
  const services = priceServices(topology, books, frame, before.services, changed);
  const routes = describeRoutes(topology);
  const haveRoutesChanged = routes !== before.routes;
  const walk = walkById<LinkEntry>(before.links, () => undefined);
  const links = topology.links.map((link) =>
    priceLink(link, books, frame.scenario, walk.find(link.id), changed, haveRoutesChanged),
  );
  const parts = { services, strangers: topology.unknown.map(priceUnknownKind), links, routes };
  lastParts.set(books, parts);
  return addUp(parts, options.freeAllowances ?? true);
};
