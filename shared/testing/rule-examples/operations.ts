import { bothZones, buildHealthySite, type RuleExample } from './healthy-site';

const table = (settings = {}) => ({ parent: 'region', settings });

export const operationsExamples: Readonly<Record<string, RuleExample>> = {
  'OPS-01': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite()
        .add('db2', 'rds-instance', {
          parent: 'vpc',
          tier: 'tier-database',
          subnets: bothZones('database'),
          settings: { multiAz: true },
        })
        .connect('data', 'web', 'db2'),
    subject: 'region',
  },
  'OPS-05': {
    good: () => buildHealthySite().tags({ Owner: 'shop team' }, ['Owner']),
    bad: () =>
      buildHealthySite()
        .tags({}, ['Owner'])
        .add('vpc', 'vpc', { parent: 'region', tags: { Owner: 'shop team' } })
        .add('cdn', 'cloudfront', { tags: { Owner: 'shop team' } })
        .add('alarm', 'cloudwatch-alarm', { parent: 'region', tags: { Owner: 'shop team' } })
        .add('on-call', 'sns-topic', { parent: 'region', tags: { Owner: 'shop team' } }),
    subject: 'static',
  },
  'OPS-06': {
    good: () =>
      buildHealthySite()
        .add('to-tables', 'gateway-endpoint', { parent: 'vpc', settings: { service: 'dynamodb' } })
        .add('orders', 'dynamodb-table', table())
        .connect('data', 'web', 'orders'),
    bad: () =>
      buildHealthySite()
        .add('orders', 'dynamodb-table', table({ deletionProtection: false }))
        .connect('data', 'web', 'orders'),
    subject: 'orders',
  },
};
