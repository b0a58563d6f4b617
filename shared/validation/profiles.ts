import type { Profile } from '../catalog/profiles';
import type { Rule, RuleGroup, Severity } from './rule';

const LOWER: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' };

/** What weighs less outside of production; what AWS refuses, what is exposed and what is readable weighs the same everywhere. */
const RELAXED: ReadonlySet<RuleGroup> = new Set(['availability', 'state', 'scaling', 'operations', 'cost']);

/** Rules of encryption and access, and the logs an auditor asks for. */
const AUDITED = /^(?:ENC|IAM)-|^OPS-03$/;

/**
 * The weight of a rule's finding in a profile. Production: as stated. Development and learning: one step less for availability,
 * state, scaling, operations and cost. Regulated: warnings on encryption, access and logs are errors.
 */
export function severityIn(profile: Profile, rule: Pick<Rule, 'id' | 'group'>, stated: Severity): Severity {
  if (profile === 'production') return stated;
  if (profile === 'regulated') return stated === 'warning' && AUDITED.test(rule.id) ? 'error' : stated;
  return RELAXED.has(rule.group) ? LOWER[stated] : stated;
}

/** Rules whose findings nobody may accept in the regulated profile, each with the reason. */
export const neverWaived: ReadonlyMap<string, string> = new Map([
  ['ENC-01', 'what users send would cross the internet in plain text'],
  ['ENC-02', 'a listener without a valid certificate and a present-day policy protects nothing'],
  ['ENC-03', 'data would cross the network in plain text behind the entry'],
  ['ENC-04', 'stored data would be readable to whoever gets the disk or a snapshot of it'],
  ['NET-01', 'data that anybody on the internet can reach is a breach and not a risk'],
]);

/** Why findings of the rule cannot be accepted in the profile; undefined where they can. */
export const refusalToWaive = (profile: Profile, ruleId: string): string | undefined =>
  profile === 'regulated' ? neverWaived.get(ruleId) : undefined;
