import { z } from 'zod';
import { choice, settingsReader, text, usage } from './fields';
import { PROFILES } from './profiles';
import { designHours, PURCHASES } from './purchase';
import { scenarioChoice, scenarioList } from './usage-scenarios';

/** Settings of the design as a whole. */
export const designSettings = settingsReader(
  z.object({
    /** The profile of the rules. */
    environment: choice(PROFILES, {
      label: 'Profile',
      help: 'Development: availability, state, scaling, operations and cost weigh one step less. Regulated: gaps in encryption and access are errors, and some cannot be accepted. Learning: as development, with every reason spelled out.',
      default: 'production',
      section: 'Basics',
    }),
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
    currency: text({
      label: 'Also show amounts in',
      help: 'Code of a currency, such as EUR. Prices stay in US dollars.',
      placeholder: 'USD only',
      default: '',
      maxLength: 3,
      pattern: /^([A-Z]{3})?$/,
      form: 'three capital letters such as EUR, or nothing',
      section: 'Basics',
    }),
    currencyPerUsd: usage({
      label: 'One US dollar is',
      help: 'In that currency, at the rate you reckon with.',
      placeholder: 'Rate not stated',
      max: 1e6,
      section: 'Basics',
    }),
    accountBaseline: choice(
      { unknown: 'Not stated', confirmed: 'In order', open: 'Not in order yet' },
      {
        label: 'Account',
        help: 'In order: the root user has MFA and no access keys, people sign in through one directory, and who leaves loses access the same day.',
        default: 'unknown',
        section: 'Protection',
      },
    ),
    monthlyBudget: usage({ label: 'Budget', unit: 'USD a month', section: 'Targets' }),
    alertEmail: text({
      label: 'Budget alerts go to',
      help: 'E-mail address. With a budget, exports make an AWS Budget and billing alarms that write to it.',
      placeholder: 'name@example.com',
      default: '',
      maxLength: 254,
      pattern: /^([^@\s]+@[^@\s]+\.[^@\s]+)?$/,
      form: 'an e-mail address such as name@example.com, or nothing',
      section: 'Targets',
    }),
    targetAvailability: usage({
      label: 'Availability',
      help: 'What the design must reach, as an estimate, for the users that fare worst. 99.95 % are 22 minutes a month.',
      unit: '%',
      max: 100,
      section: 'Targets',
    }),
    targetRecoveryMinutes: usage({
      label: 'Recovery time (RTO)',
      help: 'Most minutes until everything serves again when one Availability Zone fails.',
      unit: 'minutes',
      section: 'Targets',
    }),
    targetDataLossMinutes: usage({
      label: 'Data loss (RPO)',
      help: 'Most minutes of data that may be lost when one Availability Zone fails. 0: none.',
      unit: 'minutes',
      section: 'Targets',
    }),
  }),
);
