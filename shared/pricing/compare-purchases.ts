import { isPurchase, PURCHASES, type Purchase } from '../catalog/purchase';
import { EXPECTED } from '../catalog/usage-scenarios';
import type { Service } from '../topology/topology';
import { NO_ARRIVALS } from './arrivals';
import { findBreakEven } from './break-even';
import { reservationOf } from './capacity-charges';
import { HOURS } from './charge';
import type { Micros } from './money';
import type { PriceBooks } from './price-book';
import { type Priced, priceService, type Surroundings } from './price-service';

/** What an element costs when it is bought in a certain way. */
export interface PurchaseOffer {
  readonly purchase: Purchase;
  /** False where a price is missing: the other figures are then not to be shown. */
  readonly isPriced: boolean;
  /** Each month, and once at the start. */
  readonly monthly: Micros;
  readonly upfront: Micros;
  /** A month with its share of what is paid upfront. */
  readonly effective: Micros;
  /** Month after which less has been paid than On-Demand; null where that never happens within the term, or nothing is saved. */
  readonly breakEvenMonth: number | null;
}

const CAPACITY_ITEMS: ReadonlySet<string> = new Set(['instance-hours', 'node-hours', 'reservation-upfront']);

const hasAllPrices = ({ lines }: Priced): boolean =>
  lines.every(({ item, status }) => !CAPACITY_ITEMS.has(item) || status === 'priced');

/** Whether the kind of a service lets its purchase be chosen. */
export const isPurchasable = ({ definition }: Service): boolean => Object.hasOwn(definition.schema.shape, 'purchase');

/** Ways in which a service can be bought; Spot for EC2 only. */
const purchasesOf = ({ kind }: Service): readonly Purchase[] => {
  const all: Purchase[] = Object.keys(PURCHASES).filter(isPurchase);
  return kind === 'ec2-instance' || kind === 'auto-scaling-group' ? all : all.filter((purchase) => purchase !== 'spot');
};

/**
 * The whole price of an element for each way to buy it, On-Demand first; `hours` is how long the design says capacity is on.
 * Empty for what has no capacity to buy. */
export const comparePurchases = (
  service: Service,
  books: PriceBooks,
  hours: number = HOURS,
): readonly PurchaseOffer[] => {
  if (!isPurchasable(service)) return [];
  const region = service.region?.code ?? '';
  const around: Surroundings = {
    book: books.find(region),
    region,
    edge: 'United States',
    arrivals: NO_ARRIVALS,
    purchase: 'on-demand',
    hours,
    scenario: EXPECTED,
  };
  const priceAs = (purchase: Purchase): Priced => {
    const { element } = service;
    const bought = { ...element, settings: { ...element.settings, purchase } };
    return priceService({ ...service, element: bought }, around, undefined).priced;
  };
  const onDemand = priceAs('on-demand');
  return purchasesOf(service).map((purchase) => {
    const priced = purchase === 'on-demand' ? onDemand : priceAs(purchase);
    const { micros: monthly, upfront } = priced;
    const months = reservationOf(purchase)?.months ?? 1;
    return {
      purchase,
      isPriced: hasAllPrices(priced),
      monthly,
      upfront,
      effective: monthly + Math.round(upfront / months),
      breakEvenMonth: purchase === 'on-demand' ? null : findBreakEven(onDemand.micros, monthly, upfront, months),
    };
  });
};
