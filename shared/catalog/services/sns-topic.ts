import { z } from 'zod';
import { toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const snsTopic = defineKind({
  kind: 'sns-topic',
  title: 'Amazon SNS topic',
  newName: 'Topic',
  category: 'Messaging',
  icon: 'architecture-service/AmazonSimpleNotificationService',
  summary: 'Passes each message on to all its subscribers: queues, functions, people.',
  keywords: ['sns', 'simple notification service', 'publish', 'subscribe', 'notification'],
  docsUrl: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
  scope: 'regional',
  family: 'topic',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    fifo: toggle({ label: 'FIFO', default: false, section: 'Basics' }),
    publishesMillions: usage({ label: 'Messages published', unit: 'million a month' }),
    payloadGb: usage({ label: 'Payload published', unit: 'GB a month', help: 'For a FIFO topic.' }),
  }),
  headline: ({ fifo }) => (fifo ? 'FIFO' : 'Standard'),
  traits: () => ({ role: 'topic', copies: MANAGED, selfRedundant: true, listens: [{ protocol: 'tcp', port: 443 }] }),
});
