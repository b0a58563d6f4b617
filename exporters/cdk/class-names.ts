import type { ActorKind, ServiceKind } from '../../shared/catalog/catalog';
import type { Code } from './code-writer';
import { ts } from './code-writer';

/** The class a service becomes. Those whose names begin with Cfn have no other form in aws-cdk-lib. */
const CLASSES: Readonly<Record<string, Code>> = {
  'api-gateway': ts`apigwv2.HttpApi`,
  'application-load-balancer': ts`elbv2.ApplicationLoadBalancer`,
  'aurora-cluster': ts`rds.DatabaseCluster`,
  'auto-scaling-group': ts`autoscaling.AutoScalingGroup`,
  'bastion-host': ts`ec2.Instance`,
  certificate: ts`acm.Certificate`,
  cloudfront: ts`cloudfront.Distribution`,
  cloudtrail: ts`cloudtrail.Trail`,
  'dynamodb-table': ts`dynamodb.Table`,
  'ec2-instance': ts`ec2.Instance`,
  'ecs-service': ts`ecs.FargateService`,
  efs: ts`efs.FileSystem`,
  'elasticache-memcached': ts`elasticache.CfnCacheCluster`,
  'elasticache-redis': ts`elasticache.CfnReplicationGroup`,
  'gateway-endpoint': ts`ec2.GatewayVpcEndpoint`,
  'interface-endpoint': ts`ec2.InterfaceVpcEndpoint`,
  'internet-gateway': ts`ec2.CfnInternetGateway`,
  'kinesis-stream': ts`kinesis.Stream`,
  'kms-key': ts`kms.Key`,
  'lambda-function': ts`lambda.Function`,
  'nat-gateway': ts`ec2.CfnNatGateway`,
  'network-load-balancer': ts`elbv2.NetworkLoadBalancer`,
  'rds-instance': ts`rds.DatabaseInstance`,
  'route53-zone': ts`route53.PublicHostedZone`,
  's3-bucket': ts`s3.Bucket`,
  secret: ts`secretsmanager.Secret`,
  'sns-topic': ts`sns.Topic`,
  'sqs-queue': ts`sqs.Queue`,
  'vpn-connection': ts`ec2.VpnConnection`,
  'waf-web-acl': ts`wafv2.CfnWebACL`,
};

/** Forms that aws-cdk-lib has only as plain resources; anything else named Cfn… in an export is a fault. */
export const PLAIN_RESOURCES: readonly string[] = [
  'budgets.CfnBudget',
  'ec2.CfnInternetGateway',
  'ec2.CfnVPCGatewayAttachment',
  'ec2.CfnNatGateway',
  'ec2.CfnEIP',
  'elasticache.CfnCacheCluster',
  'elasticache.CfnReplicationGroup',
  'elasticache.CfnSubnetGroup',
  'efs.CfnFileSystem',
  'wafv2.CfnWebACL',
  'wafv2.CfnWebACLAssociation',
  'cdk.CfnOutput',
  'cdk.CfnElement',
];

export const classOf = (kind: ServiceKind | ActorKind): Code => CLASSES[kind] ?? ts`cdk.Resource`;
