/** The Regions that get a bundled snapshot. */
export const SNAPSHOT_REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'sa-east-1',
] as const;

/** Region column values that are not a Region: prices that hold worldwide, and CloudFront's edge groups. */
export const isGlobalRegion = (region: string): boolean => region === 'global' || region.startsWith('edge:');

/** The items of each service that the estimate needs, by AWS service code. On-Demand only. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  AWSDataTransfer: ['data-transfer-out-internet', 'inter-az-per-direction', 'inter-region-out'],
  AWSELB: ['alb-hour', 'alb-lcu-hour', 'nlb-hour', 'nlb-lcu-hour', 'gwlb-hour', 'gwlb-lcu-hour'],
  AWSLambda: [
    'duration',
    'ephemeral-storage',
    'provisioned-concurrency',
    'provisioned-duration',
    'requests',
    'response-streaming-gb',
  ],
  AWSQueueService: ['requests'],
  AWSSecretsManager: ['api-requests', 'secret-month'],
  AmazonApiGateway: ['http-requests'],
  AmazonCloudFront: [
    'data-transfer-out-internet',
    'data-transfer-out-origin',
    'dedicated-ip-ssl-month',
    'field-level-encryption',
    'invalidation-path',
    'realtime-logs',
    'requests-http',
    'requests-https',
  ],
  AmazonCloudWatch: [
    'alarm-composite',
    'alarm-high-resolution',
    'alarm-standard',
    'api-requests',
    'custom-metric',
    'dashboard-month',
    'logs-ingest-gb',
    'logs-insights-scanned-gb',
    'logs-storage',
    'vended-logs-ingest-gb',
  ],
  AmazonDynamoDB: [
    'export-s3-gb',
    'on-demand-backup-storage',
    'on-demand-read',
    'on-demand-replicated-write',
    'on-demand-write',
    'pitr-backup-storage',
    'provisioned-rcu-hour',
    'provisioned-replicated-wcu-hour',
    'provisioned-wcu-hour',
    'restore-gb',
    'storage',
    'streams-read',
  ],
  AmazonEC2: [
    'cpu-credits-unlimited',
    'detailed-monitoring',
    'ebs-fast-snapshot-restore',
    'ebs-iops',
    'ebs-snapshot-storage',
    'ebs-storage',
    'ebs-throughput',
    'nat-gateway-data-gb',
    'nat-gateway-hour',
  ],
  AmazonECS: ['fargate-ephemeral-gb-hour', 'fargate-gb-hour', 'fargate-vcpu-hour'],
  AmazonEFS: [
    'elastic-throughput-read-gb',
    'elastic-throughput-write-gb',
    'ia-access-read-gb',
    'ia-access-write-gb',
    'provisioned-throughput',
    'storage',
  ],
  AmazonElastiCache: ['backup-storage', 'node-hour'],
  AmazonKinesis: [
    'extended-retention-shard-hour',
    'on-demand-ingest-gb',
    'on-demand-retrieve-gb',
    'on-demand-stream-hour',
    'put-payload-units',
    'shard-hour',
  ],
  AmazonRDS: [
    'aurora-backtrack',
    'aurora-backup-storage',
    'aurora-io',
    'aurora-serverless-v2-acu-hour',
    'aurora-storage',
    'backup-storage',
    'extended-support-vcpu-hour',
    'instance-hour',
    'instance-hour-io-optimized',
    'provisioned-iops',
    'storage',
  ],
  AmazonRoute53: ['health-check-month', 'health-check-optional-feature-month', 'hosted-zone-month', 'queries'],
  AmazonS3: [
    'intelligent-tiering-monitoring',
    'lifecycle-transition',
    'requests-get-select',
    'requests-put-copy-post-list',
    'retrieval-gb',
    'storage',
  ],
  AmazonSNS: [
    'email-notifications',
    'fifo-delivery-messages',
    'fifo-delivery-payload-gb',
    'fifo-publish-payload-gb',
    'fifo-requests',
    'firehose-notifications',
    'http-notifications',
    'lambda-notifications',
    'mobile-push',
    'sqs-notifications',
    'standard-requests',
  ],
  AmazonVPC: [
    'interface-endpoint-gb',
    'interface-endpoint-hour',
    'public-ipv4-idle-hour',
    'public-ipv4-in-use-hour',
    'site-to-site-vpn-connection-hour',
  ],
  awskms: ['key-month', 'requests'],
  awswaf: ['requests', 'rule-month', 'web-acl-month'],
};

/** A block of prices that AWS has cut since: facts older than the change are wrong and must not reach the snapshot. */
interface Superseded {
  readonly service: string;
  readonly item: RegExp;
  readonly attributes: RegExp;
  readonly changedOn: string;
  readonly reason: string;
}

/** Price cuts after which older facts are dropped; the reasons are printed with the number of prices dropped. */
export const SUPERSEDED: readonly Superseded[] = [
  {
    service: 'AmazonDynamoDB',
    item: /^on-demand-(read|write|replicated-write)$/,
    attributes: /.*/,
    changedOn: '2024-11-01',
    reason: 'DynamoDB on-demand throughput was halved',
  },
  {
    service: 'AmazonS3',
    item: /.*/,
    attributes: /EXPRESS_ONE_ZONE/,
    changedOn: '2025-04-10',
    reason: 'S3 Express One Zone was cut',
  },
  {
    service: 'AmazonElastiCache',
    item: /^node-hour$/,
    attributes: /engine=Valkey/,
    changedOn: '2024-10-08',
    reason: 'ElastiCache for Valkey got its own, lower prices',
  },
  {
    service: 'AmazonEC2',
    item: /^instance-hour$/,
    attributes: /type=(p4d|p4de|p5|p5en)\./,
    changedOn: '2025-06-01',
    reason: 'P4 and P5 instances were cut by up to 45 %',
  },
];

/** Whether the snapshot carries this item of this service. */
export const isSelected = (service: string, item: string, attributes: string): boolean =>
  (ITEMS[service]?.includes(item) ?? false) && !attributes.includes('Multi-AZ readable standbys');
