import { z } from 'zod';
import { integer, text, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const route53Zone = defineKind({
  kind: 'route53-zone',
  title: 'Amazon Route 53 hosted zone',
  newName: 'DNS zone',
  category: 'Edge',
  icon: 'architecture-service/AmazonRoute53',
  summary: 'Answers DNS queries for a domain and points names at load balancers and distributions.',
  keywords: ['dns', 'domain', 'route 53', 'hosted zone'],
  docsUrl: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/Welcome.html',
  scope: 'global',
  family: 'dns',
  parents: ['canvas'],
  size: SERVICE,
  settings: z.object({
    domain: text({
      label: 'Domain',
      default: 'example.com',
      maxLength: 253,
      pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
      form: 'a domain name in lower case such as example.com',
      section: 'Basics',
    }),
    healthChecks: integer({
      label: 'Health checks',
      help: 'Each asks one load balancer or machine that names lead to. Several of them then share one name, and users are sent to those that answer.',
      min: 0,
      max: 200,
      default: 0,
      section: 'Capacity',
    }),
    queriesMillions: usage({ label: 'Queries', unit: 'million a month' }),
  }),
  headline: ({ domain }) => domain,
  traits: () => ({
    role: 'dns',
    copies: MANAGED,
    selfRedundant: true,
    publicAddress: true,
    listens: [{ protocol: 'udp', port: 53 }],
  }),
});
