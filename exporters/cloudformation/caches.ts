import type { Service } from '../../shared/topology/topology';
import type { Json } from '../../shared/util/json';
import { toDescription } from '../plan/plain-text';
import type { EmitContext } from './emit-context';
import { ref, zoneName } from './intrinsics';
import { subnetRefs } from './network';

/** Subnet group of a cache, of every subnet it is drawn in. */
export function emitCacheSubnets(service: Service, context: EmitContext): Json {
  context.add(service, 'SubnetGroup', {
    Type: 'AWS::ElastiCache::SubnetGroup',
    Properties: {
      Description: toDescription(service.name, 'Cache subnets'),
      SubnetIds: subnetRefs(context, context.subnets.of(service)),
      Tags: context.tags(service.name),
    },
  });
  return ref(context.id(service.id, 'SubnetGroup'));
}

/** The zone of each node, as drawn: one entry a node, the primary first. */
export function nodeZones(service: Service, nodes: number, spread: boolean, context: EmitContext): readonly Json[] {
  const zones = context.subnets.perZone(service).map(({ zone }) => zone);
  const used = spread ? zones : zones.slice(0, 1);
  return Array.from({ length: nodes }, (_, index) => zoneName(used[index % used.length] ?? 'a'));
}
