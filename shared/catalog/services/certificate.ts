import { z } from 'zod';
import { text, toggle } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const certificate = defineKind({
  kind: 'certificate',
  title: 'AWS Certificate Manager certificate',
  newName: 'Certificate',
  category: 'Security',
  icon: 'architecture-service/AWSCertificateManager',
  summary: 'Proves to browsers whom they talk to. Free, and renewed by itself while its DNS records stay.',
  keywords: ['acm', 'tls', 'ssl', 'https', 'certificate manager'],
  docsUrl: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html',
  scope: 'regional',
  family: 'certificate',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    domain: text({
      label: 'Domain',
      help: 'A hosted zone of this domain, or of one above it, proves that it is yours.',
      default: 'example.com',
      maxLength: 253,
      pattern: /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
      form: 'a domain name in lower case such as example.com or *.example.com',
      section: 'Basics',
    }),
    subdomains: toggle({
      label: 'Also for names one level below',
      help: 'Adds *.example.com beside example.com.',
      default: true,
      section: 'Basics',
    }),
  }),
  headline: ({ domain, subdomains }) => (subdomains && !domain.startsWith('*.') ? `${domain}, *.${domain}` : domain),
  traits: () => ({ role: 'operations', copies: MANAGED, selfRedundant: true }),
});
