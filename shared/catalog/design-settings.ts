import { z } from 'zod';
import { choice, settingsReader, text, usage } from './fields';
import { designHours, PURCHASES } from './purchase';
import { scenarioChoice, scenarioList } from './usage-scenarios';

/** Settings of the design as a whole. */
export const designSettings = settingsReader(
  z.object({
    environment: choice(
      { production: 'Production', development: 'Development' },
      {
        label: 'Environment',
        help: 'Rules on availability weigh less in development.',
        default: 'production',
        section: 'Basics',
      },
    ),
    purchase: choice(PURCHASES, {
      label: 'Capacity is bought',
      help: 'Holds for instances, databases and caches that say nothing else. Spot is taken only where the work survives an interruption.',
      default: 'on-demand',
      section: 'Basics',
    }),
    hoursPerMonth: designHours(),
    /** Usage scenarios of the design's own, and the one the bill is for; see `usage-scenarios.ts`. */
    scenarios: scenarioList(),
    scenario: scenarioChoice(),
    monthlyBudget: usage({ label: 'Budget', unit: 'USD a month', section: 'Basics' }),
    currency: text({
      label: 'Also show amounts in',
      help: 'Code of a currency, such as EUR. Prices stay in US dollars.',
      placeholder: 'USD only',
      default: '',
      maxLength: 3,
      pattern: /^([A-Z]{3})?$/,
      section: 'Basics',
    }),
    currencyPerUsd: usage({
      label: 'One US dollar is',
      help: 'In that currency, at the rate you reckon with.',
      placeholder: 'Rate not stated',
      max: 1e6,
      section: 'Basics',
    }),
  }),
);
