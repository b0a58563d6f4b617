import { z } from 'zod';
import { choice, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const cloudfront = defineKind({
  kind: 'cloudfront',
  title: 'Amazon CloudFront distribution',
  newName: 'CDN',
  category: 'Edge',
  icon: 'architecture-service/AmazonCloudFront',
  summary: 'Delivers content from edge locations near the users, from S3 or HTTP origins.',
  keywords: ['cdn', 'cache', 'edge', 'distribution'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
  scope: 'global',
  family: 'cdn',
  parents: ['canvas'],
  size: SERVICE,
  settings: z.object({
    viewerProtocol: choice(
      { 'redirect-to-https': 'HTTP is sent on to HTTPS', 'https-only': 'HTTPS only', 'allow-all': 'HTTP and HTTPS' },
      { label: 'Viewers use', default: 'redirect-to-https', section: 'Network' },
    ),
    tlsPolicy: choice(
      { modern: 'TLS 1.2 and 1.3', legacy: 'TLS 1.0 and later, for old clients' },
      {
        label: 'TLS versions',
        help: 'Of the certificate for your domain; the name that AWS gives has its own.',
        default: 'modern',
        section: 'Protection',
      },
    ),
    priceClass: choice(
      {
        PriceClass_100: 'North America, Europe',
        PriceClass_200: 'Most of the world',
        PriceClass_All: 'All edge locations',
      },
      { label: 'Edge locations', default: 'PriceClass_100', section: 'Basics' },
    ),
    dataOutGb: usage({ label: 'Data to viewers', unit: 'GB a month' }),
    requestsMillions: usage({ label: 'HTTPS requests', unit: 'million a month' }),
  }),
  headline: ({ dataOutGb }) => (dataOutGb === null ? '' : `${dataOutGb} GB a month`),
  traits: () => ({
    role: 'edge',
    copies: MANAGED,
    selfRedundant: true,
    publicAddress: true,
    listens: [
      { protocol: 'tcp', port: 443 },
      { protocol: 'tcp', port: 80 },
    ],
  }),
});
