import { z } from 'zod';
import { choice, text } from '../fields';
import { defineKind } from '../kind';

export const subnet = defineKind({
  kind: 'subnet',
  title: 'Subnet',
  newName: 'Subnet',
  category: 'Structure',
  icon: 'architecture-group/Privatesubnet',
  summary: "A range of the VPC's addresses in one Availability Zone; public, private or isolated by its routes.",
  docsUrl: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  scope: 'container',
  family: 'none',
  parents: ['availability-zone'],
  size: { width: 208, height: 128 },
  settings: z.object({
    exposure: choice(
      { public: 'Public', private: 'Private', isolated: 'Isolated' },
      {
        label: 'Exposure',
        help: 'Public: reachable from the internet. Private: can call out through a NAT gateway. Isolated: neither.',
        default: 'private',
        section: 'Network',
      },
    ),
    cidr: text({
      label: 'IPv4 CIDR',
      help: 'Address range, inside that of the VPC, /16 to /28. A free one is chosen for you.',
      default: '',
      maxLength: 18,
      section: 'Network',
    }),
    defaultRoute: choice(
      {
        auto: 'As its exposure asks',
        'internet-gateway': 'To the internet gateway',
        'nat-gateway': 'To a NAT gateway',
        none: 'None',
      },
      { label: 'Default route', help: 'Where traffic to the internet goes.', default: 'auto', section: 'Network' },
    ),
  }),
  headline: ({ cidr }) => cidr,
});
