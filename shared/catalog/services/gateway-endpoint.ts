import { z } from 'zod';
import { GATEWAY_SERVICES } from '../endpoint-services';
import { choice } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const gatewayEndpoint = defineKind({
  kind: 'gateway-endpoint',
  title: 'Gateway VPC endpoint',
  newName: 'Gateway endpoint',
  category: 'Network',
  icon: 'resource/AmazonVPCEndpoints',
  summary: 'Leads a whole VPC straight to S3 or DynamoDB, past NAT gateways and the internet. Costs nothing.',
  keywords: ['vpc endpoint', 'privatelink', 's3', 'dynamodb', 'private'],
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  scope: 'vpc',
  family: 'none',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({
    service: choice(GATEWAY_SERVICES, { label: 'Leads to', default: 's3', section: 'Basics' }),
  }),
  headline: ({ service }) => GATEWAY_SERVICES[service],
  traits: () => ({ role: 'gateway', copies: MANAGED, selfRedundant: true }),
});
