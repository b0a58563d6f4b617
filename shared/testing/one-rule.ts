import { resolve } from '../topology/resolve';
import type { JsonObject } from '../util/json';
import { rules } from '../validation/rules';
import { type Finding, type ValidateOptions, validate } from '../validation/validate';
import type { DesignBuilder } from './builder';
import { bothZones } from './rule-examples/healthy-site';

/** What one rule, by its id, finds when no other is asked. */
export const findingsOf = (id: string, builder: DesignBuilder, options: ValidateOptions = {}): readonly Finding[] =>
  validate(resolve(builder.build()), { ...options, rules: rules.filter((rule) => rule.id === id) }).findings;

/** The same, each as `subject weight`. */
export const said = (id: string, builder: DesignBuilder, options?: ValidateOptions): string[] =>
  findingsOf(id, builder, options).map(
    ({ key, status, severity }) => `${key.slice(id.length + 1)} ${status === 'fail' ? severity : status}`,
  );

/** A service that spans the subnets of a tier of the healthy site. */
export const over = (tier: string, settings: JsonObject = {}, subnets: readonly string[] = bothZones(tier)) => ({
  parent: 'vpc',
  tier: `tier-${tier}`,
  subnets,
  settings,
});
