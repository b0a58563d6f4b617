import { bothZones, buildHealthySite, GUARDED, type RuleExample, STATELESS } from './healthy-site';

export const connectivityExamples: Readonly<Record<string, RuleExample>> = {
  'CON-01': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('stray', 'subnet', {
        parent: 'vpc',
        settings: { exposure: 'isolated', cidr: '10.0.99.0/24' },
      }),
    subject: 'stray',
  },
  'CON-02': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('extra', 'subnet', {
        parent: 'az-a',
        settings: { exposure: 'isolated', cidr: '10.0.1.128/25' },
      }),
    subject: 'extra',
  },
  'CON-03': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('worker', 'ec2-instance', { parent: 'vpc' }),
    subject: 'worker',
  },
  'CON-04': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('odd', 'subnet', {
        parent: 'az-a',
        settings: { exposure: 'private', cidr: '10.0.99.0/24', defaultRoute: 'internet-gateway' },
      }),
    subject: 'odd',
  },
  'CON-05': {
    good: () => buildHealthySite().add('mail', 'sqs-queue', { parent: 'region' }).connect('async', 'web', 'mail'),
    bad: () =>
      buildHealthySite()
        .add('web', 'auto-scaling-group', {
          parent: 'vpc',
          tier: 'tier-web',
          subnets: bothZones('database'),
          settings: STATELESS,
        })
        .add('mail', 'sqs-queue', { parent: 'region' })
        .connect('async', 'web', 'mail'),
    subject: 'web',
  },
  'CON-06': {
    good: () => buildHealthySite().settings({ environment: 'development' }),
    // A database nobody depends on, in a design for development, may do without a standby.
    bad: () =>
      buildHealthySite()
        .settings({ environment: 'development' })
        .add('reports', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a'] })
        .connect('data', 'nightly', 'reports')
        .add('nightly', 'lambda-function', { parent: 'region', settings: { role: 'worker' } }),
    subject: 'reports',
  },
  'CON-07': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('alb', 'application-load-balancer', {
        parent: 'vpc',
        tier: 'tier-load-balancing',
        subnets: bothZones('load-balancing'),
        settings: { ...GUARDED, scheme: 'internal' },
      }),
    subject: 'alb',
  },
  'CON-08': {
    good: buildHealthySite,
    bad: () => buildHealthySite().connect('traffic', 'web', 'alb').connect('traffic', 'db', 'web'),
    subject: 'db',
  },
  'CON-09': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite()
        .add('tier-app', 'tier', { parent: 'vpc', settings: { role: 'app', exposure: 'private' } })
        .add('app', 'auto-scaling-group', {
          parent: 'vpc',
          tier: 'tier-app',
          subnets: bothZones('web'),
          settings: STATELESS,
        }),
    subject: 'tier-app',
  },
  'CON-10': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite()
        .add('nlb', 'network-load-balancer', {
          parent: 'vpc',
          tier: 'tier-load-balancing',
          subnets: bothZones('load-balancing'),
          settings: { scheme: 'internal', deletionProtection: true },
        })
        .add('sum', 'lambda-function', { parent: 'region' })
        .connect('traffic', 'web', 'nlb')
        .connect('traffic', 'nlb', 'sum')
        .connect('monitors', 'alarm', 'nlb'),
    subject: 'nlb',
  },
  'CON-13': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: bothZones('web'),
        settings: { ...STATELESS, instanceType: 'LARGE' },
      }),
    subject: 'web',
  },
};
