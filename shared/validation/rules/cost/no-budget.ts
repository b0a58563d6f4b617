import { designSettings } from '../../../catalog/design-settings';
import type { Rule } from '../../rule';

/** A drawing of a few boxes is a sketch; nobody budgets for it yet. */
const FEWEST_SERVICES = 5;

export const noBudget: Rule = {
  id: 'COST-01',
  group: 'cost',
  severity: 'error',
  title: 'Over budget, or no budget and no billing alarm',
  why: 'A bill is noticed at the end of the month. A figure stated beforehand is what every change can be held against.',
  trigger: 'A production design of five services or more states no monthly budget. The bill panel compares the two.',
  guide: ['2.8.1', '2.8.2'],
  references: ['AWS Well-Architected COST03-BP05'],
  check: (topology) => {
    const { environment, monthlyBudget } = designSettings.read(topology.design.header.settings);
    const [region] = topology.regions;
    if (monthlyBudget !== null || environment !== 'production' || !region) return [];
    if (topology.services.length < FEWEST_SERVICES) return [];
    return [
      {
        status: 'unknown',
        severity: 'info',
        elements: [region.id],
        message: 'Nothing says what the design may cost, so no change can be too expensive.',
        question: 'What may the design cost a month?',
        ask: { element: null, setting: 'monthlyBudget' },
      },
    ];
  },
};
