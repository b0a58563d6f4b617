/** Services that a gateway endpoint leads to, by the name AWS gives them there. It costs nothing. */
export const GATEWAY_SERVICES = { s3: 'Amazon S3', dynamodb: 'Amazon DynamoDB' } as const;

/** Services that an interface endpoint leads to, by the name AWS gives them there. */
export const INTERFACE_SERVICES = {
  sqs: 'Amazon SQS',
  sns: 'Amazon SNS',
  lambda: 'AWS Lambda',
  kms: 'AWS KMS',
  secretsmanager: 'AWS Secrets Manager',
  logs: 'CloudWatch Logs',
  'kinesis-streams': 'Amazon Kinesis Data Streams',
  sts: 'AWS STS',
  'ecr.api': 'Amazon ECR (API)',
  'ecr.dkr': 'Amazon ECR (images)',
  ssm: 'Systems Manager',
  ssmmessages: 'Session Manager (messages)',
  ec2messages: 'Systems Manager (EC2 messages)',
} as const;

export type EndpointService = keyof typeof GATEWAY_SERVICES | keyof typeof INTERFACE_SERVICES;

const OF_KIND: Readonly<Record<string, EndpointService>> = {
  's3-bucket': 's3',
  'dynamodb-table': 'dynamodb',
  'sqs-queue': 'sqs',
  'sns-topic': 'sns',
  'lambda-function': 'lambda',
  'kms-key': 'kms',
  'kinesis-stream': 'kinesis-streams',
  secret: 'secretsmanager',
};

/** The service whose endpoint leads to elements of a kind; undefined where there is none. */
export const endpointServiceOf = (kind: string): EndpointService | undefined => OF_KIND[kind];

/** What machines call by themselves, without a connection that says so. */
export const CALLED_BY_MACHINES: ReadonlySet<string> = new Set<EndpointService>([
  'logs',
  'sts',
  'ecr.api',
  'ecr.dkr',
  'ssm',
  'ssmmessages',
  'ec2messages',
]);
