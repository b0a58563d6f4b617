import type { JsonObject } from '../../util/json';
import type { DesignBuilder } from '../builder';
import {
  addStaticFiles,
  bothZones,
  buildHealthySite,
  buildSite,
  GUARDED,
  type RuleExample,
  watch,
} from './healthy-site';

/** A load-balanced web tier without a cache, with these settings. */
function buildWebTier(settings: JsonObject, balancer: JsonObject = {}): DesignBuilder {
  return addStaticFiles(watch(buildSite(), ['alb', 'web']))
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      tier: 'tier-load-balancing',
      subnets: bothZones('load-balancing'),
      settings: { ...GUARDED, ...balancer },
    })
    .add('web', 'auto-scaling-group', {
      parent: 'vpc',
      tier: 'tier-web',
      subnets: bothZones('web'),
      settings: { logRetention: '30', ...settings },
    })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web');
}

export const stateExamples: Readonly<Record<string, RuleExample>> = {
  'STA-01': {
    good: buildHealthySite,
    bad: () => buildWebTier({ sessionStore: 'memory', localFiles: 'no' }),
    subject: 'tier-web',
  },
  'STA-02': {
    good: () => buildWebTier({ sessionStore: 'tokens', localFiles: 'no' }),
    bad: () => buildWebTier({ localFiles: 'no' }),
    subject: 'tier-web',
    status: 'unknown',
  },
  'STA-04': {
    good: buildHealthySite,
    bad: () => buildHealthySite().connect('session', 'web', 'db'),
    subject: 'db',
  },
  'STA-05': {
    good: buildHealthySite,
    bad: () =>
      buildHealthySite().add('cache', 'elasticache-memcached', {
        parent: 'vpc',
        tier: 'tier-cache',
        subnets: bothZones('cache'),
        settings: { nodes: 2 },
      }),
    subject: 'cache',
  },
  'STA-03': {
    good: () => buildWebTier({ sessionStore: 'tokens', localFiles: 'no' }),
    bad: () => buildWebTier({ sessionStore: 'tokens', localFiles: 'no' }, { stickiness: true }),
    subject: 'alb',
  },
  'STA-06': {
    good: () => buildWebTier({ sessionStore: 'none', localFiles: 'no' }),
    bad: () => buildWebTier({ sessionStore: 'none', localFiles: 'yes' }),
    subject: 'tier-web',
  },
};
