import { isServiceKind } from '../catalog/catalog';
import type { Element } from '../model/design';
import type { Service } from '../topology/topology';
import { type PricedCharges, priceCharges } from './charge';
import type { Micros, MonthlyFigure } from './money';
import type { PriceBook } from './price-book';
import type { Edge, SheetPlace } from './sheet';
import { sheets } from './sheets';

/** Lines of one element or connection and what they come to. */
export interface Priced extends PricedCharges {
  readonly micros: Micros;
  /** Some line lacks quantity or price. */
  readonly isLowerBound: boolean;
  readonly figure: MonthlyFigure;
}

/** Sums priced lines. */
export const sumUp = (priced: PricedCharges): Priced => {
  let micros = 0;
  let missing = 0;
  let unpriced = 0;
  for (const { monthlyMicros, status } of priced.lines) {
    if (monthlyMicros === null) missing += 1;
    else micros += monthlyMicros;
    if (status === 'unpriced') unpriced += 1;
  }
  const isLowerBound = missing > 0;
  const isUnpriced = unpriced > 0 && unpriced === priced.lines.length;
  return { ...priced, micros, isLowerBound, figure: { micros, isLowerBound, isUnpriced } };
};

/** What a service needs to know of the design around it. */
export interface Surroundings {
  readonly book: PriceBook | undefined;
  readonly noBook: string;
  readonly region: string;
  readonly edge: Edge;
  readonly trafficGb: number | null;
}

interface CacheEntry extends Surroundings {
  readonly place: SheetPlace;
  readonly priced: Priced;
}

/** By the identity of the element: an edit makes a new one, all others are priced from here. */
const cache = new WeakMap<Element, CacheEntry>();

const isFresh = (
  entry: CacheEntry,
  service: Service,
  zones: number,
  isPublic: boolean,
  around: Surroundings,
): boolean =>
  entry.book === around.book &&
  entry.region === around.region &&
  entry.trafficGb === around.trafficGb &&
  entry.edge === around.edge &&
  entry.place.zones === zones &&
  entry.place.isPublic === isPublic &&
  entry.place.copies.desired === service.traits.copies.desired;

/** Prices one service by the sheet of its kind. An unchanged element in unchanged surroundings keeps its result. */
export const priceService = (service: Service, around: Surroundings): Priced | undefined => {
  if (!isServiceKind(service.kind)) return undefined;
  const zones = Math.max(1, service.zones.length);
  const isPublic = service.subnets.some((subnet) => subnet.class === 'public');
  const known = cache.get(service.element);
  if (known !== undefined && isFresh(known, service, zones, isPublic, around)) return known.priced;
  const { trafficGb, edge, book, noBook, region } = around;
  const place: SheetPlace = { copies: service.traits.copies, zones, isPublic, trafficGb, edge };
  const charges = sheets[service.kind].charges(service.element.settings, place);
  const priced = sumUp(priceCharges({ elementId: service.id, region, book, noBook }, charges));
  cache.set(service.element, { ...around, place, priced });
  return priced;
};
