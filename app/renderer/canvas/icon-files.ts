import corporateDataCenter from 'aws-icons/icons/architecture-group/Corporatedatacenter.svg?url';
import privateSubnet from 'aws-icons/icons/architecture-group/Privatesubnet.svg?url';
import publicSubnet from 'aws-icons/icons/architecture-group/Publicsubnet.svg?url';
import region from 'aws-icons/icons/architecture-group/Region.svg?url';
import vpc from 'aws-icons/icons/architecture-group/VirtualprivatecloudVPC.svg?url';
import apiGateway from 'aws-icons/icons/architecture-service/AmazonAPIGateway.svg?url';
import aurora from 'aws-icons/icons/architecture-service/AmazonAurora.svg?url';
import cloudFront from 'aws-icons/icons/architecture-service/AmazonCloudFront.svg?url';
import dynamoDb from 'aws-icons/icons/architecture-service/AmazonDynamoDB.svg?url';
import ec2 from 'aws-icons/icons/architecture-service/AmazonEC2.svg?url';
import ec2AutoScaling from 'aws-icons/icons/architecture-service/AmazonEC2AutoScaling.svg?url';
import efs from 'aws-icons/icons/architecture-service/AmazonEFS.svg?url';
import elastiCache from 'aws-icons/icons/architecture-service/AmazonElastiCache.svg?url';
import kinesisDataStreams from 'aws-icons/icons/architecture-service/AmazonKinesisDataStreams.svg?url';
import rds from 'aws-icons/icons/architecture-service/AmazonRDS.svg?url';
import route53 from 'aws-icons/icons/architecture-service/AmazonRoute53.svg?url';
import sns from 'aws-icons/icons/architecture-service/AmazonSimpleNotificationService.svg?url';
import sqs from 'aws-icons/icons/architecture-service/AmazonSimpleQueueService.svg?url';
import s3 from 'aws-icons/icons/architecture-service/AmazonSimpleStorageService.svg?url';
import certificateManager from 'aws-icons/icons/architecture-service/AWSCertificateManager.svg?url';
import cloudTrail from 'aws-icons/icons/architecture-service/AWSCloudTrail.svg?url';
import fargate from 'aws-icons/icons/architecture-service/AWSFargate.svg?url';
import kms from 'aws-icons/icons/architecture-service/AWSKeyManagementService.svg?url';
import lambda from 'aws-icons/icons/architecture-service/AWSLambda.svg?url';
import secretsManager from 'aws-icons/icons/architecture-service/AWSSecretsManager.svg?url';
import waf from 'aws-icons/icons/architecture-service/AWSWAF.svg?url';
import cloudWatchAlarm from 'aws-icons/icons/resource/AmazonCloudWatchAlarm.svg?url';
import vpcEndpoints from 'aws-icons/icons/resource/AmazonVPCEndpoints.svg?url';
import internetGateway from 'aws-icons/icons/resource/AmazonVPCInternetGateway.svg?url';
import natGateway from 'aws-icons/icons/resource/AmazonVPCNATGateway.svg?url';
import vpnConnection from 'aws-icons/icons/resource/AmazonVPCVPNConnection.svg?url';
import applicationLoadBalancer from 'aws-icons/icons/resource/ElasticLoadBalancingApplicationLoadBalancer.svg?url';
import networkLoadBalancer from 'aws-icons/icons/resource/ElasticLoadBalancingNetworkLoadBalancer.svg?url';
import users from 'aws-icons/icons/resource/Users.svg?url';

/** Address of each AWS icon the catalog names. Only these files get into the build, not the whole set of 800. */
export const iconFiles: ReadonlyMap<string, string> = new Map([
  ['architecture-group/Corporatedatacenter', corporateDataCenter],
  ['architecture-group/Privatesubnet', privateSubnet],
  ['architecture-group/Publicsubnet', publicSubnet],
  ['architecture-group/Region', region],
  ['architecture-group/VirtualprivatecloudVPC', vpc],
  ['architecture-service/AWSCertificateManager', certificateManager],
  ['architecture-service/AWSCloudTrail', cloudTrail],
  ['architecture-service/AWSFargate', fargate],
  ['architecture-service/AWSKeyManagementService', kms],
  ['architecture-service/AWSLambda', lambda],
  ['architecture-service/AWSSecretsManager', secretsManager],
  ['architecture-service/AWSWAF', waf],
  ['architecture-service/AmazonAPIGateway', apiGateway],
  ['architecture-service/AmazonAurora', aurora],
  ['architecture-service/AmazonCloudFront', cloudFront],
  ['architecture-service/AmazonDynamoDB', dynamoDb],
  ['architecture-service/AmazonEC2', ec2],
  ['architecture-service/AmazonEC2AutoScaling', ec2AutoScaling],
  ['architecture-service/AmazonEFS', efs],
  ['architecture-service/AmazonElastiCache', elastiCache],
  ['architecture-service/AmazonKinesisDataStreams', kinesisDataStreams],
  ['architecture-service/AmazonRDS', rds],
  ['architecture-service/AmazonRoute53', route53],
  ['architecture-service/AmazonSimpleNotificationService', sns],
  ['architecture-service/AmazonSimpleQueueService', sqs],
  ['architecture-service/AmazonSimpleStorageService', s3],
  ['resource/AmazonCloudWatchAlarm', cloudWatchAlarm],
  ['resource/AmazonVPCEndpoints', vpcEndpoints],
  ['resource/AmazonVPCInternetGateway', internetGateway],
  ['resource/AmazonVPCNATGateway', natGateway],
  ['resource/AmazonVPCVPNConnection', vpnConnection],
  ['resource/ElasticLoadBalancingApplicationLoadBalancer', applicationLoadBalancer],
  ['resource/ElasticLoadBalancingNetworkLoadBalancer', networkLoadBalancer],
  ['resource/Users', users],
]);
