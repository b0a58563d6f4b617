import { z } from 'zod';
import { toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const kmsKey = defineKind({
  kind: 'kms-key',
  title: 'AWS KMS key',
  newName: 'Key',
  category: 'Security',
  icon: 'architecture-service/AWSKeyManagementService',
  summary: 'A customer managed key with which other services encrypt data.',
  keywords: ['kms', 'encryption', 'key management service'],
  docsUrl: 'https://docs.aws.amazon.com/kms/latest/developerguide/overview.html',
  scope: 'regional',
  family: 'key',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    rotation: toggle({ label: 'Yearly rotation', default: true, section: 'Protection' }),
    requestsMillions: usage({ label: 'Requests', unit: 'million a month' }),
  }),
  traits: () => ({
    role: 'operations',
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
  }),
});
