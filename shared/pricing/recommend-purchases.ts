import { designSettings } from '../catalog/design-settings';
import { isProductive } from '../catalog/profiles';
import { isPurchase, PURCHASES, type Purchase } from '../catalog/purchase';
import { judgeSpot } from '../topology/spot';
import type { Service, Topology } from '../topology/topology';
import { HOURS } from './charge';
import { comparePurchases, isPurchasable, type PurchaseOffer } from './compare-purchases';
import { formatUsd, type Micros } from './money';
import type { PriceBooks } from './price-book';

/** Another way to buy an element that costs less, with the reason. */
export interface PurchaseAdvice {
  readonly elementId: string;
  readonly current: Purchase;
  readonly suggested: Purchase;
  /** A month, with its share of what is paid upfront. */
  readonly monthlySaving: Micros;
  readonly upfront: Micros;
  readonly breakEvenMonth: number | null;
  readonly why: string;
}

/** Less is not worth a commitment. */
const WORTHWHILE = 0.05;

const currentPurchase = ({ element }: Service, ofDesign: Purchase): Purchase => {
  const own = element.settings.purchase;
  return typeof own === 'string' && isPurchase(own) ? own : ofDesign;
};

const cheapest = (offers: readonly PurchaseOffer[]): PurchaseOffer | undefined =>
  offers.reduce<PurchaseOffer | undefined>(
    (best, offer) => (best === undefined || offer.effective < best.effective ? offer : best),
    undefined,
  );

const percent = (part: number): string => `${Math.round(part * 100)} %`;

const explainReservation = (
  offer: PurchaseOffer,
  saved: number,
  longer: PurchaseOffer | undefined,
  base: Micros,
): string => {
  const start = offer.upfront === 0 ? 'from the first month' : `once ${offer.breakEvenMonth ?? '?'} months have passed`;
  const more =
    longer !== undefined && longer.effective < offer.effective
      ? ` Three years would save ${percent((base - longer.effective) / base)}, but bind as long.`
      : '';
  return `${PURCHASES[offer.purchase]} saves ${percent(saved)}, ${start}.${more}`;
};

const adviseSpot = (service: Service, spot: PurchaseOffer | undefined): string | undefined => {
  if (spot === undefined || service.role !== 'worker') return undefined;
  const { survives, reason } = judgeSpot(service);
  return survives ? `${reason} Spot prices move; the figure is a typical one.` : undefined;
};

type OfDesign = Pick<ReturnType<typeof designSettings.read>, 'purchase' | 'hoursPerMonth' | 'environment'>;

const adviseOn = (
  service: Service,
  books: PriceBooks,
  { purchase: ofDesign, hoursPerMonth, environment }: OfDesign,
): PurchaseAdvice | undefined => {
  const offers = comparePurchases(service, books, hoursPerMonth).filter(({ isPriced }) => isPriced);
  const current = currentPurchase(service, ofDesign);
  const now = offers.find(({ purchase }) => purchase === current);
  if (now === undefined || now.effective === 0) return undefined;
  const advise = (offer: PurchaseOffer, why: string): PurchaseAdvice => ({
    elementId: service.id,
    current,
    suggested: offer.purchase,
    monthlySaving: now.effective - offer.effective,
    upfront: offer.upfront,
    breakEvenMonth: offer.breakEvenMonth,
    why,
  });
  const onDemand = offers.find(({ purchase }) => purchase === 'on-demand');
  if (onDemand !== undefined && current !== 'spot' && onDemand.effective < now.effective * (1 - WORTHWHILE)) {
    const hours = service.element.settings.hoursPerMonth ?? hoursPerMonth;
    return advise(
      onDemand,
      `It is switched on for ${String(hours)} of ${HOURS} hours; a reservation is paid for all of them.`,
    );
  }
  const spot = offers.find(({ purchase }) => purchase === 'spot');
  const whySpot = adviseSpot(service, spot);
  if (spot !== undefined && whySpot !== undefined && spot.effective < now.effective * (1 - WORTHWHILE))
    return advise(spot, whySpot);
  if (!isProductive(environment) || current !== 'on-demand') return undefined;
  const oneYear = cheapest(offers.filter(({ purchase, upfront }) => purchase.includes('-1y-') && upfront === 0));
  if (oneYear === undefined || oneYear.effective > now.effective * (1 - WORTHWHILE)) return undefined;
  const longer = cheapest(offers.filter(({ purchase }) => purchase.includes('-3y-')));
  const saved = (now.effective - oneYear.effective) / now.effective;
  return advise(oneYear, explainReservation(oneYear, saved, longer, now.effective));
};

/**
 * Ways to pay less for the same capacity: Spot for workers that survive an interruption, a one-year reservation with nothing
 * upfront for what always runs in production, On-Demand for reservations that are switched off most of the time. Greatest
 * saving first.
 */
export const recommendPurchases = (topology: Topology, books: PriceBooks): readonly PurchaseAdvice[] => {
  const ofDesign = designSettings.read(topology.design.header.settings);
  return topology.services
    .filter(isPurchasable)
    .map((service) => adviseOn(service, books, ofDesign))
    .filter((advice) => advice !== undefined)
    .sort((a, b) => b.monthlySaving - a.monthlySaving);
};

/** The advice in a sentence for people: what it saves and why. */
export const describeAdvice = ({ suggested, monthlySaving, why }: PurchaseAdvice): string =>
  `Buy it as ${PURCHASES[suggested]}: ${formatUsd(monthlySaving)} less a month. ${why}`;
