import type { JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import type { LintFinding } from './cfn-lint';
import type { ValidatorFinding } from './cloudformation-validate';
import { readYamlTemplate } from './read-yaml-template';

/** What of a replication group makes it one with shards (cluster mode enabled). */
const SHARDS = [
  'NumNodeGroups',
  'ReplicasPerNodeGroup',
  'NodeGroupConfiguration',
  'ClusterMode',
  'CacheParameterGroupName',
];

/**
 * Errors of AWS's validator that AWS itself does not share. E3026 wants automatic failover of every Redis OSS group with
 * replicas, of Valkey never; the reference of AWS::ElastiCache::ReplicationGroup and cfn-lint's rule of that number want it only
 * with cluster mode enabled, and say that the default is false (read 2026-11-28; validator 1.14.0). A group that has nothing of
 * cluster mode may go without, and the rule on caches that cannot fail over tells its designer what that means.
 */
export function isMistaken({ ruleId, place }: ValidatorFinding, template: JsonObject): boolean {
  if (ruleId !== 'E3026' || !isJsonObject(template.Resources)) return false;
  const group = template.Resources[place.split('.')[0] ?? ''];
  if (!isJsonObject(group) || !isJsonObject(group.Properties)) return false;
  const properties = group.Properties;
  return properties.Engine === 'redis' && !SHARDS.some((key) => Object.hasOwn(properties, key));
}

/** Types that took tags after cfn-lint 1.51.0 was made. */
const TAGGED_SINCE: ReadonlySet<string> = new Set([
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
]);

/**
 * Errors of cfn-lint 1.51.0 that come of its age: the property Tags of types that have it by the schemas in
 * @aws-cdk/aws-service-spec 0.1.216; listeners and rules since July 2026 (aws-cloudformation/cloudformation-coverage-roadmap#1460 and
 * #1526, read 2026-11-28). AWS's own validator and `check-template` look at them in its place.
 */
export function isOutdated({ ruleId, message, place }: LintFinding, text: string): boolean {
  const [section, id = '', part, property, ...rest] = place.split('.');
  if (ruleId !== 'E3002' || !message.includes("'Tags' was unexpected")) return false;
  if (section !== 'Resources' || part !== 'Properties' || property !== 'Tags' || rest.length > 0) return false;
  const { Resources } = readYamlTemplate(text);
  const resource = isJsonObject(Resources) ? Resources[id] : undefined;
  return isJsonObject(resource) && TAGGED_SINCE.has(String(resource.Type));
}
