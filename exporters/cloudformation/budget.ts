import type { JsonObject } from '../../shared/util/json';
import { type BudgetPlan, noteBudget } from '../plan/budget';
import type { EmitContext } from './emit-context';
import { ref } from './intrinsics';
import { allowService, policyDocument } from './permissions';

/** An address as Amazon SNS and AWS Budgets take it, roughly. */
export const EMAIL_PATTERN = '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$';
const SIX_HOURS = 21_600;

const notification = (type: 'ACTUAL' | 'FORECASTED', percent: number, email: JsonObject): JsonObject => ({
  Notification: {
    NotificationType: type,
    ComparisonOperator: 'GREATER_THAN',
    Threshold: percent,
    ThresholdType: 'PERCENTAGE',
  },
  Subscribers: [{ SubscriptionType: 'EMAIL', Address: email }],
});

/** Dollars at a percentage of the budget, to the cent. */
export const dollarsAt = (usd: number, percent: number): number => Math.round(usd * percent) / 100;

/** Billing metrics come a few times a day, so that a shorter period would find none. */
function emitAlarms({ usd, steps }: BudgetPlan, email: JsonObject, context: EmitContext): void {
  const topic = ref(context.designId('BillingTopic'));
  context.addToDesign('BillingTopic', {
    Type: 'AWS::SNS::Topic',
    Properties: { Tags: context.tags('Billing alarms') },
  });
  context.addToDesign('BillingSubscription', {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: topic, Protocol: 'email', Endpoint: email },
  });
  context.addToDesign('BillingTopicPolicy', {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: {
      Topics: [topic],
      PolicyDocument: policyDocument([allowService('cloudwatch.amazonaws.com', ['sns:Publish'], topic)]),
    },
  });
  for (const percent of steps)
    context.addToDesign(`BillingAlarm${percent}`, {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        AlarmDescription: `The account has spent more than ${percent} % of the monthly budget`,
        Namespace: 'AWS/Billing',
        MetricName: 'EstimatedCharges',
        Dimensions: [{ Name: 'Currency', Value: 'USD' }],
        Statistic: 'Maximum',
        Period: SIX_HOURS,
        EvaluationPeriods: 1,
        Threshold: dollarsAt(usd, percent),
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
        AlarmActions: [topic],
        Tags: context.tags(`Billing ${percent} percent`),
      },
    });
}

/** The design's budget as AWS Budgets keeps it, and as alarms where CloudWatch knows the bill. */
export function emitBudget(budget: BudgetPlan, context: EmitContext): void {
  const email = context.parameter('BudgetAlertEmail', {
    Type: 'String',
    Description: 'Address that is told when the month gets dearer than planned',
    Default: budget.email,
    AllowedPattern: EMAIL_PATTERN,
    ConstraintDescription: 'an e-mail address',
  });
  context.addToDesign('MonthlyBudget', {
    Type: 'AWS::Budgets::Budget',
    Properties: {
      Budget: {
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: budget.usd, Unit: 'USD' },
      },
      NotificationsWithSubscribers: [
        ...budget.steps.map((percent) => notification('ACTUAL', percent, email)),
        notification('FORECASTED', 100, email),
      ],
    },
  });
  if (budget.hasAlarms) emitAlarms(budget, email, context);
  noteBudget(budget, context.topology, context.notes);
}
