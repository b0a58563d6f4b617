import { z } from 'zod';
import { text } from '../fields';
import { defineKind } from '../kind';

export const vpc = defineKind({
  kind: 'vpc',
  title: 'VPC',
  newName: 'VPC',
  category: 'Structure',
  icon: 'architecture-group/VirtualprivatecloudVPC',
  summary: 'A private network of your own in one Region, divided into subnets.',
  keywords: ['network', 'virtual private cloud'],
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
  scope: 'container',
  family: 'none',
  parents: ['region'],
  size: { width: 720, height: 480 },
  settings: z.object({
    cidr: text({
      label: 'IPv4 CIDR',
      help: 'Address range of the VPC, /16 to /28.',
      default: '10.0.0.0/16',
      maxLength: 18,
      pattern: /^\d{1,3}(\.\d{1,3}){3}\/(1[6-9]|2[0-8])$/,
      form: 'a range of /16 to /28 such as 10.0.0.0/16',
      section: 'Network',
    }),
  }),
  headline: ({ cidr }) => cidr,
});
