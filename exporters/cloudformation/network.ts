import { formatCidr } from '../../shared/model/cidr';
import type { Vpc } from '../../shared/topology/topology';
import type { PlannedSubnet } from '../plan/subnets';
import type { EmitContext } from './emit-context';
import { ref, zoneName } from './intrinsics';

const ANYWHERE = '0.0.0.0/0';

/** Logical id of a subnet. */
export const subnetId = (context: EmitContext, subnet: PlannedSubnet): string => context.id(subnet.owner, subnet.part);

export const subnetRefs = (context: EmitContext, subnets: readonly PlannedSubnet[]) =>
  subnets.map((subnet) => ref(subnetId(context, subnet)));

const attachmentId = (context: EmitContext, vpc: Vpc): string | undefined =>
  vpc.internetGateway ? context.id(vpc.internetGateway.id, 'Attachment') : undefined;

/** What must wait for the internet gateway: Elastic IPs, NAT gateways, whatever has a public address. */
export const afterGateway = (context: EmitContext, vpc: Vpc | null): readonly string[] => {
  const id = vpc ? attachmentId(context, vpc) : undefined;
  return id === undefined ? [] : [id];
};

interface RouteTable {
  readonly owner: string;
  readonly name: string;
}

/** One table for the internet gateway, one for each NAT gateway, one for subnets without a way out. */
function tableOf(subnet: PlannedSubnet): RouteTable {
  if (subnet.route === 'nat-gateway' && subnet.gateway)
    return { owner: subnet.gateway.id, name: `Through ${subnet.gateway.name}` };
  if (subnet.route === 'internet-gateway' && subnet.gateway)
    return { owner: subnet.gateway.id, name: 'Through the internet gateway' };
  return { owner: subnet.vpc.id, name: 'No way out' };
}

/** Logical ids of the route tables of a VPC's subnets. */
export const routeTablesOf = (context: EmitContext, vpc: Vpc): readonly string[] => [
  ...new Set(
    context.subnets
      .all()
      .filter((subnet) => subnet.vpc === vpc)
      .map((subnet) => context.id(tableOf(subnet).owner, 'RouteTable')),
  ),
];

const associationId = (context: EmitContext, subnet: PlannedSubnet): string =>
  context.id(subnet.owner, `${subnet.part}RouteTableAssociation`);

/**
 * What must exist before something boots in these subnets: their default routes and the associations with them.
 * CloudFormation User Guide, "DependsOn attribute".
 */
export function afterRoutes(context: EmitContext, subnets: readonly PlannedSubnet[]): readonly string[] {
  const ids = new Set<string>();
  for (const subnet of subnets) {
    if (subnet.gateway) ids.add(context.id(tableOf(subnet).owner, 'DefaultRoute'));
    ids.add(associationId(context, subnet));
  }
  return [...ids].sort();
}

function emitRouteTable(context: EmitContext, vpc: Vpc, subnet: PlannedSubnet): void {
  const table = tableOf(subnet);
  const id = context.id(table.owner, 'RouteTable');
  context.addToNetwork(table.owner, 'RouteTable', {
    Type: 'AWS::EC2::RouteTable',
    Properties: { VpcId: ref(context.id(vpc.id)), Tags: context.tags(table.name) },
  });
  const target = { RouteTableId: ref(id), DestinationCidrBlock: ANYWHERE };
  if (subnet.route === 'internet-gateway' && subnet.gateway)
    context.addToNetwork(table.owner, 'DefaultRoute', {
      Type: 'AWS::EC2::Route',
      DependsOn: afterGateway(context, vpc),
      Properties: { ...target, GatewayId: ref(context.id(subnet.gateway.id)) },
    });
  else if (subnet.gateway)
    context.addToNetwork(table.owner, 'DefaultRoute', {
      Type: 'AWS::EC2::Route',
      Properties: { ...target, NatGatewayId: ref(context.id(subnet.gateway.id)) },
    });
}

/** The VPC itself. */
export function emitVpc(vpc: Vpc, context: EmitContext): void {
  if (!vpc.cidr) return;
  context.addToNetwork(vpc.id, '', {
    Type: 'AWS::EC2::VPC',
    Properties: {
      CidrBlock: formatCidr(vpc.cidr),
      EnableDnsHostnames: true,
      EnableDnsSupport: true,
      Tags: context.tags(vpc.element.name),
    },
  });
}

/** Subnets, drawn and spare, with their route tables. Runs last: emitters may have asked for spare subnets. */
export function emitSubnets(context: EmitContext): void {
  const subnets = context.subnets.all();
  for (const subnet of subnets)
    context.addToNetwork(subnet.owner, subnet.part, {
      Type: 'AWS::EC2::Subnet',
      Properties: {
        VpcId: ref(context.id(subnet.vpc.id)),
        CidrBlock: subnet.cidr,
        AvailabilityZone: zoneName(subnet.zone),
        Tags: context.tags(subnet.name),
      },
    });
  const tables = new Set<string>();
  for (const subnet of subnets) {
    const { owner } = tableOf(subnet);
    if (!tables.has(owner)) emitRouteTable(context, subnet.vpc, subnet);
    tables.add(owner);
  }
  for (const subnet of subnets)
    context.addToNetwork(subnet.owner, `${subnet.part}RouteTableAssociation`, {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: {
        SubnetId: ref(subnetId(context, subnet)),
        RouteTableId: ref(context.id(tableOf(subnet).owner, 'RouteTable')),
      },
    });
}
