import type { ServiceKind } from '../../shared/catalog/catalog';
import type { Service } from '../../shared/topology/topology';
import type { CdkContext } from './cdk-context';
import { cloudwatchAlarm } from './resources/alarms';
import { apiGateway } from './resources/apis';
import { elasticacheMemcached, elasticacheRedis } from './resources/caches';
import { certificate, secret } from './resources/certificates';
import { ecsService } from './resources/containers';
import { auroraCluster, rdsInstance } from './resources/databases';
import { cloudfrontDistribution, hostedZone } from './resources/edge';
import { interfaceEndpoint } from './resources/endpoints';
import { wafWebAcl } from './resources/firewalls';
import { lambdaFunction } from './resources/functions';
import { kmsKey } from './resources/keys';
import { applicationLoadBalancer, networkLoadBalancer } from './resources/load-balancers';
import { autoScalingGroup, bastionHost, ec2Instance } from './resources/machines';
import { snsTopic, sqsQueue } from './resources/messaging';
import { dynamodbTable, fileSystem, s3Bucket } from './resources/storage';
import { kinesisStream } from './resources/streams';
import { cloudtrail } from './resources/trails';

type Writer = (service: Service, context: CdkContext) => void;
/** Gateways are part of the network construct. */
const inNetwork: Writer = () => {};

/** Writes the resources of one service into its module; a kind without a writer does not compile. */
export const writers: Readonly<Record<ServiceKind, Writer>> = {
  'api-gateway': apiGateway,
  'application-load-balancer': applicationLoadBalancer,
  'aurora-cluster': auroraCluster,
  'auto-scaling-group': autoScalingGroup,
  'bastion-host': bastionHost,
  cloudfront: cloudfrontDistribution,
  cloudtrail,
  certificate,
  'cloudwatch-alarm': cloudwatchAlarm,
  'dynamodb-table': dynamodbTable,
  'ec2-instance': ec2Instance,
  'ecs-service': ecsService,
  efs: fileSystem,
  'elasticache-memcached': elasticacheMemcached,
  'elasticache-redis': elasticacheRedis,
  'gateway-endpoint': inNetwork,
  'interface-endpoint': interfaceEndpoint,
  'internet-gateway': inNetwork,
  'kinesis-stream': kinesisStream,
  'kms-key': kmsKey,
  'lambda-function': lambdaFunction,
  'nat-gateway': inNetwork,
  'network-load-balancer': networkLoadBalancer,
  'rds-instance': rdsInstance,
  'route53-zone': hostedZone,
  's3-bucket': s3Bucket,
  secret,
  'sns-topic': snsTopic,
  'sqs-queue': sqsQueue,
  'vpn-connection': inNetwork,
  'waf-web-acl': wafWebAcl,
};
