import { designSettings } from '../../shared/catalog/design-settings';
import type { Topology } from '../../shared/topology/topology';
import type { Notes } from './note';
import type { StackPlan } from './placement';

/** What is told to whom when a month gets dear. */
export interface BudgetPlan {
  readonly usd: number;
  readonly email: string;
  /** Percentages of the budget at which somebody is told. */
  readonly steps: readonly number[];
  /** CloudWatch knows what an account spends in this stack's Region. */
  readonly hasAlarms: boolean;
}

/** Half of it, when there is little time left, and all of it. */
const STEPS = [50, 80, 100];

/** The only Region with metrics of the bill: CloudWatch User Guide, "Create a billing alarm to monitor your estimated AWS charges". */
export const BILLING_REGION = 'us-east-1';

/** The stack that the budget goes with: an account has one bill, however many Regions a design has. */
const homeOf = (stacks: readonly Pick<StackPlan, 'region'>[]): Pick<StackPlan, 'region'> | undefined =>
  stacks.find(({ region }) => region === BILLING_REGION) ?? stacks[0];

/** The budget of a design as one of its stacks writes it; null where it states none, tells nobody, or another stack has it. */
export function planBudget(
  topology: Topology,
  stack: Pick<StackPlan, 'region'>,
  stacks: readonly Pick<StackPlan, 'region'>[],
): BudgetPlan | null {
  const { monthlyBudget, alertEmail } = designSettings.read(topology.design.header.settings);
  if (monthlyBudget === null || monthlyBudget === 0 || alertEmail === '' || homeOf(stacks) !== stack) return null;
  return { usd: monthlyBudget, email: alertEmail, steps: STEPS, hasAlarms: stack.region === BILLING_REGION };
}

/** Says what the budget counts, and what an account needs for it. */
export function noteBudget({ hasAlarms }: BudgetPlan, topology: Topology, notes: Notes): void {
  const subjects = topology.regions.slice(0, 1).map(({ id }) => id);
  notes.add(
    'assumed',
    subjects,
    'The budget counts all that the account spends, whatever else runs in it. Whoever is told confirms the address by the mail that AWS sends.',
  );
  if (hasAlarms)
    notes.add(
      'assumed',
      subjects,
      'The billing alarms need “Receive CloudWatch billing alerts” turned on in the billing preferences of the account.',
    );
  else
    notes.add(
      'left-out',
      subjects,
      `There are no billing alarms beside the budget: CloudWatch knows what is spent in ${BILLING_REGION} only.`,
    );
}
