import type { JsonObject } from '../../util/json';
import type { DesignBuilder } from '../builder';
import { bothZones, buildHealthySite, buildSite, type RuleExample } from './healthy-site';

/** A load-balanced web tier without a cache, with these settings. */
function buildWebTier(settings: JsonObject, balancer: JsonObject = {}): DesignBuilder {
  return buildSite()
    .add('alb', 'application-load-balancer', {
      parent: 'vpc',
      tier: 'tier-load-balancing',
      subnets: bothZones('load-balancing'),
      settings: balancer,
    })
    .add('web', 'auto-scaling-group', { parent: 'vpc', tier: 'tier-web', subnets: bothZones('web'), settings })
    .connect('traffic', 'users', 'alb')
    .connect('traffic', 'alb', 'web');
}

export const stateExamples: Readonly<Record<string, RuleExample>> = {
  'STA-01': {
    good: buildHealthySite,
    bad: () => buildWebTier({ sessionStore: 'memory', localFiles: 'no' }),
    subject: 'tier-web',
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
