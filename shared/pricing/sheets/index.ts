import type { ServiceKind } from '../../catalog/catalog';
import type { PriceSheet } from '../sheet';
import { applicationLoadBalancerSheet } from './application-load-balancer';
import { auroraClusterSheet } from './aurora-cluster';
import { autoScalingGroupSheet } from './auto-scaling-group';
import { bastionHostSheet } from './bastion-host';
import { cloudfrontSheet } from './cloudfront';
import { cloudwatchAlarmSheet } from './cloudwatch-alarm';
import { dynamodbTableSheet } from './dynamodb-table';
import { ec2InstanceSheet } from './ec2-instance';
import { efsSheet } from './efs';
import { elasticacheMemcachedSheet } from './elasticache-memcached';
import { elasticacheRedisSheet } from './elasticache-redis';
import { internetGatewaySheet } from './internet-gateway';
import { kmsKeySheet } from './kms-key';
import { lambdaFunctionSheet } from './lambda-function';
import { natGatewaySheet } from './nat-gateway';
import { networkLoadBalancerSheet } from './network-load-balancer';
import { rdsInstanceSheet } from './rds-instance';
import { route53ZoneSheet } from './route53-zone';
import { s3BucketSheet } from './s3-bucket';
import { snsTopicSheet } from './sns-topic';
import { sqsQueueSheet } from './sqs-queue';

/** The price sheet of every service kind; the compiler asks for one when the catalog grows. */
export const sheets: Readonly<Record<ServiceKind, PriceSheet>> = {
  'application-load-balancer': applicationLoadBalancerSheet,
  'aurora-cluster': auroraClusterSheet,
  'auto-scaling-group': autoScalingGroupSheet,
  'bastion-host': bastionHostSheet,
  cloudfront: cloudfrontSheet,
  'cloudwatch-alarm': cloudwatchAlarmSheet,
  'dynamodb-table': dynamodbTableSheet,
  'ec2-instance': ec2InstanceSheet,
  efs: efsSheet,
  'elasticache-memcached': elasticacheMemcachedSheet,
  'elasticache-redis': elasticacheRedisSheet,
  'internet-gateway': internetGatewaySheet,
  'kms-key': kmsKeySheet,
  'lambda-function': lambdaFunctionSheet,
  'nat-gateway': natGatewaySheet,
  'network-load-balancer': networkLoadBalancerSheet,
  'rds-instance': rdsInstanceSheet,
  'route53-zone': route53ZoneSheet,
  's3-bucket': s3BucketSheet,
  'sns-topic': snsTopicSheet,
  'sqs-queue': sqsQueueSheet,
};
