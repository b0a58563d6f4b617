import { z } from 'zod';
import { choice, ingressRules, integer, text, toggle, usage } from '../fields';
import { defineKind, MANAGED, subnetPerAz } from '../kind';
import { SERVICE } from '../sizes';

export const applicationLoadBalancer = defineKind({
  kind: 'application-load-balancer',
  title: 'Application Load Balancer',
  newName: 'Load balancer',
  category: 'Load balancing',
  icon: 'resource/ElasticLoadBalancingApplicationLoadBalancer',
  summary: 'Spreads HTTP and HTTPS requests over healthy targets in several Availability Zones.',
  keywords: ['alb', 'elb', 'elastic load balancing', 'http'],
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html',
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
    listener: choice(
      { http: 'HTTP', https: 'HTTPS, with HTTP sent on to it' },
      {
        label: 'Listener',
        help: 'HTTPS needs a certificate, which the template asks for as a parameter.',
        default: 'http',
        section: 'Basics',
      },
    ),
    tlsPolicy: choice(
      { modern: 'TLS 1.2 and 1.3', legacy: 'TLS 1.0 and later, for old clients' },
      { label: 'TLS versions', help: 'Of the HTTPS listener.', default: 'modern', section: 'Protection' },
    ),
    healthCheckPath: text({
      label: 'Health check path',
      default: '/health',
      maxLength: 1024,
      pattern: /^\/\S*$/,
      form: 'a path that begins with / such as /health',
      section: 'Protection',
    }),
    stickiness: toggle({
      label: 'Sticky sessions',
      help: 'Pins each user to one target.',
      default: false,
      section: 'State',
    }),
    idleTimeoutSeconds: integer({
      label: 'Idle timeout',
      unit: 's',
      min: 1,
      max: 4000,
      default: 60,
      section: 'Capacity',
    }),
    deletionProtection: toggle({ label: 'Deletion protection', default: false, section: 'Protection' }),
    capacityUnits: usage({
      label: 'Load balancer capacity units',
      unit: 'LCU on average',
      help: 'One unit carries 25 new connections a second, 3,000 active ones or 1 GB an hour.',
    }),
    extraIngress: ingressRules(),
  }),
  headline: ({ scheme, listener }) =>
    `${scheme === 'internal' ? 'Internal' : 'Internet-facing'} · ${listener.toUpperCase()}`,
  traits: ({ listener, scheme }, place) => ({
    role: 'load-balancer',
    copies: subnetPerAz(place).length > 1 ? MANAGED : { min: 1, desired: 1, max: 1 },
    members: subnetPerAz(place).map(({ id }) => ({ subnet: id, role: 'node', count: 1 })),
    listens:
      listener === 'https'
        ? [
            { protocol: 'tcp', port: 443 },
            { protocol: 'tcp', port: 80 },
          ]
        : [{ protocol: 'tcp', port: 80 }],
    inVpc: true,
    publicAddress: scheme === 'internet-facing',
  }),
});
