import { isServiceKind } from '../catalog/catalog';
import type { Purchase } from '../catalog/purchase';
import type { UsageScenario } from '../catalog/usage-scenarios';
import type { Element } from '../model/design';
import { judgeSpot } from '../topology/spot';
import type { Service, Subnet } from '../topology/topology';
import { type Arrivals, areSameArrivals } from './arrivals';
import { type PricedCharges, priceCharges } from './charge';
import type { Micros, MonthlyFigure } from './money';
import type { PriceBook } from './price-book';
import type { Edge, SheetPlace } from './sheet';
import { sheets } from './sheets';
import { scaleUsage } from './usage';

/** Lines of one element or connection and what they come to. */
export interface Priced extends PricedCharges {
  readonly micros: Micros;
  /** What is paid once. */
  readonly upfront: Micros;
  /** Some line lacks quantity or price. */
  readonly isLowerBound: boolean;
  readonly hasLines: boolean;
  /** Some line is not without a price. */
  readonly hasPrices: boolean;
  readonly hasPools: boolean;
  readonly figure: MonthlyFigure;
}

/** Sums priced lines. */
export const sumUp = ({ lines, pools }: PricedCharges): Priced => {
  let micros = 0;
  let upfront = 0;
  let missing = 0;
  let unpriced = 0;
  for (const { monthlyMicros, upfrontMicros, status } of lines) {
    if (upfrontMicros !== undefined) upfront += upfrontMicros;
    if (monthlyMicros === null) missing += 1;
    else micros += monthlyMicros;
    if (status === 'unpriced') unpriced += 1;
  }
  const isLowerBound = missing > 0;
  const hasPrices = unpriced < lines.length;
  return {
    lines,
    pools,
    micros,
    upfront,
    isLowerBound,
    hasLines: lines.length > 0,
    hasPrices,
    hasPools: pools.length > 0,
    figure: { micros, isLowerBound, isUnpriced: unpriced > 0 && !hasPrices },
  };
};

/** What a service needs to know of the design around it. */
export interface Surroundings {
  readonly book: PriceBook | undefined;
  /** Region code, `global`, or empty where it lies in no Region. */
  readonly region: string;
  readonly edge: Edge;
  readonly arrivals: Arrivals;
  /** How capacity is bought where an element says nothing else. */
  readonly purchase: Purchase;
  /** Of the month that capacity is switched on, where an element says nothing else. */
  readonly hours: number;
  readonly scenario: UsageScenario;
}

/** Why there is no book for a Region. */
export const explainNoBook = (region: string): string =>
  region === ''
    ? 'It lies in no Region, so no price applies. Put it into a Region.'
    : region === 'global'
      ? 'No price book is loaded.'
      : `No prices are known for the Region ${region}.`;

/** Where a member runs, as far as the bill goes. */
interface MemberPlace {
  readonly zone: string;
  readonly role: string;
  readonly count: number;
  readonly isPublic: boolean;
}

/** The result for one service with all that it followed from. Holds no part of a topology, so that none is kept alive. */
export interface ServiceEntry {
  readonly id: string;
  readonly element: Element;
  readonly book: PriceBook | undefined;
  readonly region: string;
  readonly edge: Edge;
  readonly arrivals: Arrivals;
  readonly purchase: Purchase;
  /** Of the month that capacity is switched on, where an element says nothing else. */
  readonly hours: number;
  readonly scenario: UsageScenario;
  readonly members: readonly MemberPlace[];
  readonly tier: string | null;
  /** Why Spot, which the element asks for itself, is a risk; empty where it is none. */
  readonly spotRisk: string;
  readonly priced: Priced;
}

const isPublicSubnet = (subnet: Subnet): boolean => subnet.class === 'public';

const haveMoved = (before: readonly MemberPlace[], members: Service['members']): boolean => {
  if (before.length !== members.length) return true;
  for (let index = 0; index < members.length; index += 1) {
    const old = before[index];
    const now = members[index];
    if (old === undefined || now === undefined) return true;
    if (old.zone !== now.zone.id || old.role !== now.role || old.count !== now.count) return true;
    if (old.isPublic !== isPublicSubnet(now.subnet)) return true;
  }
  return false;
};

/** Prices one service by the sheet of its kind; hands back `known` when nothing that matters to the bill changed. */
export const priceService = (service: Service, around: Surroundings, known: ServiceEntry | undefined): ServiceEntry => {
  const { element, members } = service;
  const { book, region, edge, arrivals, purchase, hours, scenario } = around;
  const tier = service.tier === null ? null : service.tier.id;
  // Copies need no look of their own: they follow from the settings and the place of the members.
  if (
    known !== undefined &&
    known.element === element &&
    known.book === book &&
    known.region === region &&
    known.edge === edge &&
    areSameArrivals(known.arrivals, arrivals) &&
    known.hours === hours &&
    known.purchase === purchase &&
    known.scenario === scenario &&
    known.tier === tier &&
    !haveMoved(known.members, members)
  ) {
    return known;
  }
  const { id, kind, traits, zones } = service;
  const places = members.map(({ zone, role, count, subnet }) => ({
    zone: zone.id,
    role,
    count,
    isPublic: isPublicSubnet(subnet),
  }));
  const place: SheetPlace = {
    copies: traits.copies,
    zones: Math.max(1, zones.length),
    isPublic: places.some(({ isPublic }) => isPublic),
    arrivals,
    edge,
    hours,
    purchase: purchase === 'spot' && !judgeSpot(service).survives ? 'on-demand' : purchase,
  };
  const settings = scaleUsage(service.definition, id, element.settings, scenario);
  const charges = isServiceKind(kind) ? sheets[kind].charges(settings, place) : [];
  const priced = sumUp(priceCharges({ elementId: id, region, book, noBook: explainNoBook(region) }, charges));
  const verdict = element.settings.purchase === 'spot' ? judgeSpot(service) : undefined;
  const spotRisk = verdict === undefined || verdict.survives ? '' : verdict.reason;
  return {
    id,
    element,
    book,
    region,
    edge,
    arrivals,
    purchase,
    hours,
    scenario,
    members: places,
    tier,
    spotRisk,
    priced,
  };
};
