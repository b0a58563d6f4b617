import { z } from 'zod';
import { integer, toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const sqsQueue = defineKind({
  kind: 'sqs-queue',
  title: 'Amazon SQS queue',
  newName: 'Queue',
  category: 'Messaging',
  icon: 'architecture-service/AmazonSimpleQueueService',
  summary: 'Holds messages until a consumer takes them, so that the two sides need not run at the same time.',
  keywords: ['sqs', 'simple queue service', 'message', 'async'],
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
  scope: 'regional',
  family: 'queue',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    fifo: toggle({ label: 'FIFO', help: 'Keeps the order and delivers once.', default: false, section: 'Basics' }),
    deadLetterQueue: toggle({
      label: 'Dead-letter queue',
      help: 'Takes messages that failed five times.',
      default: true,
      section: 'Protection',
    }),
    visibilityTimeoutSeconds: integer({
      label: 'Visibility timeout',
      unit: 's',
      min: 0,
      max: 43200,
      default: 30,
      section: 'Capacity',
    }),
    retentionDays: integer({ label: 'Messages kept', unit: 'days', min: 1, max: 14, default: 4, section: 'Capacity' }),
    requestsMillions: usage({ label: 'Requests', unit: 'million a month' }),
  }),
  headline: ({ fifo }) => (fifo ? 'FIFO' : 'Standard'),
  traits: () => ({
    role: 'queue',
    stateful: true,
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
  }),
});
