import { z } from 'zod';
import { integer, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const secret = defineKind({
  kind: 'secret',
  title: 'AWS Secrets Manager secret',
  newName: 'Secret',
  category: 'Security',
  icon: 'architecture-service/AWSSecretsManager',
  summary: 'A password, token or key that programs ask for when they need it, instead of carrying it about.',
  keywords: ['password', 'token', 'credentials', 'secrets manager', 'api key'],
  docsUrl: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
  scope: 'regional',
  family: 'secret',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    rotationDays: integer({
      label: 'Changed every',
      unit: 'days',
      help: '0: never by itself. The function that changes it is the one the secret is connected to.',
      min: 0,
      max: 1000,
      default: 0,
      section: 'Protection',
    }),
    requestsMillions: usage({ label: 'Requests', unit: 'million a month' }),
  }),
  headline: ({ rotationDays }) => (rotationDays > 0 ? `changed every ${rotationDays} days` : ''),
  traits: () => ({
    role: 'operations',
    stateful: true,
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
  }),
});
