import { z } from 'zod';
import { choice, toggle, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const s3Bucket = defineKind({
  kind: 's3-bucket',
  title: 'Amazon S3 bucket',
  newName: 'Bucket',
  category: 'Storage',
  icon: 'architecture-service/AmazonSimpleStorageService',
  summary: 'Stores files of any number and size, copied over several Availability Zones.',
  keywords: ['s3', 'object', 'files', 'simple storage service', 'static'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
  scope: 'regional',
  family: 'object-store',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    content: choice(
      { static: 'Static files of a site', user: "Users' files", data: 'Data', logs: 'Logs' },
      { label: 'Holds', default: 'static', section: 'Basics' },
    ),
    storageClass: choice(
      {
        standard: 'Standard',
        'standard-ia': 'Standard-IA',
        'one-zone-ia': 'One Zone-IA',
        'intelligent-tiering': 'Intelligent-Tiering',
      },
      { label: 'Storage class', default: 'standard', section: 'Basics' },
    ),
    versioning: toggle({ label: 'Versioning', default: false, section: 'Protection' }),
    expireDays: usage({
      label: 'Deleted after',
      unit: 'days',
      placeholder: 'Kept for ever',
      section: 'Protection',
      max: 36500,
    }),
    blockPublicAccess: toggle({ label: 'Block public access', default: true, section: 'Protection' }),
    requireTls: toggle({
      label: 'Requests need TLS',
      help: 'Its policy refuses plain HTTP, from whoever it comes.',
      default: true,
      section: 'Protection',
    }),
    storageGb: usage({ label: 'Data stored', unit: 'GB' }),
    readThousands: usage({ label: 'GET requests', unit: 'thousand a month' }),
    writeThousands: usage({ label: 'PUT, POST, LIST requests', unit: 'thousand a month' }),
    retrievedGb: usage({ label: 'Data read', unit: 'GB a month', help: 'For infrequent access.' }),
    objectsThousands: usage({ label: 'Objects', unit: 'thousand', help: 'For Intelligent-Tiering.' }),
  }),
  headline: ({ storageGb }) => (storageGb === null ? '' : `${storageGb} GB`),
  traits: ({ blockPublicAccess }) => ({
    role: 'storage',
    stateful: true,
    copies: MANAGED,
    selfRedundant: true,
    publicAddress: !blockPublicAccess,
    listens: [{ protocol: 'tcp', port: 443 }],
  }),
});
