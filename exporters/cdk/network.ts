import { formatCidr } from '../../shared/model/cidr';
import type { Service, Vpc } from '../../shared/topology/topology';
import { capacityOf } from '../plan/spot';
import type { PlannedSubnet } from '../plan/subnets';
import type { CdkContext } from './cdk-context';
import { addTags, nameTag, reachSubnet, subnetMember, tagWith } from './cdk-context';
import type { Code } from './code-writer';
import { call, construct, ident, list, object, ts } from './code-writer';
import type { Module } from './module';
import { camelOf, pascalOf } from './names';
import { gatewayEndpoint } from './resources/endpoints';
import { writeSites } from './resources/site-links';

const ZONES = ['zoneA', 'zoneB', 'zoneC'];
const zoneOf = (subnet: PlannedSubnet): Code => ident(ZONES['abc'.indexOf(subnet.zone)] ?? 'zoneA');

const gatewaysIn = (subnet: PlannedSubnet, context: CdkContext): readonly Service[] =>
  context.topology
    .ofKind('nat-gateway')
    .filter((service) => context.stack.has(service.id) && context.subnets.perZone(service)[0] === subnet);

function addVpc(vpc: Vpc, home: Module, zones: readonly string[], context: CdkContext): void {
  home.nameFor('vpc', 'the VPC itself');
  home.nameFor('cluster', 'the cluster');
  const member = home.field('vpc', ts`ec2.Vpc`);
  if (zones.length > 0)
    home.add(
      ts`const ${list(ZONES.slice(0, 1 + Math.max(...zones.map((zone) => 'abc'.indexOf(zone)))).map(ident))} = cdk.Stack.of(this).availabilityZones`,
    );
  const props = {
    ipAddresses: call(ts`ec2.IpAddresses.cidr`, vpc.cidr ? formatCidr(vpc.cidr) : '10.0.0.0/16'),
    // Subnets follow one by one: their ranges and zones are those of the drawing.
    subnetConfiguration: list([]),
    restrictDefaultSecurityGroup: false,
  };
  home.add(ts`${member} = ${construct(ts`ec2.Vpc`, 'Vpc', props)}`);
  addTags(home, member, vpc.element, context);
}

function addInternetGateway(gateway: Service, home: Module, context: CdkContext): void {
  const name = ident(camelOf(gateway.id));
  const id = pascalOf(gateway.id);
  home.heading('The VPC makes a gateway only for subnets it lays out itself.');
  home.add(ts`const ${name} = ${construct(ts`ec2.CfnInternetGateway`, id)}`);
  addTags(home, name, gateway, context);
  home.addConstant(
    'attachment',
    construct(ts`ec2.CfnVPCGatewayAttachment`, `${id}Attachment`, {
      vpcId: ts`this.vpc.vpcId`,
      internetGatewayId: ts`${name}.ref`,
    }),
  );
}

function addNatGateway(
  gateway: Service,
  subnet: PlannedSubnet,
  index: number,
  home: Module,
  context: CdkContext,
): void {
  const member = home.field(home.nameFor(camelOf(gateway.id), `${gateway.id} `), ts`ec2.CfnNatGateway`);
  const place = reachSubnet(home, subnet, context);
  if (index === 0) {
    home.add(ts`${member} = ${call(ts`${place}.addNatGateway`)}`);
    const tags = context.tags.ofInner(gateway.id, subnet.owner);
    for (const target of [member, call(ts`${place}.node.findChild`, 'EIP')])
      for (const tag of tags) home.add(tagWith(target, tag));
    home.add(nameTag(member, gateway.name));
  } else {
    const address = construct(ts`ec2.CfnEIP`, `${pascalOf(gateway.id)}ElasticIp`, { domain: 'vpc' });
    home.add(
      ts`${member} = ${construct(ts`ec2.CfnNatGateway`, pascalOf(gateway.id), {
        subnetId: ts`${place}.subnetId`,
        allocationId: ts`${address}.attrAllocationId`,
      })}`,
    );
    home.add(call(ts`${member}.node.addDependency`, ts`${place}.internetConnectivityEstablished`));
    addTags(home, member, gateway, context);
  }
}

function addSubnet(subnet: PlannedSubnet, home: Module, context: CdkContext): void {
  const isPublic = subnet.route === 'internet-gateway' || gatewaysIn(subnet, context).length > 0;
  const type = isPublic ? ts`ec2.PublicSubnet` : ts`ec2.PrivateSubnet`;
  const member = home.field(subnetMember(context, subnet), type);
  home.add(
    ts`${member} = ${construct(type, `${pascalOf(subnet.owner)}${subnet.part}`, {
      vpcId: ts`this.vpc.vpcId`,
      availabilityZone: zoneOf(subnet),
      cidrBlock: subnet.cidr,
    })}`,
  );
  addTags(home, member, { id: subnet.owner, name: subnet.name }, context);
  const group = { 'internet-gateway': 'publicSubnets', 'nat-gateway': 'privateSubnets', none: 'isolatedSubnets' }[
    subnet.route
  ];
  home.add(call(ts`this.vpc.${ident(group)}.push`, member));
  const gateway = subnet.route === 'internet-gateway' ? subnet.gateway : null;
  if (gateway)
    home.add(call(ts`${member}.addDefaultInternetRoute`, ts`${ident(camelOf(gateway.id))}.ref`, ts`attachment`));
}

/** The network construct of a VPC: every subnet with the range, the zone and the way out that it is drawn with. */
export function writeNetwork(vpc: Vpc, context: CdkContext): void {
  const home = context.networkOf(vpc);
  const subnets = context.subnets.all().filter((subnet) => subnet.vpc === vpc);
  addVpc(vpc, home, [...new Set(subnets.map(({ zone }) => zone))], context);
  const gateway = vpc.internetGateway;
  const { pen } = context;
  if (gateway && context.stack.has(gateway.id))
    pen.during([gateway.id], () => addInternetGateway(gateway, home, context));
  if (subnets.length > 0) home.heading('Subnets; the VPC lists them, so that selections by type find them.');
  for (const subnet of subnets) pen.during([subnet.owner], () => addSubnet(subnet, home, context));
  const gateways = subnets.flatMap((subnet) =>
    gatewaysIn(subnet, context).map((nat, index) => ({ nat, subnet, index })),
  );
  if (gateways.length > 0) home.heading('The way out of the private subnets.');
  for (const { nat, subnet, index } of gateways)
    pen.during([nat.id], () => addNatGateway(nat, subnet, index, home, context));
  for (const subnet of subnets)
    if (subnet.route === 'nat-gateway' && subnet.gateway && gateways.some(({ nat }) => nat === subnet.gateway)) {
      const nat = ident(home.nameFor(camelOf(subnet.gateway.id), `${subnet.gateway.id} `));
      if (gatewaysIn(subnet, context).length > 0)
        // A gateway drawn in a subnet that sends through it: written as drawn, with what the construct for public subnets has.
        pen.during([subnet.owner], () =>
          home.add(
            call(
              ts`${reachSubnet(home, subnet, context)}.addRoute`,
              'DefaultRoute',
              object({ routerType: ts`ec2.RouterType.NAT_GATEWAY`, routerId: ts`this.${nat}.ref` }),
            ),
          ),
        );
      else
        pen.during([subnet.owner], () =>
          home.add(call(ts`${reachSubnet(home, subnet, context)}.addDefaultNatRoute`, ts`this.${nat}.ref`)),
        );
    }
  const containers = context.stack.services.filter((service) => service.kind === 'ecs-service' && service.vpc === vpc);
  if (containers.length > 0) {
    const enableFargateCapacityProviders = containers.some(capacityOf) || undefined;
    home.heading('Groups the container services; it costs nothing.');
    const cluster = home.field(home.nameFor('cluster', 'the cluster'), ts`ecs.Cluster`);
    home.add(
      ts`${cluster} = ${construct(ts`ecs.Cluster`, 'Cluster', { vpc: ts`this.vpc`, enableFargateCapacityProviders })}`,
    );
    addTags(home, cluster, vpc.element, context);
  }
  const endpoints = context.stack.services.filter(
    (service) => service.kind === 'gateway-endpoint' && service.vpc === vpc,
  );
  if (endpoints.length > 0) home.heading('The way to S3 and DynamoDB, from every subnet.');
  for (const endpoint of endpoints) context.pen.during([endpoint.id], () => gatewayEndpoint(endpoint, context));
  writeSites(vpc, context);
}

/** What must exist before something boots in these subnets. */
export function waitForRoutes(
  member: Code,
  home: Module,
  subnets: readonly PlannedSubnet[],
  context: CdkContext,
): void {
  const routes = subnets
    .filter(({ gateway }) => gateway)
    .map((subnet) => ts`${reachSubnet(home, subnet, context)}.internetConnectivityEstablished`);
  if (routes.length > 0) home.add(call(ts`${member}.node.addDependency`, ...routes));
}
