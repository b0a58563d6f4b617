import type { JsonObject } from '../../util/json';
import { buildNetwork, type DesignBuilder } from '../builder';

const TIERS = { 'load-balancing': 'public', web: 'private', cache: 'isolated', database: 'isolated' } as const;

/** What a web tier that survives anything says of itself. */
export const STATELESS: JsonObject = { sessionStore: 'external', localFiles: 'no' };

/** Subnets of a tier in the zones a and b. */
export const bothZones = (tier: string): readonly string[] => [`${tier}-a`, `${tier}-b`];

/** A network over two zones with the four tiers of the guide, users and a NAT gateway; no services yet. */
export const buildSite = (): DesignBuilder =>
  buildNetwork(['a', 'b'], TIERS).add('users', 'users').add('nat', 'nat-gateway', { parent: 'load-balancing-a' });

/** A site in which no rule finds anything. Adding an element with a known id replaces it. */
export function buildHealthySite(): DesignBuilder {
  const inVpc = (tier: string, settings: JsonObject = {}) => ({
    parent: 'vpc',
    tier: `tier-${tier}`,
    subnets: bothZones(tier),
    settings,
  });
  return buildSite()
    .add('alb', 'application-load-balancer', inVpc('load-balancing'))
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
}
