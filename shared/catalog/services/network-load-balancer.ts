import { z } from 'zod';
import { choice, ingressRules, integer, toggle, usage } from '../fields';
import { defineKind, MANAGED, subnetPerAz } from '../kind';
import { SERVICE } from '../sizes';

export const networkLoadBalancer = defineKind({
  kind: 'network-load-balancer',
  title: 'Network Load Balancer',
  newName: 'Network load balancer',
  category: 'Load balancing',
  icon: 'resource/ElasticLoadBalancingNetworkLoadBalancer',
  summary: 'Spreads TCP or UDP connections over healthy targets, with a fixed address in each Availability Zone.',
  keywords: ['nlb', 'elb', 'tcp', 'elastic load balancing'],
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html',
  scope: 'spanning',
  family: 'load-balancer',
  parents: ['vpc'],
  size: SERVICE,
  tierRole: 'load-balancing',
  settings: z.object({
    scheme: choice(
      { 'internet-facing': 'Internet-facing', internal: 'Internal' },
      { label: 'Scheme', default: 'internet-facing', section: 'Basics' },
    ),
    protocol: choice(
      { tcp: 'TCP', tls: 'TLS', udp: 'UDP' },
      {
        label: 'Protocol',
        help: 'TLS ends at the load balancer, with the certificate it uses; where none is drawn the template asks for one. TCP passes TLS on as it is.',
        default: 'tcp',
        section: 'Basics',
      },
    ),
    port: integer({ label: 'Port', min: 1, max: 65535, default: 80, section: 'Basics' }),
    tlsPolicy: choice(
      { modern: 'TLS 1.2 and 1.3', legacy: 'TLS 1.0 and later, for old clients' },
      { label: 'TLS versions', help: 'Of the TLS listener.', default: 'modern', section: 'Protection' },
    ),
    crossZone: toggle({ label: 'Cross-zone balancing', default: true, section: 'Capacity' }),
    deletionProtection: toggle({ label: 'Deletion protection', default: false, section: 'Protection' }),
    capacityUnits: usage({ label: 'Load balancer capacity units', unit: 'NLCU on average' }),
    extraIngress: ingressRules(),
  }),
  headline: ({ scheme, protocol, port }) =>
    `${scheme === 'internal' ? 'Internal' : 'Internet-facing'} · ${protocol.toUpperCase()} ${port}`,
  traits: ({ protocol, port, scheme }, place) => ({
    role: 'load-balancer',
    copies: subnetPerAz(place).length > 1 ? MANAGED : { min: 1, desired: 1, max: 1 },
    members: subnetPerAz(place).map(({ id }) => ({ subnet: id, role: 'node', count: 1 })),
    listens: [{ protocol: protocol === 'udp' ? 'udp' : 'tcp', port }],
    inVpc: true,
    publicAddress: scheme === 'internet-facing',
    encryptsTransit: protocol === 'tls' || null,
  }),
});
