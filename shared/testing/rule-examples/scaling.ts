import type { DesignBuilder } from '../builder';
import { bothZones, buildHealthySite, buildSite, GUARDED, type RuleExample, STATELESS, watch } from './healthy-site';

const network = (letter: string, cidr: string) => ({
  parent: `az-${letter}`,
  tier: 'tier-web',
  settings: { exposure: 'private', cidr },
});

/** The web tier with so many addresses in each subnet. */
const buildNarrow = (prefix: number): DesignBuilder =>
  buildHealthySite()
    .add('web', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-web',
      subnets: bothZones('web'),
      settings: { ...STATELESS, max: 30 },
    })
    .add('web-a', 'subnet', network('a', '10.0.3.0/24'))
    .add('web-b', 'subnet', network('b', `10.0.2.0/${prefix}`));

const readBy = (requestsPerSecond: number): DesignBuilder =>
  watch(buildSite(), ['alb', 'web', 'db'])
    .add('users', 'users', { settings: { requestsPerSecond } })
    .add('cdn', 'cloudfront')
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      tier: 'tier-load-balancing',
      subnets: bothZones('load-balancing'),
      settings: GUARDED,
    })
    .add('web', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-web',
      subnets: bothZones('web'),
      settings: STATELESS,
    })
    .add('db', 'rds-instance', {
      parent: 'vpc',
      tier: 'tier-database',
      subnets: bothZones('database'),
      settings: { multiAz: true },
    })
    .connect('traffic', 'users', 'cdn')
    .connect('traffic', 'cdn', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('data', 'web', 'db');

const readQueue = (seconds: number): DesignBuilder =>
  buildHealthySite()
    .add('jobs', 'sqs-queue', { parent: 'region', settings: { visibilityTimeoutSeconds: seconds } })
    .add('worker', 'lambda-function', { parent: 'region', settings: { role: 'worker', timeoutSeconds: 60 } })
    .connect('async', 'web', 'jobs')
    .connect('async', 'jobs', 'worker');

/** Web servers one by one behind the load balancer. */
const buildServers = (): DesignBuilder => {
  const builder = buildHealthySite().add('web', 'ec2-instance', {
    parent: 'web-a',
    tier: 'tier-web',
    settings: STATELESS,
  });
  return builder
    .add('web2', 'ec2-instance', { parent: 'web-b', tier: 'tier-web', settings: STATELESS })
    .connect('traffic', 'alb', 'web2')
    .connect('session', 'web2', 'cache')
    .connect('data', 'web2', 'db')
    .connect('monitors', 'alarm', 'web2');
};

/** Without the distribution and its bucket. */
const buildWithoutCdn = (): DesignBuilder =>
  watch(buildSite(), ['alb', 'web'])
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      tier: 'tier-load-balancing',
      subnets: bothZones('load-balancing'),
      settings: GUARDED,
    })
    .add('web', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-web',
      subnets: bothZones('web'),
      settings: { ...STATELESS, sessionStore: 'tokens' },
    })
    .connect('traffic', 'users', 'alb', { gbPerMonth: 500 })
    .connect('traffic', 'alb', 'web');

export const scalingExamples: Readonly<Record<string, RuleExample>> = {
  'SCA-01': { good: buildHealthySite, bad: buildServers, subject: 'web' },
  'SCA-03': { good: buildHealthySite, bad: buildWithoutCdn, subject: 'alb' },
  'SCA-04': { good: () => readBy(20), bad: () => readBy(400), subject: 'db' },
  'SCA-06': { good: () => readQueue(360), bad: () => readQueue(30), subject: 'jobs' },
  'SCA-09': { good: () => buildNarrow(24), bad: () => buildNarrow(28), subject: 'web-b' },
};
