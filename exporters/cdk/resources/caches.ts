import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { toDescription } from '../../plan/plain-text';
import type { CdkContext } from '../cdk-context';
import { addTags, create, given, keep, output, reachSubnet } from '../cdk-context';
import type { Code } from '../code-writer';
import { call, construct, ident, list, object, ts } from '../code-writer';
import { camelOf, pascalOf } from '../names';
import { addSecurityGroup } from '../security-groups';

/** Group and subnets of a cache. It has no construct of its own in aws-cdk-lib, so its connections stand beside it. */
function addPlace(service: Service, context: CdkContext): { readonly group: Code; readonly subnets: Code } {
  const home = context.moduleOf(service);
  const group = addSecurityGroup(service, context);
  keep(service, call(ts`new ec2.Connections`, object({ securityGroups: list([group]) })), context, 'Connections');
  const subnets = ident(`${camelOf(service.id)}Subnets`);
  home.add(
    ts`const ${subnets} = ${construct(ts`elasticache.CfnSubnetGroup`, `${pascalOf(service.id)}SubnetGroup`, {
      description: toDescription(service.name, 'Cache subnets'),
      subnetIds: list(context.subnets.of(service).map((subnet) => ts`${reachSubnet(home, subnet, context)}.subnetId`)),
    })}`,
  );
  addTags(home, subnets, service, context);
  return { group, subnets };
}

/** The zone of each node, as drawn: one entry a node, the primary first. */
function nodeZones(service: Service, nodes: number, isSpread: boolean, context: CdkContext): Code {
  const home = context.moduleOf(service);
  const all = context.subnets.perZone(service);
  const used = isSpread ? all : all.slice(0, 1);
  const zones = Array.from({ length: nodes }, (_, index) => used[index % used.length]);
  return list(zones.flatMap((subnet) => (subnet ? [ts`${reachSubnet(home, subnet, context)}.availabilityZone`] : [])));
}

export function elasticacheRedis(service: Service, context: CdkContext): void {
  const settings = kinds['elasticache-redis'].read(service.element.settings);
  const home = context.moduleOf(service);
  const nodes = 1 + settings.replicas;
  const failover = settings.automaticFailover && nodes > 1;
  const { group, subnets } = addPlace(service, context);
  const member = create(
    service,
    ts`elasticache.CfnReplicationGroup`,
    {
      replicationGroupDescription: toDescription(service.name, 'Cache'),
      engine: settings.engine,
      cacheNodeType: given(service, 'nodeType', settings.nodeType, context),
      numCacheClusters: nodes,
      automaticFailoverEnabled: failover,
      multiAzEnabled: settings.multiAz && failover && context.subnets.perZone(service).length > 1,
      preferredCacheClusterAZs: nodeZones(service, nodes, settings.multiAz, context),
      atRestEncryptionEnabled: settings.encryptedAtRest,
      transitEncryptionEnabled: settings.encryptedInTransit,
      snapshotRetentionLimit: given(service, 'snapshotRetentionDays', settings.snapshotRetentionDays, context),
      cacheSubnetGroupName: ts`${subnets}.ref`,
      securityGroupIds: list([ts`${group}.securityGroupId`]),
    },
    context,
  );
  home.add(call(ts`${member}.applyRemovalPolicy`, ts`cdk.RemovalPolicy.SNAPSHOT`));
  const endpoint = ts`${member}.attrPrimaryEndPointAddress`;
  output(service, 'Endpoint', `Address of ${service.definition.title}`, endpoint, context);
}

export function elasticacheMemcached(service: Service, context: CdkContext): void {
  const { nodes, nodeType } = kinds['elasticache-memcached'].read(service.element.settings);
  const home = context.moduleOf(service);
  const isSpread = nodes > 1 && context.subnets.perZone(service).length > 1;
  const { group, subnets } = addPlace(service, context);
  const member = create(
    service,
    ts`elasticache.CfnCacheCluster`,
    {
      engine: 'memcached',
      cacheNodeType: given(service, 'nodeType', nodeType, context),
      numCacheNodes: nodes,
      azMode: isSpread ? 'cross-az' : 'single-az',
      preferredAvailabilityZones: nodeZones(service, nodes, isSpread, context),
      cacheSubnetGroupName: ts`${subnets}.ref`,
      vpcSecurityGroupIds: list([ts`${group}.securityGroupId`]),
    },
    context,
  );
  home.add(call(ts`${member}.applyRemovalPolicy`, ts`cdk.RemovalPolicy.DESTROY`));
  const endpoint = ts`${member}.attrConfigurationEndpointAddress`;
  output(service, 'Endpoint', `Address of ${service.definition.title}`, endpoint, context);
}
