import { buildHealthySite, type RuleExample } from './healthy-site';

export const costExamples: Readonly<Record<string, RuleExample>> = {
  'COST-01': {
    good: buildHealthySite,
    bad: () => buildHealthySite().settings({}),
    subject: 'region',
    status: 'unknown',
  },
  'COST-07': {
    good: () => buildHealthySite().add('jobs', 'sqs-queue', { parent: 'region' }).connect('async', 'web', 'jobs'),
    bad: () => buildHealthySite().add('jobs', 'sqs-queue', { parent: 'region' }),
    subject: 'jobs',
  },
};
