import { expect } from 'vitest';
import type { ExportedFile } from '../../../exporters/cloudformation/export';
import { kinds } from '../../../shared/catalog/services';
import { effectiveTags } from '../../../shared/model/tags';
import type { Service, Topology } from '../../../shared/topology/topology';
import type { JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import type { Account } from './read-back';

/** A deployed design, with the way from its elements to what the account holds. */
export interface Deployment {
  readonly topology: Topology;
  readonly account: Account;
  /** Physical id of the route table that a subnet is associated with; moto makes associations and does not show them. */
  tableOf(subnetId: string): string;
  /** Physical id of an element's resource of a type. */
  physical(elementId: string, type: string): string;
}

/** What was deployed, in the words that a drawing is compared in. */
export function describeDeployment(
  topology: Topology,
  account: Account,
  resources: ReadonlyMap<string, JsonObject>,
  physicalIds: ReadonlyMap<string, string>,
  elements: ExportedFile['elements'],
): Deployment {
  const byElement = new Map<string, [string, JsonObject]>();
  for (const [id, resource] of resources) {
    const key = `${elements.get(id)} ${String(resource.Type)}`;
    if (!byElement.has(key)) byElement.set(key, [id, resource]);
  }
  const find = (elementId: string, type: string) => byElement.get(`${elementId} ${type}`);
  return {
    topology,
    account,
    tableOf: (subnetId) => {
      const association = find(subnetId, 'AWS::EC2::SubnetRouteTableAssociation')?.[1].Properties;
      const table = isJsonObject(association) && isJsonObject(association.RouteTableId) && association.RouteTableId.Ref;
      return physicalIds.get(String(table)) ?? `no table of ${subnetId}`;
    },
    physical: (elementId, type) => physicalIds.get(find(elementId, type)?.[0] ?? '') ?? `no ${type} of ${elementId}`,
  };
}

const GROUP = 'AWS::EC2::SecurityGroup';

/** Ports that the drawing opens on a service, as the account would describe them. */
function drawnRules({ topology, physical }: Deployment, service: Service): readonly string[] {
  const rules = service.ingress.flatMap(({ source, protocol, fromPort, toPort }) => {
    const from = source.kind === 'cidr' ? undefined : topology.service(source.id);
    const isEdge = from?.kind === 'cloudfront';
    const name = source.kind === 'cidr' ? source.cidr : isEdge ? '0.0.0.0/0' : physical(source.id, GROUP);
    return [`${protocol} ${fromPort}-${toPort} from ${name}`];
  });
  // People who ask a DNS zone come to what it points at.
  const named = topology
    .incoming(service.id)
    .some(({ kind, from }) => kind === 'dns' && topology.incoming(from.id).some((link) => link.from.kind === 'users'));
  const listens = named ? service.traits.listens : [];
  const open = listens.map(({ protocol, port }) => `${protocol} ${port}-${port} from 0.0.0.0/0`);
  return [...new Set([...rules, ...open])].sort();
}

function expectSubnets({ topology, account, physical, tableOf }: Deployment): void {
  for (const subnet of topology.subnets) {
    const found = account.subnets.get(physical(subnet.id, 'AWS::EC2::Subnet'));
    expect(found, subnet.id).toEqual({ zone: subnet.zone?.code, cidr: subnet.element.settings.cidr });
    expect(account.routes.get(tableOf(subnet.id)), subnet.id).toEqual(
      subnet.route === 'nat-gateway' && subnet.gateway
        ? { kind: subnet.route, gateway: physical(subnet.gateway.id, 'AWS::EC2::NatGateway') }
        : { kind: subnet.route },
    );
  }
}

function expectGroups(deployment: Deployment): void {
  const { topology, account, physical } = deployment;
  for (const service of topology.services.filter(({ traits }) => traits.inVpc)) {
    const group = account.groups.get(physical(service.id, GROUP));
    expect(group, service.id).toEqual(drawnRules(deployment, service));
  }
}

function expectDatabases({ topology, account, physical }: Deployment): void {
  for (const service of topology.ofKind('rds-instance')) {
    const settings = kinds['rds-instance'].read(service.element.settings);
    const found = account.databases.get(physical(service.id, 'AWS::RDS::DBInstance'));
    expect(found, service.id).toMatchObject({
      multiAz: settings.multiAz,
      engine: settings.engine,
      isPublic: settings.publiclyAccessible,
    });
    expect(new Set(found?.zones).size).toBeGreaterThanOrEqual(2);
  }
}

function expectBalancers({ topology, account, physical }: Deployment): void {
  for (const service of [
    ...topology.ofKind('application-load-balancer'),
    ...topology.ofKind('network-load-balancer'),
  ]) {
    const found = account.balancers.get(physical(service.id, 'AWS::ElasticLoadBalancingV2::LoadBalancer'));
    const drawn = service.zones.map(({ code }) => code);
    expect(found?.scheme).toBe(service.element.settings.scheme ?? 'internet-facing');
    expect(found?.zones.length).toBeGreaterThanOrEqual(2);
    for (const zone of drawn) expect(found?.zones).toContain(zone);
  }
}

function expectFleets({ topology, account, physical }: Deployment): void {
  for (const service of topology.ofKind('auto-scaling-group')) {
    const { min, max } = service.traits.copies;
    const zones = [...new Set(service.subnets.map(({ zone }) => zone?.code))].sort();
    const found = account.fleets.get(physical(service.id, 'AWS::AutoScaling::AutoScalingGroup'));
    expect(found, service.id).toMatchObject({ min, max, zones });
  }
}

function expectTags({ topology, account, physical }: Deployment): void {
  const drawn = [
    ...topology.vpcs.map(({ element }) => ({ element, type: 'AWS::EC2::VPC' })),
    ...topology.ofKind('rds-instance').map(({ element }) => ({ element, type: 'AWS::RDS::DBInstance' })),
    ...topology
      .ofKind('auto-scaling-group')
      .map(({ element }) => ({ element, type: 'AWS::AutoScaling::AutoScalingGroup' })),
  ];
  for (const { element, type } of drawn) {
    const tags = effectiveTags(topology.design, element).map(({ key, value }) => [key, value] as const);
    expect(account.tags.get(physical(element.id, type)), element.id).toMatchObject(Object.fromEntries(tags));
  }
}

/** Compares what the account holds with what is drawn: zones, routes, who may talk to whom, copies, tags. */
export function expectAsDrawn(deployment: Deployment): void {
  expectSubnets(deployment);
  expectGroups(deployment);
  expectDatabases(deployment);
  expectBalancers(deployment);
  expectFleets(deployment);
  expectTags(deployment);
}
