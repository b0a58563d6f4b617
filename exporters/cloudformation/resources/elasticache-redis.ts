import { kinds } from '../../../shared/catalog/services';
import { toDescription } from '../../plan/plain-text';
import { emitCacheSubnets, nodeZones } from '../caches';
import type { Emitter } from '../emit-context';
import { keepData } from '../emit-context';
import { getAtt } from '../intrinsics';
import { groupId } from '../security-groups';

export const elasticacheRedis: Emitter = (service, context) => {
  const settings = kinds['elasticache-redis'].read(service.element.settings);
  const nodes = 1 + settings.replicas;
  const zones = context.subnets.perZone(service).length;
  const failover = settings.automaticFailover && nodes > 1;
  const multiAz = settings.multiAz && failover && zones > 1;
  if (settings.automaticFailover && !failover)
    context.notes.add(
      'will-not-work',
      [service.id],
      `${service.name} cannot fail over: it has no replica. Give it one.`,
    );
  if (settings.multiAz && !multiAz)
    context.notes.add(
      'will-not-work',
      [service.id],
      `${service.name} is not Multi-AZ: that takes a replica, automatic failover and subnets in two Availability Zones.`,
    );
  context.add(service, '', {
    Type: 'AWS::ElastiCache::ReplicationGroup',
    ...keepData('Snapshot'),
    Properties: {
      ReplicationGroupDescription: toDescription(service.name, 'Cache'),
      Engine: settings.engine,
      CacheNodeType: settings.nodeType,
      NumCacheClusters: nodes,
      AutomaticFailoverEnabled: failover,
      MultiAZEnabled: multiAz,
      PreferredCacheClusterAZs: nodeZones(service, nodes, settings.multiAz, context),
      AtRestEncryptionEnabled: settings.encryptedAtRest,
      TransitEncryptionEnabled: settings.encryptedInTransit,
      SnapshotRetentionLimit: settings.snapshotRetentionDays,
      CacheSubnetGroupName: emitCacheSubnets(service, context),
      SecurityGroupIds: [groupId(context, service)],
      Tags: context.tags(service.name),
    },
  });
  context.output(service, 'Endpoint', {
    Description: `Address of ${service.definition.title}`,
    Value: getAtt(context.id(service.id), 'PrimaryEndPoint.Address'),
  });
};
