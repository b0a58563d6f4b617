import type { JsonObject } from '../../util/json';
import type { DesignBuilder } from '../builder';
import { bothZones, buildHealthySite, GUARDED, type RuleExample, STATELESS } from './healthy-site';

const inTier = (tier: string, settings: JsonObject) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: bothZones(tier),
  settings,
});

const web = (settings: JsonObject) => inTier('web', { ...STATELESS, ...settings });

/** The web servers behind a bastion that an office reaches. */
const buildOffice = (cidr: string): DesignBuilder =>
  buildHealthySite()
    .add('office', 'office', { settings: { cidr } })
    .add('bastion', 'bastion-host', { parent: 'load-balancing-a' })
    .connect('admin', 'office', 'bastion')
    .connect('admin', 'bastion', 'web');

/** A call between two functions that takes so long. */
const buildCall = (durationMs: number): DesignBuilder =>
  buildHealthySite()
    .add('thumbnails', 'lambda-function', { parent: 'region' })
    .connect('traffic', 'web', 'thumbnails', { durationMs })
    .connect('monitors', 'alarm', 'thumbnails');

/** The distribution has a web ACL, and users come to the load balancer past it. */
const buildGuarded = (): DesignBuilder =>
  buildHealthySite()
    .add('firewall', 'waf-web-acl', { parent: 'region' })
    .add('firewall-b', 'waf-web-acl', { parent: 'region' })
    .connect('uses', 'cdn', 'firewall')
    .connect('traffic', 'cdn', 'alb');

const buildTypes = (instanceType: string): DesignBuilder =>
  buildHealthySite().add('web', 'auto-scaling-group', web({ instanceType }));

const buildRds = (settings: JsonObject, pool: JsonObject = {}): DesignBuilder =>
  buildHealthySite()
    .add('db', 'rds-instance', inTier('database', { multiAz: true, ...settings }))
    .connect('data', 'web', 'db', pool);

const buildOldOrigin = (listener: string): DesignBuilder =>
  buildHealthySite()
    .add('alb', 'application-load-balancer', inTier('load-balancing', { ...GUARDED, listener }))
    .add('front', 'cloudfront')
    .connect('traffic', 'users', 'front')
    .connect('traffic', 'front', 'alb');

const buildLogs = (expireDays: number | null): DesignBuilder =>
  buildHealthySite()
    .add('logs', 's3-bucket', { parent: 'region', settings: { content: 'logs', expireDays } })
    .connect('logs', 'alb', 'logs');

const buildKey = (rotation: boolean): DesignBuilder =>
  buildHealthySite().add('key', 'kms-key', { parent: 'region', settings: { rotation } }).connect('uses', 'db', 'key');

export const hygieneExamples: Readonly<Record<string, RuleExample>> = {
  'CON-11': {
    good: buildHealthySite,
    bad: () => buildTypes('m7a.large').add('region', 'region', { settings: { code: 'sa-east-1' } }),
    subject: 'web',
  },
  'CON-12': {
    good: () => buildCall(100),
    bad: () =>
      buildCall(100)
        .add('resize', 'lambda-function', { parent: 'region' })
        .connect('traffic', 'thumbnails', 'resize')
        .connect('traffic', 'resize', 'thumbnails')
        .connect('monitors', 'alarm', 'resize'),
    subject: 'resize',
  },
  'COST-04': { good: buildHealthySite, bad: () => buildTypes('m4.large'), subject: 'web' },
  'COST-08': { good: () => buildLogs(30), bad: () => buildLogs(null), subject: 'logs' },
  'ENC-02': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add(
        'alb',
        'application-load-balancer',
        inTier('load-balancing', { ...GUARDED, tlsPolicy: 'legacy' }),
      ),
    subject: 'alb',
  },
  'ENC-03': { good: () => buildOldOrigin('https'), bad: () => buildOldOrigin('http'), subject: 'alb' },
  'ENC-08': { good: () => buildKey(true), bad: () => buildKey(false), subject: 'key' },
  'NET-11': {
    good: () => buildGuarded().connect('uses', 'alb', 'firewall-b'),
    bad: buildGuarded,
    subject: 'alb',
  },
  'NET-06': { good: () => buildOffice('203.0.113.0/24'), bad: () => buildOffice('203.0.0.0/16'), subject: 'bastion' },
  'OPS-04': { good: buildHealthySite, bad: () => buildRds({ minorUpgrades: false }), subject: 'db' },
  'SCA-02': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite()
        .add('tier-app', 'tier', { parent: 'vpc', settings: { role: 'app', exposure: 'private' } })
        .add('app-c', 'subnet', {
          parent: 'az-a',
          tier: 'tier-app',
          settings: { exposure: 'private', cidr: '10.0.40.0/24' },
        })
        .add('web', 'auto-scaling-group', {
          parent: 'vpc',
          tier: 'tier-web',
          subnets: [...bothZones('web'), 'app-c'],
          settings: STATELESS,
        }),
    subject: 'web',
  },
  'SCA-05': { good: () => buildCall(900), bad: () => buildCall(4000), subject: 'web' },
  'SCA-07': {
    good: () => buildRds({ instanceClass: 'db.r6g.large' }, { poolSize: 20 }),
    bad: () => buildRds({ instanceClass: 'db.t4g.micro' }, { poolSize: 40 }),
    subject: 'db',
  },
  'SCA-08': { good: () => buildRds({ averageCpu: 10 }), bad: () => buildRds({ averageCpu: 60 }), subject: 'db' },
};
