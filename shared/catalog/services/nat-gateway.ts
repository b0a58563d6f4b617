import { z } from 'zod';
import { usage } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { SERVICE } from '../sizes';

export const natGateway = defineKind({
  kind: 'nat-gateway',
  title: 'NAT gateway',
  newName: 'NAT gateway',
  category: 'Network',
  icon: 'resource/AmazonVPCNATGateway',
  summary: 'Lets private subnets call out to the internet. It lives in one public subnet.',
  keywords: ['nat', 'egress', 'outbound'],
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  scope: 'zonal',
  family: 'gateway',
  parents: ['subnet'],
  size: SERVICE,
  settings: z.object({ gbPerMonth: usage({ label: 'Data through it', unit: 'GB a month' }) }),
  headline: ({ gbPerMonth }) => (gbPerMonth === null ? '' : `${gbPerMonth} GB a month`),
  traits: (_settings, place) => ({ role: 'gateway', members: spreadOverAzs(place, 1, 'node') }),
});
