import type { JsonObject } from '../../util/json';
import { BUDGET, bothZones, buildHealthySite, buildSite, GUARDED, type RuleExample, STATELESS } from './healthy-site';

const database = (settings: JsonObject) => ({
  parent: 'vpc',
  tier: 'tier-database',
  subnets: bothZones('database'),
  settings,
});

const webTier = (requiredCapacity: number) => ({
  parent: 'vpc',
  name: 'web',
  settings: { role: 'web', exposure: 'private', requiredCapacity },
});

/** The web servers ask something on-premises. */
const joinSite = (settings: JsonObject) =>
  buildHealthySite().add('vpn', 'vpn-connection', { parent: 'vpc', settings }).connect('traffic', 'web', 'vpn');

export const availabilityExamples: Readonly<Record<string, RuleExample>> = {
  'AVL-01': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: ['web-a'],
        settings: STATELESS,
      }),
    subject: 'tier-web',
  },
  'AVL-02': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web', settings: STATELESS }),
    subject: 'tier-web',
  },
  'AVL-03': {
    good: buildHealthySite,
    bad: () =>
      buildSite()
        .add('web', 'auto-scaling-group', {
          parent: 'vpc',
          tier: 'tier-web',
          subnets: bothZones('web'),
          settings: STATELESS,
        })
        .connect('traffic', 'users', 'web'),
    subject: 'web',
  },
  'AVL-04': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('alb', 'application-load-balancer', {
        parent: 'vpc',
        tier: 'tier-load-balancing',
        subnets: ['load-balancing-a'],
        settings: GUARDED,
      }),
    subject: 'alb',
  },
  'AVL-05': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('db', 'rds-instance', database({ multiAz: false })),
    subject: 'db',
  },
  'AVL-06': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('cache', 'elasticache-redis', {
        parent: 'vpc',
        tier: 'tier-cache',
        subnets: bothZones('cache'),
      }),
    subject: 'cache',
  },
  'AVL-07': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('nat-b', 'nat-gateway', { parent: 'load-balancing-a' }),
    subject: 'nat',
  },
  'AVL-11': {
    good: () => buildHealthySite().add('tier-web', 'tier', webTier(1)),
    bad: () => buildHealthySite().add('tier-web', 'tier', webTier(2)),
    subject: 'tier-web',
  },
  'AVL-13': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('web', 'auto-scaling-group', {
        parent: 'vpc',
        tier: 'tier-web',
        subnets: bothZones('web'),
        settings: { ...STATELESS, healthCheck: 'ec2' },
      }),
    subject: 'web',
  },
  'AVL-14': {
    good: () => buildHealthySite().add('db', 'rds-instance', database({ multiAz: true, backupRetentionDays: 14 })),
    bad: () => buildHealthySite().add('db', 'rds-instance', database({ multiAz: true, backupRetentionDays: 0 })),
    subject: 'db',
  },
  'AVL-15': {
    good: () => joinSite({ customerGateways: 'two' }),
    bad: () => joinSite({}),
    subject: 'vpn',
  },
  'AVL-17': {
    good: () => buildHealthySite().settings({ ...BUDGET, targetAvailability: 99, targetRecoveryMinutes: 10 }),
    bad: () => buildHealthySite().settings({ ...BUDGET, targetAvailability: 99.999 }),
    subject: 'users',
  },
  'AVL-12': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite()
        .add('auth', 'ec2-instance', { parent: 'web-a', settings: STATELESS })
        .connect('traffic', 'web', 'auth'),
    subject: 'auth',
  },
};
