/**
 * Names one unit price within a Region: `service/item?attribute=value&…` with the AWS service code and the attributes
 * in alphabetical order, for example `AmazonRDS/instance-hour?class=db.m5.large&deployment=Multi-AZ&engine=MySQL`.
 */
export type PriceKey = `${string}/${string}`;

/** RDS engines with On-Demand prices in the book, spelled as in the price list. */
export type RdsEngineName = 'MySQL' | 'PostgreSQL' | 'MariaDB';
export type AuroraEngineName = 'Aurora MySQL' | 'Aurora PostgreSQL';
export type CacheEngineName = 'Redis' | 'Valkey' | 'Memcached';
export type Deployment = 'Single-AZ' | 'Multi-AZ';
export type VolumeType = 'gp2' | 'gp3' | 'io1' | 'io2' | 'st1' | 'sc1' | 'standard';
export type TableClass = 'STANDARD' | 'STANDARD_IA';
export type LambdaArchitecture = 'x86' | 'arm';

/** EC2 Linux On-Demand hour of an instance type, shared tenancy. */
export const ec2Hour = (type: string): PriceKey => `AmazonEC2/instance-hour?type=${type}`;
export type ReservedTerm = '1y' | '3y';
export type ReservedPayment = 'no' | 'partial' | 'all';
/** What a Standard Reserved Instance costs for each hour of its term, and once at its start. */
export const ec2ReservedHour = (type: string, term: ReservedTerm, payment: ReservedPayment): PriceKey =>
  `AmazonEC2/reserved-hour?payment=${payment}&term=${term}&type=${type}`;
export const ec2ReservedUpfront = (type: string, term: ReservedTerm, payment: ReservedPayment): PriceKey =>
  `AmazonEC2/reserved-upfront?payment=${payment}&term=${term}&type=${type}`;
/** Typical Spot price of the Region; it moves all the time. */
export const spotHour = (type: string): PriceKey => `AmazonEC2/spot-hour?type=${type}`;
export const ec2DetailedMonitoring: PriceKey = 'AmazonEC2/detailed-monitoring';
/** Gigabyte-month of an EBS volume. */
export const ebsStorage = (type: VolumeType): PriceKey => `AmazonEC2/ebs-storage?type=${type}`;
/** Provisioned IOPS-month of an EBS volume; gp3 charges what lies above 3,000. */
export const ebsIops = (type: VolumeType): PriceKey => `AmazonEC2/ebs-iops?type=${type}`;
/** MiB/s-month of a gp3 volume above 125 MiB/s. */
export const ebsThroughput: PriceKey = 'AmazonEC2/ebs-throughput?type=gp3';
export const ebsSnapshot: PriceKey = 'AmazonEC2/ebs-snapshot-storage?tier=standard';
export const natHour: PriceKey = 'AmazonEC2/nat-gateway-hour';
export const natGigabyte: PriceKey = 'AmazonEC2/nat-gateway-data-gb';
export const publicIpv4Hour: PriceKey = 'AmazonVPC/public-ipv4-in-use-hour';

/** Hour of an interface endpoint in one zone, and gigabyte through it. */
export const endpointHour: PriceKey = 'AmazonVPC/interface-endpoint-hour';
export const endpointGigabyte: PriceKey = 'AmazonVPC/interface-endpoint-gb';

/** Hour of a Site-to-Site VPN connection. */
export const vpnConnectionHour: PriceKey = 'AmazonVPC/site-to-site-vpn-connection-hour';

export const albHour: PriceKey = 'AWSELB/alb-hour';
export const albCapacityHour: PriceKey = 'AWSELB/alb-lcu-hour';
export const nlbHour: PriceKey = 'AWSELB/nlb-hour';
export const nlbCapacityHour: PriceKey = 'AWSELB/nlb-lcu-hour';

/** Hour of an RDS instance class; Multi-AZ is a price of its own, not twice the other. */
export const rdsHour = (engine: RdsEngineName, deployment: Deployment, instanceClass: string): PriceKey =>
  `AmazonRDS/instance-hour?class=${instanceClass}&deployment=${deployment}&engine=${engine}`;
export const rdsReservedHour = (
  engine: RdsEngineName | AuroraEngineName,
  deployment: Deployment,
  instanceClass: string,
  term: ReservedTerm,
  payment: ReservedPayment,
): PriceKey =>
  `AmazonRDS/reserved-hour?class=${instanceClass}&deployment=${deployment}&engine=${engine}&payment=${payment}&term=${term}`;
export const rdsReservedUpfront = (
  engine: RdsEngineName | AuroraEngineName,
  deployment: Deployment,
  instanceClass: string,
  term: ReservedTerm,
  payment: ReservedPayment,
): PriceKey =>
  `AmazonRDS/reserved-upfront?class=${instanceClass}&deployment=${deployment}&engine=${engine}&payment=${payment}&term=${term}`;
export const rdsStorage = (engine: RdsEngineName, deployment: Deployment, type: VolumeType): PriceKey =>
  `AmazonRDS/storage?deployment=${deployment}&engine=${engine}&type=${type}`;
export const rdsIops = (engine: RdsEngineName, deployment: Deployment, type: VolumeType): PriceKey =>
  `AmazonRDS/provisioned-iops?deployment=${deployment}&engine=${engine}&type=${type}`;
export const rdsBackup = (engine: RdsEngineName): PriceKey => `AmazonRDS/backup-storage?engine=${engine}`;

/** Hour of one Aurora instance (writer or reader). */
export const auroraHour = (engine: AuroraEngineName, instanceClass: string): PriceKey =>
  `AmazonRDS/instance-hour?class=${instanceClass}&deployment=Single-AZ&engine=${engine}`;
export const auroraStorage: PriceKey = 'AmazonRDS/aurora-storage?mode=standard';
export const auroraRequests: PriceKey = 'AmazonRDS/aurora-io';
export const auroraBackup: PriceKey = 'AmazonRDS/aurora-backup-storage';
/** Aurora Serverless v2 capacity-unit hour; some sources do not tell the storage mode: see `auroraCapacityAnyMode`. */
export const auroraCapacityHour: PriceKey = 'AmazonRDS/aurora-serverless-v2-acu-hour?mode=standard';
export const auroraCapacityAnyMode: PriceKey = 'AmazonRDS/aurora-serverless-v2-acu-hour';

export const cacheHour = (engine: CacheEngineName, nodeType: string): PriceKey =>
  `AmazonElastiCache/node-hour?engine=${engine}&type=${nodeType}`;
export const cacheReservedHour = (
  engine: CacheEngineName,
  nodeType: string,
  term: ReservedTerm,
  payment: ReservedPayment,
): PriceKey => `AmazonElastiCache/reserved-hour?engine=${engine}&payment=${payment}&term=${term}&type=${nodeType}`;
export const cacheReservedUpfront = (
  engine: CacheEngineName,
  nodeType: string,
  term: ReservedTerm,
  payment: ReservedPayment,
): PriceKey => `AmazonElastiCache/reserved-upfront?engine=${engine}&payment=${payment}&term=${term}&type=${nodeType}`;
export const cacheBackup: PriceKey = 'AmazonElastiCache/backup-storage';

export const s3Storage = (storageClass: string): PriceKey => `AmazonS3/storage?class=${storageClass}`;
export const s3WriteRequests = (storageClass: string): PriceKey =>
  `AmazonS3/requests-put-copy-post-list?class=${storageClass}`;
export const s3ReadRequests = (storageClass: string): PriceKey => `AmazonS3/requests-get-select?class=${storageClass}`;
export const s3Retrieval = (storageClass: string): PriceKey => `AmazonS3/retrieval-gb?class=${storageClass}`;

/** Objects watched by Intelligent-Tiering for a month. */
export const s3ObjectMonitoring: PriceKey = 'AmazonS3/intelligent-tiering-monitoring';

/** CloudFront groups its edge locations; prices differ by the group that serves the viewer. */
export const cloudFrontData = (edge: string): PriceKey => `AmazonCloudFront/data-transfer-out-internet?edge=${edge}`;
export const cloudFrontOriginData = (edge: string): PriceKey =>
  `AmazonCloudFront/data-transfer-out-origin?edge=${edge}`;
export const cloudFrontHttps = (edge: string): PriceKey => `AmazonCloudFront/requests-https?edge=${edge}`;

export const hostedZoneMonth: PriceKey = 'AmazonRoute53/hosted-zone-month';
export const dnsQueries = (type: 'standard' | 'latency' | 'geo' | 'ip-based'): PriceKey =>
  `AmazonRoute53/queries?type=${type}`;
export const healthCheckMonth = (endpoint: 'AWS' | 'non-AWS'): PriceKey =>
  `AmazonRoute53/health-check-month?endpoint=${endpoint}`;

export const dynamoReadUnits = (table: TableClass): PriceKey => `AmazonDynamoDB/on-demand-read?class=${table}`;
export const dynamoWriteUnits = (table: TableClass): PriceKey => `AmazonDynamoDB/on-demand-write?class=${table}`;
export const dynamoReadHour = (table: TableClass): PriceKey => `AmazonDynamoDB/provisioned-rcu-hour?class=${table}`;
export const dynamoWriteHour = (table: TableClass): PriceKey => `AmazonDynamoDB/provisioned-wcu-hour?class=${table}`;
export const dynamoStorage = (table: TableClass): PriceKey => `AmazonDynamoDB/storage?class=${table}`;
export const dynamoRecovery: PriceKey = 'AmazonDynamoDB/pitr-backup-storage';
export const dynamoStreams: PriceKey = 'AmazonDynamoDB/streams-read';

export const queueRequests = (queue: 'standard' | 'fifo'): PriceKey => `AWSQueueService/requests?queue=${queue}`;
export const topicRequests: PriceKey = 'AmazonSNS/standard-requests';
export const topicFifoRequests: PriceKey = 'AmazonSNS/fifo-requests';
export const topicFifoPayload: PriceKey = 'AmazonSNS/fifo-publish-payload-gb';
export const topicHttp: PriceKey = 'AmazonSNS/http-notifications';
export const topicEmail: PriceKey = 'AmazonSNS/email-notifications';

export const streamHour: PriceKey = 'AmazonKinesis/on-demand-stream-hour';
export const streamIngest: PriceKey = 'AmazonKinesis/on-demand-ingest-gb';
export const streamRead: PriceKey = 'AmazonKinesis/on-demand-retrieve-gb';
export const streamShardHour: PriceKey = 'AmazonKinesis/shard-hour';
/** Pieces of up to 25 KB that are written. */
export const streamPutUnits: PriceKey = 'AmazonKinesis/put-payload-units';
/** Hour of a shard that keeps records for more than a day. */
export const streamRetention: PriceKey = 'AmazonKinesis/extended-retention-shard-hour';

export const lambdaRequests = (architecture: LambdaArchitecture): PriceKey => `AWSLambda/requests?arch=${architecture}`;
export const lambdaDuration = (architecture: LambdaArchitecture): PriceKey => `AWSLambda/duration?arch=${architecture}`;
export const lambdaEphemeral: PriceKey = 'AWSLambda/ephemeral-storage?arch=x86';
export const lambdaProvisioned = (architecture: LambdaArchitecture): PriceKey =>
  `AWSLambda/provisioned-concurrency?arch=${architecture}`;

/** CPU, memory and extra disk of Fargate tasks on Linux, by the hour. */
export const fargateCpuHour = (architecture: LambdaArchitecture): PriceKey =>
  `AmazonECS/fargate-vcpu-hour?arch=${architecture}&os=linux`;
export const fargateMemoryHour = (architecture: LambdaArchitecture): PriceKey =>
  `AmazonECS/fargate-gb-hour?arch=${architecture}&os=linux`;
export const fargateDiskHour: PriceKey = 'AmazonECS/fargate-ephemeral-gb-hour';

export const efsStorage = (storageClass: 'Standard' | 'Standard-IA' | 'OneZone' | 'OneZone-IA' | 'Archive'): PriceKey =>
  `AmazonEFS/storage?class=${storageClass}`;
export const efsProvisionedThroughput: PriceKey = 'AmazonEFS/provisioned-throughput';
export const efsRead: PriceKey = 'AmazonEFS/elastic-throughput-read-gb';
export const efsWrite: PriceKey = 'AmazonEFS/elastic-throughput-write-gb';

export const alarmStandard: PriceKey = 'AmazonCloudWatch/alarm-standard';
export const alarmHighResolution: PriceKey = 'AmazonCloudWatch/alarm-high-resolution';
export const alarmComposite: PriceKey = 'AmazonCloudWatch/alarm-composite';

/** Requests to HTTP APIs, metered in steps of 512 KB. */
export const apiRequests: PriceKey = 'AmazonApiGateway/http-requests';

/** A web ACL, each of its rules or rule groups, and requests of up to 1,500 capacity units. */
export const webAclMonth: PriceKey = 'awswaf/web-acl-month?version=v2';
export const wafRuleMonth: PriceKey = 'awswaf/rule-month?version=v2';
export const wafRequests: PriceKey = 'awswaf/requests?wcu=<=1500';

export const secretMonth: PriceKey = 'AWSSecretsManager/secret-month';
export const secretRequests: PriceKey = 'AWSSecretsManager/api-requests';

export const logsIngest: PriceKey = 'AmazonCloudWatch/logs-ingest-gb?class=Standard';
export const logsStorage: PriceKey = 'AmazonCloudWatch/logs-storage';

export const kmsKeyMonth: PriceKey = 'awskms/key-month';
export const kmsRequests = (kind: 'symmetric' | 'RSA_2048' | 'asymmetric except RSA_2048'): PriceKey =>
  `awskms/requests?kind=${kind}`;

/** Gigabyte sent from a Region to the internet. */
export const internetOut: PriceKey = 'AWSDataTransfer/data-transfer-out-internet';
/** Gigabyte that crosses between Availability Zones, charged once in each direction. */
export const interZone: PriceKey = 'AWSDataTransfer/inter-az-per-direction';
/** Gigabyte sent to another Region. */
export const interRegion = (to: string): PriceKey => `AWSDataTransfer/inter-region-out?to=${to}`;
