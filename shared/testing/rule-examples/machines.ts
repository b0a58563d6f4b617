import type { JsonObject } from '../../util/json';
import type { DesignBuilder } from '../builder';
import { bothZones, buildHealthySite, GUARDED, type RuleExample, STATELESS } from './healthy-site';

const inTier = (tier: string, settings: JsonObject) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets: bothZones(tier),
  settings,
});

/** Proxies of one's own in front of the web servers, behind nothing or a Network Load Balancer. */
const buildProxies = (): DesignBuilder =>
  buildHealthySite()
    .add('proxy', 'ec2-instance', { parent: 'web-a', settings: { role: 'load-balancer', sessionStore: 'none' } })
    .connect('traffic', 'alb', 'proxy')
    .connect('monitors', 'alarm', 'proxy');

/** A database on a machine that the web servers use, with a copy in the other zone or without. */
const buildOwnDatabase = (replica: boolean, settings: JsonObject = {}): DesignBuilder => {
  const own = { role: 'database', ...settings };
  const site = buildHealthySite()
    .add('ledger', 'ec2-instance', { parent: 'database-a', settings: own })
    .connect('data', 'web', 'ledger')
    .connect('monitors', 'alarm', 'ledger');
  if (!replica) return site;
  return site
    .add('copy', 'ec2-instance', { parent: 'database-b', settings: own })
    .connect('replicates', 'ledger', 'copy')
    .connect('failover', 'ledger', 'copy');
};

const buildFiles = (settings: JsonObject, subnets: readonly string[]): DesignBuilder =>
  buildHealthySite()
    .add('files', 'efs', { parent: 'vpc', tier: 'tier-web', subnets, settings })
    .connect('data', 'web', 'files');

/** Two sites behind one name. */
const buildTwoEndpoints = (healthChecks: number): DesignBuilder =>
  buildHealthySite()
    .add('dns', 'route53-zone', { settings: { healthChecks } })
    .add('alb2', 'application-load-balancer', inTier('load-balancing', GUARDED))
    .connect('traffic', 'users', 'dns')
    .connect('dns', 'dns', 'alb')
    .connect('dns', 'dns', 'alb2')
    .connect('traffic', 'alb2', 'web')
    .connect('monitors', 'alarm', 'alb2');

const buildCache = (holds: string): DesignBuilder =>
  buildHealthySite()
    .add('cache', 'elasticache-redis', inTier('cache', { replicas: 1, multiAz: true, automaticFailover: true, holds }))
    .connect('data', 'web', 'cache');

const buildFunction = (functionUrl: string): DesignBuilder =>
  buildHealthySite()
    .add('hook', 'lambda-function', { parent: 'region', settings: { functionUrl } })
    .connect('data', 'hook', 'static');

/** A secret that the web servers read and a function changes now and then. */
const buildSecret = (rotationDays: number): DesignBuilder =>
  buildHealthySite()
    .add('secret', 'secret', { parent: 'region', settings: { rotationDays } })
    .add('changer', 'lambda-function', { parent: 'region', settings: { role: 'worker' } })
    .connect('data', 'web', 'secret')
    .connect('uses', 'secret', 'changer');

/** Two load balancers, of which one writes access logs. */
const buildLogged = (): DesignBuilder =>
  buildHealthySite()
    .add('inner', 'application-load-balancer', inTier('load-balancing', GUARDED))
    .add('logs', 's3-bucket', { parent: 'region', settings: { content: 'logs', expireDays: 90 } })
    .connect('traffic', 'users', 'inner')
    .connect('traffic', 'inner', 'web')
    .connect('monitors', 'alarm', 'inner')
    .connect('logs', 'alb', 'logs');

const web = (settings: JsonObject) => inTier('web', { ...STATELESS, ...settings });

export const machineExamples: Readonly<Record<string, RuleExample>> = {
  'AVL-08': { good: buildHealthySite, bad: buildProxies, subject: 'proxy' },
  'AVL-09': { good: () => buildOwnDatabase(true), bad: () => buildOwnDatabase(false), subject: 'ledger' },
  'AVL-10': {
    good: () => buildFiles({}, bothZones('web')),
    bad: () => buildFiles({ oneZone: true }, bothZones('web')),
    subject: 'files',
  },
  'AVL-16': { good: () => buildTwoEndpoints(2), bad: () => buildTwoEndpoints(0), subject: 'dns' },
  'STA-07': {
    good: () => buildOwnDatabase(true, { dataDisk: 'instance' }),
    bad: () => buildOwnDatabase(false, { dataDisk: 'instance' }),
    subject: 'ledger',
  },
  'STA-08': {
    good: buildHealthySite,
    bad: () => buildHealthySite().connect('data', 'web', 'db', { addressing: 'address' }),
    subject: 'db',
  },
  'STA-09': { good: () => buildCache('copies'), bad: () => buildCache('originals'), subject: 'cache' },
  'IAM-01': {
    good: () => buildHealthySite().add('to-s3', 'gateway-endpoint', { parent: 'vpc' }).connect('data', 'web', 'static'),
    bad: () =>
      buildHealthySite()
        .add('web', 'auto-scaling-group', web({ awsAccess: 'none' }))
        .connect('data', 'web', 'static'),
    subject: 'web',
  },
  'IAM-02': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('web', 'auto-scaling-group', web({ awsAccess: 'keys' })),
    subject: 'web',
  },
  'IAM-06': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('web', 'auto-scaling-group', web({ requireTokens: false })),
    subject: 'web',
  },
  'IAM-07': {
    good: () => buildFunction('iam'),
    bad: () => buildFunction('public'),
    subject: 'hook',
  },
  'OPS-02': {
    good: buildHealthySite,
    bad: () => buildHealthySite().add('web', 'auto-scaling-group', web({ logRetention: 'none' })),
    subject: 'region',
  },
  'IAM-04': {
    good: () => buildSecret(30),
    bad: () => buildSecret(0),
    subject: 'secret',
  },
  'OPS-03': {
    good: () => buildLogged().connect('logs', 'inner', 'logs'),
    bad: buildLogged,
    subject: 'region',
  },
  'IAM-08': {
    good: () => buildHealthySite().settings({ monthlyBudget: 2000, accountBaseline: 'confirmed', hoursPerMonth: 220 }),
    bad: () => buildHealthySite().settings({ monthlyBudget: 2000, accountBaseline: 'open' }),
    subject: 'region',
  },
  'IAM-03': {
    good: () => buildHealthySite().add('hint', 'note', { name: 'Password: ask the operators' }),
    bad: () => buildHealthySite().add('hint', 'note', { name: 'Database password: hunter2-hunter2' }),
    subject: 'hint',
  },
};
