import { z } from 'zod';
import { choice, integer, toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const kinesisStream = defineKind({
  kind: 'kinesis-stream',
  title: 'Amazon Kinesis data stream',
  newName: 'Stream',
  category: 'Messaging',
  icon: 'architecture-service/AmazonKinesisDataStreams',
  summary: 'Keeps records in the order they came, for several consumers that each read all of them.',
  keywords: ['kinesis', 'stream', 'events', 'shard', 'analytics', 'clickstream'],
  docsUrl: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  scope: 'regional',
  family: 'stream',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    mode: choice(
      { 'on-demand': 'On demand', provisioned: 'Provisioned shards' },
      {
        label: 'Capacity mode',
        help: 'On demand AWS adds shards as the data needs them. Provisioned is cheaper for a steady load.',
        default: 'on-demand',
        section: 'Basics',
      },
    ),
    shards: integer({
      label: 'Shards',
      help: 'Only where they are provisioned. Each takes 1 MB or 1,000 records a second and gives 2 MB.',
      min: 1,
      max: 500,
      default: 1,
      section: 'Capacity',
    }),
    retentionDays: integer({
      label: 'Records kept',
      unit: 'days',
      help: 'A consumer that stood still for longer has lost records. More than a day costs extra.',
      min: 1,
      max: 365,
      default: 1,
      section: 'Capacity',
    }),
    encrypted: toggle({
      label: 'Encrypted',
      help: "With AWS's own key for streams, or with the key it is connected to.",
      default: true,
      section: 'Protection',
    }),
    recordsMillions: usage({
      label: 'Records written',
      unit: 'million a month',
      help: 'In pieces of up to 25 KB. Charged where shards are provisioned.',
    }),
    ingestGb: usage({ label: 'Data written', unit: 'GB a month', help: 'Charged on demand.' }),
    readGb: usage({ label: 'Data read', unit: 'GB a month', help: 'By all consumers together. Charged on demand.' }),
  }),
  headline: ({ mode, shards }) =>
    mode === 'on-demand' ? 'on demand' : `${shards} ${shards === 1 ? 'shard' : 'shards'}`,
  traits: () => ({
    role: 'queue',
    stateful: true,
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
  }),
});
