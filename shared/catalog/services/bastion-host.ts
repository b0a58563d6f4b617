import { z } from 'zod';
import { volumeGb } from '../compute-fields';
import { ingressRules, suggest } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { SERVICE } from '../sizes';

export const bastionHost = defineKind({
  kind: 'bastion-host',
  title: 'Bastion host',
  newName: 'Bastion host',
  category: 'Security',
  icon: 'architecture-service/AmazonEC2',
  summary: 'The one machine through which administrators reach the others.',
  keywords: ['jump host', 'ssh', 'admin'],
  docsUrl: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html',
  scope: 'zonal',
  family: 'bastion',
  parents: ['subnet'],
  size: SERVICE,
  settings: z.object({
    instanceType: suggest({ label: 'Instance type', default: 't3.micro', suggestions: 'ec2', section: 'Basics' }),
    volumeGb: volumeGb(8),
    extraIngress: ingressRules(),
  }),
  headline: ({ instanceType }) => instanceType,
  traits: (_settings, place) => ({
    role: 'bastion',
    members: spreadOverAzs(place, 1),
    listens: [{ protocol: 'tcp', port: 22 }],
    inVpc: true,
    publicAddress: true,
  }),
});
