import type { ServiceKind } from '../../../shared/catalog/catalog';
import type { Emitter } from '../emit-context';
import { applicationLoadBalancer } from './application-load-balancer';
import { auroraCluster } from './aurora-cluster';
import { autoScalingGroup } from './auto-scaling-group';
import { bastionHost } from './bastion-host';
import { cloudfront } from './cloudfront';
import { cloudwatchAlarm } from './cloudwatch-alarm';
import { dynamodbTable } from './dynamodb-table';
import { ec2Instance } from './ec2-instance';
import { efs } from './efs';
import { elasticacheMemcached } from './elasticache-memcached';
import { elasticacheRedis } from './elasticache-redis';
import { internetGateway } from './internet-gateway';
import { kmsKey } from './kms-key';
import { lambdaFunction } from './lambda-function';
import { natGateway } from './nat-gateway';
import { networkLoadBalancer } from './network-load-balancer';
import { rdsInstance } from './rds-instance';
import { route53Zone } from './route53-zone';
import { s3Bucket } from './s3-bucket';
import { snsTopic } from './sns-topic';
import { sqsQueue } from './sqs-queue';

/** One emitter for each kind of service: a kind without one does not compile. */
export const emitters: Readonly<Record<ServiceKind, Emitter>> = {
  'application-load-balancer': applicationLoadBalancer,
  'aurora-cluster': auroraCluster,
  'auto-scaling-group': autoScalingGroup,
  'bastion-host': bastionHost,
  cloudfront,
  'cloudwatch-alarm': cloudwatchAlarm,
  'dynamodb-table': dynamodbTable,
  'ec2-instance': ec2Instance,
  efs,
  'elasticache-memcached': elasticacheMemcached,
  'elasticache-redis': elasticacheRedis,
  'internet-gateway': internetGateway,
  'kms-key': kmsKey,
  'lambda-function': lambdaFunction,
  'nat-gateway': natGateway,
  'network-load-balancer': networkLoadBalancer,
  'rds-instance': rdsInstance,
  'route53-zone': route53Zone,
  's3-bucket': s3Bucket,
  'sns-topic': snsTopic,
  'sqs-queue': sqsQueue,
};
