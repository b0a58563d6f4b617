import { bothZones, buildHealthySite, type RuleExample } from './healthy-site';

const onDemand = { monthlyBudget: 2000 };

/** Workers that take jobs from a queue. */
const withWorkers = (purchase: string, sessionStore: string) =>
  buildHealthySite()
    .add('jobs', 'sqs-queue', { parent: 'region' })
    .add('workers', 'auto-scaling-group', {
      parent: 'vpc',
      subnets: bothZones('web'),
      settings: {
        role: purchase === 'spot' && sessionStore === 'memory' ? 'app' : 'worker',
        purchase,
        sessionStore,
        logRetention: '30',
      },
    })
    .connect('async', 'web', 'jobs')
    .connect('async', 'jobs', 'workers');

export const costExamples: Readonly<Record<string, RuleExample>> = {
  'COST-01': {
    good: buildHealthySite,
    bad: () => buildHealthySite().settings({}),
    subject: 'region',
    status: 'unknown',
  },
  'COST-02': {
    good: () => buildHealthySite().settings({ ...onDemand, hoursPerMonth: 220 }),
    bad: () => buildHealthySite().settings(onDemand),
    subject: 'region',
  },
  'COST-03': {
    good: () => withWorkers('spot', 'none'),
    bad: () => withWorkers('spot', 'memory'),
    subject: 'workers',
  },
  'COST-05': {
    good: () => buildHealthySite().connect('data', 'web', 'db', { gbPerMonth: 1900 }),
    bad: () => buildHealthySite().connect('data', 'web', 'db', { gbPerMonth: 2100 }),
    subject: 'db',
  },
  'COST-06': {
    good: () =>
      buildHealthySite()
        .add('to-s3', 'gateway-endpoint', { parent: 'vpc' })
        .connect('data', 'web', 'static', { gbPerMonth: 50 }),
    bad: () => buildHealthySite().connect('data', 'web', 'static', { gbPerMonth: 50 }),
    subject: 'static',
  },
  'COST-09': {
    good: buildHealthySite,
    bad: buildHealthySite,
    subject: 'region',
    status: 'unknown',
    amounts: { good: { monthlyUsd: 900, isLowerBound: false }, bad: { monthlyUsd: 900, isLowerBound: true } },
  },
  'COST-07': {
    good: () => buildHealthySite().add('jobs', 'kinesis-stream', { parent: 'region' }).connect('async', 'web', 'jobs'),
    bad: () => buildHealthySite().add('jobs', 'kinesis-stream', { parent: 'region' }),
    subject: 'jobs',
  },
};
