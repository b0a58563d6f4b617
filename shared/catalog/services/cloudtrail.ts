import { z } from 'zod';
import { toggle } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { logGb, logRetention } from '../program-fields';
import { SERVICE } from '../sizes';

export const cloudtrail = defineKind({
  kind: 'cloudtrail',
  title: 'AWS CloudTrail trail',
  newName: 'Trail',
  category: 'Operations',
  icon: 'architecture-service/AWSCloudTrail',
  summary: 'Writes down who did what in the account, in a bucket: every call that changes or reads its resources.',
  keywords: ['cloudtrail', 'audit', 'trail', 'logging', 'compliance', 'who did what'],
  docsUrl: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html',
  scope: 'regional',
  family: 'trail',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    allRegions: toggle({
      label: 'Records all Regions',
      help: 'What is done in a Region that nobody watches is recorded too. Off: this Region and the global services.',
      default: true,
      section: 'Basics',
    }),
    validation: toggle({
      label: 'Signed log files',
      help: 'Each hour AWS signs a digest of the files, so that a changed or missing one is noticed.',
      default: true,
      section: 'Protection',
    }),
    logRetention: logRetention(),
    logGb: logGb(),
  }),
  headline: ({ allRegions }) => (allRegions ? 'all Regions' : 'this Region'),
  traits: () => ({ role: 'operations', copies: MANAGED, selfRedundant: true }),
});
