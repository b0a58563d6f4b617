const descriptions: ReadonlyMap<string, string> = new Map([
  [
    'low-power-wordpress',
    'Everything on one EC2 instance, a copy to S3 every night. Cheap, and the findings say what that accepts.',
  ],
  [
    'high-power-wordpress',
    'The same site built to stay up: CloudFront, a load balancer, Auto Scaling over two zones, a Multi-AZ database.',
  ],
  [
    'three-tier-with-faults',
    'A shop with the classic faults: one Availability Zone, sessions on the servers, a database open to the internet.',
  ],
  [
    'microservices',
    'Orders flow through SQS queues and an SNS topic to workers and Lambda functions, with DynamoDB and S3 behind.',
  ],
]);

/** One or two sentences on an example that comes with the program; design files themselves hold none. Empty for any other name. */
export const describeExample = (name: string): string => descriptions.get(name) ?? '';
