import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import type { DesignView, EmitContext } from './emit-context';

import { getAtt, ref, sub } from './intrinsics';
import { targetGroupId, targetsOf } from './targets';

/** What the dimensions of a metric are made from. */
type MetricContext = DesignView & Pick<EmitContext, 'id'>;

export type MetricChoice =
  | 'auto'
  | 'cpu'
  | 'unhealthy-hosts'
  | 'server-errors'
  | 'free-storage'
  | 'queue-age'
  | 'errors';

/** A metric of CloudWatch with the dimensions of one resource. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  readonly dimensions: readonly JsonObject[];
  /** It is bad news when the value falls. */
  readonly isFloor?: boolean;
}

type MetricSource = (service: Service, context: MetricContext) => Partial<Record<MetricChoice, Metric>>;

const dimension = (name: string, value: JsonObject): JsonObject => ({ Name: name, Value: value });

const cpu = (namespace: string, dimensions: readonly JsonObject[]): Metric => ({
  namespace,
  name: 'CPUUtilization',
  statistic: 'Average',
  dimensions,
});

const balancer =
  (namespace: string): MetricSource =>
  (service, context) => {
    const of = dimension('LoadBalancer', getAtt(context.id(service.id), 'LoadBalancerFullName'));
    const [link] = targetsOf(context, service);
    const errors: Metric = { namespace, name: 'HTTPCode_Target_5XX_Count', statistic: 'Sum', dimensions: [of] };
    const group = link && dimension('TargetGroup', getAtt(targetGroupId(context, link), 'TargetGroupFullName'));
    const unhealthy: Metric | undefined = group && {
      namespace,
      name: 'UnHealthyHostCount',
      statistic: 'Maximum',
      dimensions: [group, of],
    };
    return {
      ...(unhealthy ? { auto: unhealthy, 'unhealthy-hosts': unhealthy } : {}),
      ...(namespace === 'AWS/ApplicationELB' ? { 'server-errors': errors } : {}),
    };
  };

const machine: MetricSource = (service, context) => {
  const load = cpu('AWS/EC2', [dimension('InstanceId', ref(context.id(service.id)))]);
  return { auto: load, cpu: load };
};

const database =
  (name: string): MetricSource =>
  (service, context) => {
    const dimensions = [dimension(name, ref(context.id(service.id)))];
    const load = cpu('AWS/RDS', dimensions);
    const storage: Metric = {
      namespace: 'AWS/RDS',
      name: 'FreeStorageSpace',
      statistic: 'Minimum',
      dimensions,
      isFloor: true,
    };
    return { auto: load, cpu: load, ...(name === 'DBInstanceIdentifier' ? { 'free-storage': storage } : {}) };
  };

const SOURCES: Readonly<Record<string, MetricSource>> = {
  'application-load-balancer': balancer('AWS/ApplicationELB'),
  'network-load-balancer': balancer('AWS/NetworkELB'),
  'ec2-instance': machine,
  'bastion-host': machine,
  'auto-scaling-group': (service, context) => {
    const load = cpu('AWS/EC2', [dimension('AutoScalingGroupName', ref(context.id(service.id)))]);
    return { auto: load, cpu: load };
  },
  'ecs-service': (service, context) => {
    const load = cpu('AWS/ECS', [
      dimension('ClusterName', ref(context.id(service.vpc?.id ?? '', 'Cluster'))),
      dimension('ServiceName', getAtt(context.id(service.id), 'Name')),
    ]);
    return { auto: load, cpu: load };
  },
  'api-gateway': (service, context) => {
    const dimensions = [dimension('ApiId', ref(context.id(service.id)))];
    const errors: Metric = { namespace: 'AWS/ApiGateway', name: '5xx', statistic: 'Sum', dimensions };
    return { auto: errors, errors, 'server-errors': errors };
  },
  'lambda-function': (service, context) => {
    const dimensions = [dimension('FunctionName', ref(context.id(service.id)))];
    const errors: Metric = { namespace: 'AWS/Lambda', name: 'Errors', statistic: 'Sum', dimensions };
    return { auto: errors, errors, 'server-errors': errors };
  },
  'rds-instance': database('DBInstanceIdentifier'),
  'aurora-cluster': database('DBClusterIdentifier'),
  'dynamodb-table': (service, context) => {
    const dimensions = [dimension('TableName', ref(context.id(service.id)))];
    const throttled: Metric = { namespace: 'AWS/DynamoDB', name: 'ReadThrottleEvents', statistic: 'Sum', dimensions };
    return { auto: throttled, errors: throttled };
  },
  // The first node of a group is called after the group, with -001.
  'elasticache-redis': (service, context) => {
    const load = cpu('AWS/ElastiCache', [dimension('CacheClusterId', sub(`\${${context.id(service.id)}}-001`))]);
    return { auto: load, cpu: load };
  },
  'elasticache-memcached': (service, context) => {
    const load = cpu('AWS/ElastiCache', [dimension('CacheClusterId', ref(context.id(service.id)))]);
    return { auto: load, cpu: load };
  },
  'sqs-queue': (service, context) => {
    const age: Metric = {
      namespace: 'AWS/SQS',
      name: 'ApproximateAgeOfOldestMessage',
      statistic: 'Maximum',
      dimensions: [dimension('QueueName', getAtt(context.id(service.id), 'QueueName'))],
    };
    return { auto: age, 'queue-age': age };
  },
  'kinesis-stream': (service, context) => {
    const age: Metric = {
      namespace: 'AWS/Kinesis',
      name: 'GetRecords.IteratorAgeMilliseconds',
      statistic: 'Maximum',
      dimensions: [dimension('StreamName', ref(context.id(service.id)))],
    };
    return { auto: age, 'queue-age': age };
  },
  'nat-gateway': (service, context) => {
    const errors: Metric = {
      namespace: 'AWS/NATGateway',
      name: 'ErrorPortAllocation',
      statistic: 'Sum',
      dimensions: [dimension('NatGatewayId', ref(context.id(service.id)))],
    };
    return { auto: errors, errors };
  },
};

/** The metric of a service that an alarm can watch; undefined where the service has none of that name. */
export const metricOf = (service: Service, choice: MetricChoice, context: MetricContext): Metric | undefined =>
  SOURCES[service.kind]?.(service, context)[choice];
