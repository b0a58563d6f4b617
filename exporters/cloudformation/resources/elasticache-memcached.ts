import { kinds } from '../../../shared/catalog/services';
import { emitCacheSubnets, nodeZones } from '../caches';
import type { Emitter } from '../emit-context';
import { dropData } from '../emit-context';
import { getAtt } from '../intrinsics';
import { groupId } from '../security-groups';

export const elasticacheMemcached: Emitter = (service, context) => {
  const { nodes, nodeType } = kinds['elasticache-memcached'].read(service.element.settings);
  const isSpread = nodes > 1 && context.subnets.perZone(service).length > 1;
  context.add(service, '', {
    Type: 'AWS::ElastiCache::CacheCluster',
    // Memcached has no snapshots: what it holds goes with it.
    ...dropData,
    Properties: {
      Engine: 'memcached',
      CacheNodeType: nodeType,
      NumCacheNodes: nodes,
      AZMode: isSpread ? 'cross-az' : 'single-az',
      PreferredAvailabilityZones: nodeZones(service, nodes, isSpread, context),
      CacheSubnetGroupName: emitCacheSubnets(service, context),
      VpcSecurityGroupIds: [groupId(context, service)],
      Tags: context.tags(service.name),
    },
  });
  context.output(service, 'Endpoint', {
    Description: `Address of ${service.definition.title}`,
    Value: getAtt(context.id(service.id), 'ConfigurationEndpoint.Address'),
  });
};
