import { z } from 'zod';
import { choice, settingsReader, usage } from './fields';

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
    monthlyBudget: usage({ label: 'Budget', unit: 'USD a month', section: 'Basics' }),
  }),
);
