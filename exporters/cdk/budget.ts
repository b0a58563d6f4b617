import { dollarsAt } from '../cloudformation/budget';
import type { BudgetPlan } from '../plan/budget';
import type { Tag } from '../plan/tags';
import { nameTag } from './cdk-context';
import type { Code } from './code-writer';
import { call, construct, ident, list, object, ts } from './code-writer';
import type { Module } from './module';

/** Name of the setting that holds the address. */
export const BUDGET_EMAIL = 'budgetAlertEmail';

const notification = (type: 'ACTUAL' | 'FORECASTED', percent: number, email: Code): Code =>
  object({
    notification: object({
      notificationType: type,
      comparisonOperator: 'GREATER_THAN',
      threshold: percent,
      thresholdType: 'PERCENTAGE',
    }),
    subscribers: list([object({ subscriptionType: 'EMAIL', address: email })]),
  });

function writeAlarms({ usd, steps }: BudgetPlan, email: Code, home: Module): void {
  const topic = ident('billingTopic');
  home.add(ts`const ${topic} = ${construct(ts`sns.Topic`, 'BillingTopic', { enforceSSL: true })}`);
  home.add(nameTag(topic, 'Billing alarms'));
  home.add(call(ts`${topic}.addSubscription`, call(ts`new subscriptions.EmailSubscription`, email)));
  for (const percent of steps) {
    const alarm = ident(`billingAlarm${percent}`);
    const metric = object({
      namespace: 'AWS/Billing',
      metricName: 'EstimatedCharges',
      statistic: 'Maximum',
      period: call(ts`cdk.Duration.hours`, 6),
      dimensionsMap: object({ Currency: 'USD' }),
    });
    const created = construct(ts`cloudwatch.Alarm`, `BillingAlarm${percent}`, {
      alarmDescription: `The account has spent more than ${percent} % of the monthly budget`,
      metric: call(ts`new cloudwatch.Metric`, metric),
      threshold: dollarsAt(usd, percent),
      evaluationPeriods: 1,
      comparisonOperator: ts`cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD`,
      treatMissingData: ts`cloudwatch.TreatMissingData.NOT_BREACHING`,
    });
    home.add(ts`const ${alarm} = ${created}`);
    home.add(nameTag(alarm, `Billing ${percent} percent`));
    home.add(call(ts`${alarm}.addAlarmAction`, call(ts`new actions.SnsAction`, topic)));
  }
}

/** The design's budget and its alarms, in a class of their own. */
export function writeBudget(budget: BudgetPlan, tags: readonly Tag[], home: Module, root: Module): void {
  const prop = {
    type: ts`string`,
    doc: 'Address that is told when the month gets dear.',
    supply: ts`props.${ident(BUDGET_EMAIL)}`,
  };
  root.prop(BUDGET_EMAIL, prop);
  const email = home.prop(BUDGET_EMAIL, prop);
  home.add(
    construct(ts`budgets.CfnBudget`, 'MonthlyBudget', {
      budget: object({
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: object({ amount: budget.usd, unit: 'USD' }),
      }),
      notificationsWithSubscribers: list([
        ...budget.steps.map((percent) => notification('ACTUAL', percent, email)),
        notification('FORECASTED', 100, email),
      ]),
      // Tags of the app do not reach it by themselves.
      resourceTags: tags.length > 0 ? list(tags.map(({ key, value }) => object({ key, value }))) : undefined,
    }),
  );
  if (budget.hasAlarms) writeAlarms(budget, email, home);
}
