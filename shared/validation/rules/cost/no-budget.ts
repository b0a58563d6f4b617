import { designSettings } from '../../../catalog/design-settings';
import { isProductive } from '../../../catalog/profiles';
import { type Amounts, showUsd } from '../../amounts';
import type { Fix, Rule, Violation } from '../../rule';

/** A drawing of a few boxes is a sketch; nobody budgets for it yet. */
const FEWEST_SERVICES = 5;

const FIXES: readonly Fix[] = [
  { id: 'pay-less', title: 'Buy less, or buy it cheaper: see “Ways to pay less” in the Cost drawer', kind: 'manual' },
  { id: 'raise', title: 'Raise the budget in the settings of the design', kind: 'manual' },
];

const reportExcess = (region: string, budget: number, { monthlyUsd, isLowerBound }: Amounts): Violation => {
  const more = budget === 0 ? '' : `, ${Math.max(1, Math.round((monthlyUsd / budget - 1) * 100))} % more`;
  const bill = `${isLowerBound ? 'at least ' : ''}${showUsd(monthlyUsd)}`;
  return {
    elements: [region],
    message: `The bill comes to ${bill} a month; the budget is ${showUsd(budget)}${more}. Lower the bill, or raise the budget.`,
    fixes: FIXES,
  };
};

export const noBudget: Rule = {
  id: 'COST-01',
  group: 'cost',
  severity: 'error',
  title: 'Over budget, or no budget and no billing alarm',
  why: 'A bill is noticed at the end of the month. A figure stated beforehand is what every change can be held against.',
  trigger: 'The bill is over the stated budget; or (info) a production design of five services or more states none.',
  guide: ['2.8.1', '2.8.2'],
  references: ['AWS Well-Architected COST03-BP05'],
  check: (topology, { amounts }) => {
    const { environment, monthlyBudget } = designSettings.read(topology.design.header.settings);
    const [region] = topology.regions;
    if (region && monthlyBudget !== null && amounts !== null && amounts.monthlyUsd > monthlyBudget)
      return [reportExcess(region.id, monthlyBudget, amounts)];
    if (monthlyBudget !== null || !isProductive(environment) || !region) return [];
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
