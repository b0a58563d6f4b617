import { choice, integer, usage } from './fields';

const RESERVED = {
  'reserved-1y-no': 'Reserved 1 year, nothing upfront',
  'reserved-1y-partial': 'Reserved 1 year, partly upfront',
  'reserved-1y-all': 'Reserved 1 year, all upfront',
  'reserved-3y-no': 'Reserved 3 years, nothing upfront',
  'reserved-3y-partial': 'Reserved 3 years, partly upfront',
  'reserved-3y-all': 'Reserved 3 years, all upfront',
} as const;

/** Ways to buy capacity, as AWS sells it. */
export const PURCHASES = { 'on-demand': 'On-Demand', ...RESERVED, spot: 'Spot' } as const;
export type Purchase = keyof typeof PURCHASES;

export const isPurchase = (text: string): text is Purchase => Object.hasOwn(PURCHASES, text);

const HELP = 'What the estimate takes for the way this capacity is bought.';

/** How instances of EC2 are bought. */
export const instancePurchase = () =>
  choice(
    { design: 'As the design', ...PURCHASES },
    { label: 'Bought', help: HELP, default: 'design', section: 'Capacity' },
  );

/** How nodes of a database or cache are bought: there is no Spot. */
export const nodePurchase = () =>
  choice(
    { design: 'As the design', 'on-demand': 'On-Demand', ...RESERVED },
    { label: 'Bought', help: HELP, default: 'design', section: 'Capacity' },
  );

const ALWAYS = 730;
const HOURS_HELP = '730 is always, 220 ten hours on working days. Reserved capacity is paid for every hour.';

/** Hours of the month an element is switched on; null: as the design says. */
export const hoursPerMonth = () =>
  usage({
    label: 'Switched on',
    unit: 'hours a month',
    help: HOURS_HELP,
    placeholder: 'As the design',
    max: ALWAYS,
    section: 'Capacity',
  });

/** Hours of the month capacity is switched on where an element says nothing else: what sleeps at night has fewer. */
export const designHours = () =>
  integer({
    label: 'Capacity is on',
    unit: 'hours a month',
    help: HOURS_HELP,
    min: 0,
    max: ALWAYS,
    default: ALWAYS,
    section: 'Basics',
  });
