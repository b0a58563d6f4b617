import type { JsonObject } from '../../util/json';
import { bothZones, buildHealthySite, type RuleExample } from './healthy-site';

const inTier = (tier: string, settings: JsonObject) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: bothZones(tier),
  settings,
});

export const encryptionExamples: Readonly<Record<string, RuleExample>> = {
  'ENC-01': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add(
        'alb',
        'application-load-balancer',
        inTier('load-balancing', { listener: 'http', deletionProtection: true }),
      ),
    subject: 'alb',
  },
  'ENC-04': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('db', 'rds-instance', inTier('database', { multiAz: true, encrypted: false })),
    subject: 'db',
  },
  'ENC-05': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add(
        'cache',
        'elasticache-redis',
        inTier('cache', { replicas: 1, multiAz: true, automaticFailover: true, encryptedInTransit: false }),
      ),
    subject: 'cache',
  },
  'ENC-06': {
    good: () => buildHealthySite().add('files', 'efs', inTier('web', {})).connect('data', 'web', 'files'),
    bad: () =>
      buildHealthySite()
        .add('files', 'efs', inTier('web', { encrypted: false }))
        .connect('data', 'web', 'files'),
    subject: 'files',
  },
  'ENC-07': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('static', 's3-bucket', { parent: 'region', settings: { requireTls: false } }),
    subject: 'static',
  },
};
