import { PURCHASES, type Purchase } from '../catalog/purchase';
import { type Charge, HOURS } from './charge';
import type { PriceKey, ReservedPayment, ReservedTerm } from './price-key';
import { count } from './sheet';

/** Instances or nodes that are paid by the hour, and the prices of each way to buy them. */
export interface Capacity {
  /** Such as `instance-hours`. */
  readonly item: string;
  /** What it is, such as `t3.medium, Linux`. */
  readonly title: string;
  readonly noun: string;
  readonly copies: number;
  /** Hours of the month it is switched on. */
  readonly hours: number;
  readonly purchase: Purchase;
  readonly onDemand: PriceKey;
  readonly reservedHour: (term: ReservedTerm, payment: ReservedPayment) => PriceKey;
  readonly reservedUpfront: (term: ReservedTerm, payment: ReservedPayment) => PriceKey;
  readonly spot?: PriceKey;
}

/** A commitment: for how long, and how much of it is paid at its start. */
export interface Reservation {
  readonly term: ReservedTerm;
  readonly payment: ReservedPayment;
  readonly months: number;
}

const MONTHS: Readonly<Record<ReservedTerm, number>> = { '1y': 12, '3y': 36 };

const reserve = (term: ReservedTerm, payment: ReservedPayment): Reservation => ({
  term,
  payment,
  months: MONTHS[term],
});

const RESERVATIONS: Readonly<Record<Purchase, Reservation | null>> = {
  'on-demand': null,
  'reserved-1y-no': reserve('1y', 'no'),
  'reserved-1y-partial': reserve('1y', 'partial'),
  'reserved-1y-all': reserve('1y', 'all'),
  'reserved-3y-no': reserve('3y', 'no'),
  'reserved-3y-partial': reserve('3y', 'partial'),
  'reserved-3y-all': reserve('3y', 'all'),
  spot: null,
};

/** What a purchase commits to; null where it commits to nothing. */
export const reservationOf = (purchase: Purchase): Reservation | null => RESERVATIONS[purchase];

const YEARS: Readonly<Record<ReservedTerm, string>> = { '1y': '1 year', '3y': '3 years' };

/** Reserved capacity is paid for every hour of the term, switched on or not. */
const chargeReserved = (capacity: Capacity, { term, payment }: Reservation): Charge[] => {
  const { item, title, noun, copies, purchase } = capacity;
  const charges: Charge[] = [];
  if (payment !== 'all') {
    charges.push({
      item,
      description: `${title}, ${PURCHASES[purchase]}`,
      price: capacity.reservedHour(term, payment),
      quantity: copies * HOURS,
      basis: `${count(copies, noun)} × ${HOURS} h`,
    });
  }
  if (payment !== 'no') {
    charges.push({
      item: 'reservation-upfront',
      description: `${title}, paid once for ${YEARS[term]}`,
      price: capacity.reservedUpfront(term, payment),
      quantity: copies,
      basis: count(copies, noun),
      once: true,
    });
  }
  return charges;
};

/** The charges for hours of capacity, by the way it is bought. */
export const chargeCapacity = (capacity: Capacity): Charge[] => {
  const { item, title, noun, copies, hours, purchase, onDemand, spot } = capacity;
  const reservation = reservationOf(purchase);
  if (reservation !== null) return chargeReserved(capacity, reservation);
  const isSpot = purchase === 'spot' && spot !== undefined;
  return [
    {
      item,
      description: isSpot ? `${title}, Spot at its typical price` : `${title}, On-Demand`,
      price: isSpot ? spot : onDemand,
      quantity: copies * hours,
      basis: `${count(copies, noun)} × ${hours} h`,
    },
  ];
};

/** How an element is bought: as it says itself, else as the design does. */
export const resolvePurchase = (own: Purchase | 'design', ofDesign: Purchase): Purchase =>
  own === 'design' ? ofDesign : own;
