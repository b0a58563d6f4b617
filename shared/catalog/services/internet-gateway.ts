import { z } from 'zod';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const internetGateway = defineKind({
  kind: 'internet-gateway',
  title: 'Internet gateway',
  newName: 'Internet gateway',
  category: 'Network',
  icon: 'resource/AmazonVPCInternetGateway',
  summary: 'Joins a VPC to the internet. Public subnets route through it.',
  keywords: ['igw', 'internet'],
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  scope: 'vpc',
  family: 'none',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({}),
  traits: () => ({ role: 'gateway', copies: MANAGED, selfRedundant: true }),
});
