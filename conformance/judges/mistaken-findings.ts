import type { JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import type { ValidatorFinding } from './cloudformation-validate';

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
