import type { JsonObject } from '../../util/json';
import type { Amounts } from '../../validation/amounts';
import { buildNetwork, type DesignBuilder } from '../builder';

const TIERS = { 'load-balancing': 'public', web: 'private', cache: 'isolated', database: 'isolated' } as const;

/** Design settings of a site that somebody answers for. */
export const BUDGET: JsonObject = { monthlyBudget: 2000, purchase: 'reserved-1y-no' };

/** What a web tier that survives anything says of itself. */
export const STATELESS: JsonObject = { sessionStore: 'external', localFiles: 'no', logRetention: '30' };

/** Subnets of a tier in the zones a and b. */
export const bothZones = (tier: string): readonly string[] => [`${tier}-a`, `${tier}-b`];

/** A load balancer that faces the internet as it should. */
export const GUARDED: JsonObject = { listener: 'https', deletionProtection: true };

/** A network over two zones with the four tiers of the guide, users, NAT gateways and a budget; no services yet. */
export const buildSite = (): DesignBuilder =>
  buildNetwork(['a', 'b'], TIERS)
    .settings(BUDGET)
    .add('users', 'users')
    .add('nat', 'nat-gateway', { parent: 'load-balancing-a' })
    .add('nat-b', 'nat-gateway', { parent: 'load-balancing-b' });

/** Adds an alarm that watches these services and tells somebody. */
export function watch(builder: DesignBuilder, ids: readonly string[]): DesignBuilder {
  builder.add('alarm', 'cloudwatch-alarm', { parent: 'region' }).add('on-call', 'sns-topic', { parent: 'region' });
  for (const id of ids) builder.connect('monitors', 'alarm', id);
  return builder.connect('async', 'alarm', 'on-call');
}

/** Adds static files that users get from the edge. */
export const addStaticFiles = (builder: DesignBuilder): DesignBuilder =>
  builder
    .add('cdn', 'cloudfront')
    .add('static', 's3-bucket', { parent: 'region' })
    .connect('traffic', 'users', 'cdn')
    .connect('traffic', 'cdn', 'static');

/** A site in which no rule finds anything. Adding an element with a known id replaces it. */
export function buildHealthySite(): DesignBuilder {
  const inVpc = (tier: string, settings: JsonObject = {}) => ({
    parent: 'vpc',
    tier: `tier-${tier}`,
    subnets: bothZones(tier),
    settings,
  });
  return addStaticFiles(watch(buildSite(), ['alb', 'web', 'cache', 'db']))
    .add('alb', 'application-load-balancer', inVpc('load-balancing', GUARDED))
    .add('web', 'auto-scaling-group', inVpc('web', STATELESS))
    .add('cache', 'elasticache-redis', inVpc('cache', { replicas: 1, multiAz: true, automaticFailover: true }))
    .add('db', 'rds-instance', inVpc('database', { multiAz: true }))
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web')
    .connect('session', 'web', 'cache')
    .connect('data', 'web', 'db');
}

/** What one rule says of two designs. */
export interface RuleExample {
  readonly good: () => DesignBuilder;
  readonly bad: () => DesignBuilder;
  /** Ids the finding on the bad design names first. */
  readonly subject: string;
  /** Where the finding on the bad design is a question. */
  readonly status?: 'unknown';
  /** What the rules are told of the bill of either design. */
  readonly amounts?: { readonly good: Amounts; readonly bad: Amounts };
}
