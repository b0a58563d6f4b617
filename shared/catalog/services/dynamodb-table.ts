import { z } from 'zod';
import { choice, integer, text, toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const dynamodbTable = defineKind({
  kind: 'dynamodb-table',
  title: 'Amazon DynamoDB table',
  newName: 'Table',
  category: 'Database',
  icon: 'architecture-service/AmazonDynamoDB',
  summary: 'A key-value table that AWS replicates over three Availability Zones by itself.',
  keywords: ['nosql', 'key-value', 'document'],
  docsUrl: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
  scope: 'regional',
  family: 'nosql',
  parents: ['region'],
  size: SERVICE,
  tierRole: 'database',
  settings: z.object({
    billingMode: choice(
      { 'on-demand': 'On-demand', provisioned: 'Provisioned' },
      { label: 'Capacity mode', default: 'on-demand', section: 'Basics' },
    ),
    partitionKey: text({
      label: 'Partition key',
      default: 'id',
      maxLength: 255,
      pattern: /\S/,
      form: 'the name of an attribute such as id',
      section: 'Basics',
    }),
    sortKey: text({ label: 'Sort key', help: 'Empty: none.', default: '', maxLength: 255, section: 'Basics' }),
    readUnits: integer({
      label: 'Read capacity',
      unit: 'RCU',
      min: 1,
      max: 40000,
      default: 5,
      section: 'Capacity',
      help: 'For provisioned capacity.',
    }),
    writeUnits: integer({
      label: 'Write capacity',
      unit: 'WCU',
      min: 1,
      max: 40000,
      default: 5,
      section: 'Capacity',
      help: 'For provisioned capacity.',
    }),
    pointInTimeRecovery: toggle({ label: 'Point-in-time recovery', default: true, section: 'Protection' }),
    deletionProtection: toggle({ label: 'Deletion protection', default: true, section: 'Protection' }),
    storageGb: usage({ label: 'Data stored', unit: 'GB' }),
    readMillions: usage({ label: 'Read request units', unit: 'million a month', help: 'For on-demand capacity.' }),
    writeMillions: usage({ label: 'Write request units', unit: 'million a month', help: 'For on-demand capacity.' }),
  }),
  headline: ({ billingMode }) => (billingMode === 'on-demand' ? 'On-demand' : 'Provisioned'),
  traits: () => ({
    role: 'database',
    stateful: true,
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
  }),
});
