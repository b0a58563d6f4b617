import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { messagesTo } from '../../cloudformation/messaging';
import { metricOf } from '../../cloudformation/metrics';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import type { CdkContext } from '../cdk-context';
import { addTags, given, reachService } from '../cdk-context';
import type { Code, Value } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import { camelOf, pascalOf } from '../names';

/** Name of the constant that holds the target group of a load balancer's first connection, in the stack. */
export const watchedGroup = (balancer: Service): string => `${camelOf(balancer.id)}Targets`;

/** An alarm watches the targets of this load balancer. */
export const isWatched = (balancer: Service, context: CdkContext): boolean =>
  context.topology.incoming(balancer.id).some(({ kind, from }) => kind === 'monitors' && context.stack.has(from.id));

function targetGroup(balancer: Service, context: CdkContext): Code {
  const [alarm] = context.stack.services.filter(({ kind }) => kind === 'cloudwatch-alarm');
  const name = watchedGroup(balancer);
  if (!alarm) return ident(name);
  const type =
    balancer.kind === 'application-load-balancer' ? ts`elbv2.ApplicationTargetGroup` : ts`elbv2.NetworkTargetGroup`;
  return context.moduleOf(alarm).prop(name, { type, doc: 'Targets to watch.', supply: ident(name) });
}

/** The attributes that identify each kind of service to CloudWatch. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  LoadBalancer: 'loadBalancerFullName',
  InstanceId: 'instanceId',
  AutoScalingGroupName: 'autoScalingGroupName',
  ApiId: 'apiId',
  FunctionName: 'functionName',
  DBInstanceIdentifier: 'instanceIdentifier',
  DBClusterIdentifier: 'clusterIdentifier',
  TableName: 'tableName',
  QueueName: 'queueName',
  StreamName: 'streamName',
  ServiceName: 'serviceName',
  NatGatewayId: 'ref',
};

function dimensionValue(name: string, watched: Service, alarm: Service, context: CdkContext): Code {
  if (name === 'TargetGroup') return ts`${targetGroup(watched, context)}.targetGroupFullName`;
  const reached = reachService(context.moduleOf(alarm), watched, context);
  if (name === 'ClusterName') return ts`${reached}.cluster.clusterName`;
  if (name !== 'CacheClusterId') return ts`${reached}.${ident(ATTRIBUTES[name] ?? 'ref')}`;
  // The first node of a group is called after the group, with -001.
  if (watched.kind === 'elasticache-redis') return call(ts`cdk.Fn.join`, '-', list([ts`${reached}.ref`, '001']));
  return ts`${reached}.ref`;
}

function writeAlarm(alarm: Service, watched: Service, context: CdkContext): void {
  const settings = kinds['cloudwatch-alarm'].read(alarm.element.settings);
  const { topology, stack } = context;
  const metric = metricOf(watched, settings.metric, { topology, stack, id: (id) => id });
  if (!metric) return;
  const home = context.moduleOf(alarm);
  const names = metric.dimensions.flatMap(({ Name }) => (typeof Name === 'string' ? [Name] : []));
  const name = ident(`${camelOf(alarm.id)}On${stemOf(watched.id)}`);
  const source = object({
    namespace: metric.namespace,
    metricName: metric.name,
    statistic: metric.statistic,
    period: call(ts`cdk.Duration.seconds`, periodOf(alarm, settings.periodSeconds, context)),
    dimensionsMap: object(Object.fromEntries(names.map((key) => [key, dimensionValue(key, watched, alarm, context)]))),
  });
  const operator = metric.isFloor ? 'LESS_THAN_THRESHOLD' : 'GREATER_THAN_THRESHOLD';
  const created = construct(ts`cloudwatch.Alarm`, `${pascalOf(alarm.id)}On${stemOf(watched.id)}`, {
    alarmDescription: toDescription(`${alarm.name}: ${watched.name}`, 'Alarm'),
    metric: call(ts`new cloudwatch.Metric`, source),
    threshold: given(alarm, 'threshold', settings.threshold, context),
    evaluationPeriods: given(alarm, 'periods', settings.periods, context),
    comparisonOperator: ts`cloudwatch.ComparisonOperator.${ident(operator)}`,
    treatMissingData: ts`cloudwatch.TreatMissingData.NOT_BREACHING`,
  });
  home.add(ts`const ${name} = ${created}`);
  addTags(home, name, alarm, context);
  for (const { to } of messagesTo(context, alarm, 'sns-topic'))
    home.add(call(ts`${name}.addAlarmAction`, call(ts`new actions.SnsAction`, reachService(home, to, context))));
}

/** A choice among figures: a text for whoever deploys. */
function periodOf(alarm: Service, seconds: string, context: CdkContext): Value {
  const value = given(alarm, 'periodSeconds', seconds, context);
  return typeof value === 'string' ? Number(value) : call(ts`Number`, value);
}

export function cloudwatchAlarm(service: Service, context: CdkContext): void {
  for (const { kind, to } of context.topology.outgoing(service.id))
    if (kind === 'monitors' && context.stack.has(to.id)) writeAlarm(service, to, context);
}
