import { z } from 'zod';
import { INTERFACE_SERVICES } from '../endpoint-services';
import { choice, ingressRules, usage } from '../fields';
import { defineKind, MANAGED, subnetPerAz } from '../kind';
import { SERVICE } from '../sizes';

export const interfaceEndpoint = defineKind({
  kind: 'interface-endpoint',
  title: 'Interface VPC endpoint',
  newName: 'Interface endpoint',
  category: 'Network',
  icon: 'resource/AmazonVPCEndpoints',
  summary: 'Addresses in subnets of a VPC that lead to one service of AWS, past NAT gateways and the internet.',
  keywords: ['vpc endpoint', 'privatelink', 'private', 'sqs', 'secrets manager', 'session manager'],
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  scope: 'spanning',
  family: 'none',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({
    service: choice(INTERFACE_SERVICES, { label: 'Leads to', default: 'sqs', section: 'Basics' }),
    gbPerMonth: usage({
      label: 'Data through it',
      unit: 'GB a month',
      help: 'Not stated: what the connections to the service say.',
    }),
    extraIngress: ingressRules(),
  }),
  headline: ({ service }) => INTERFACE_SERVICES[service],
  traits: (_settings, place) => {
    const slots = subnetPerAz(place);
    return {
      role: 'gateway',
      copies: slots.length > 1 ? MANAGED : { min: 1, desired: 1, max: 1 },
      members: slots.map(({ id }) => ({ subnet: id, role: 'node', count: 1 })),
      listens: [{ protocol: 'tcp', port: 443 }],
      inVpc: true,
      encryptsTransit: true,
    };
  },
});
