import { kinds } from '../../catalog/services';
import type { Service } from '../../topology/topology';

/** The replica of a replication group takes over only with automatic failover; in another zone only with Multi-AZ. */
const failsOver = (cache: Service): boolean => {
  const { automaticFailover, replicas } = kinds['elasticache-redis'].read(cache.element.settings);
  return automaticFailover && replicas > 0;
};

/**
 * Whether the service goes on by itself after losing any one of its copies, wherever they run.
 * A load balancer or file system in one zone counts as one copy.
 */
export function survivesCopyLoss(service: Service): boolean {
  const { traits, kind } = service;
  if (traits.selfRedundant) return true;
  if (kind === 'elasticache-redis') return failsOver(service);
  if (kind === 'rds-instance') return service.members.length >= 2;
  return traits.copies.min >= 2;
}

const keepsEnough = (service: Service): boolean =>
  service.kind === 'elasticache-redis' ? failsOver(service) : service.traits.copies.min >= 2;

/** Whether the service survives the loss of each zone alike, which is told without looking where its members are. */
export const survivesEachZone = (service: Service): boolean =>
  service.traits.selfRedundant || service.zones.length === 0 || (service.zones.length > 1 && keepsEnough(service));

/**
 * Whether the service goes on by itself when the zone is gone with everything in it. Services without members in the
 * zone do. Replacements that only start afterwards do not count: until they serve, users notice.
 */
export function survivesZoneLoss(service: Service, zoneId: string): boolean {
  const { members } = service;
  if (survivesEachZone(service)) return true;
  let hit = false;
  let left = false;
  let keepsPrimary = false;
  for (const { zone, role } of members)
    if (zone.id === zoneId) hit = true;
    else {
      left = true;
      if (role === 'primary') keepsPrimary = true;
    }
  if (!hit) return true;
  if (!left) return false;
  return (service.kind === 'elasticache-redis' && keepsPrimary) || keepsEnough(service);
}
