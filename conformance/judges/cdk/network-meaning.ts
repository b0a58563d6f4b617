import type { Json, JsonObject } from '../../../shared/util/json';
import { listOf, nameOf, objectOf, type TemplateResource, targetId } from './template-index';

type Index = ReadonlyMap<string, TemplateResource>;

/** The stand-in for no outbound rule: each target writes its own. */
const isNothing = (cidr: Json | undefined): boolean => cidr === '127.0.0.1/32' || cidr === '255.255.255.255/32';

const groupName = (reference: Json | undefined, resources: Index): string => {
  const group = resources.get(targetId(reference) ?? '');
  return group ? String(group.properties.GroupDescription) : '?';
};

function describeRule(direction: 'in' | 'out', group: string, rule: JsonObject, resources: Index): readonly string[] {
  const { CidrIp, CidrIpv6, SourceSecurityGroupId, DestinationSecurityGroupId, IpProtocol, FromPort, ToPort } = rule;
  if (isNothing(CidrIp)) return [];
  const peer = CidrIp ?? CidrIpv6 ?? groupName(SourceSecurityGroupId ?? DestinationSecurityGroupId, resources);
  return [`rule ${direction} "${group}" ${String(peer)} ${String(IpProtocol)} ${String(FromPort)}-${String(ToPort)}`];
}

/** Who may talk to whom, wherever a template writes its rules: in a group or beside it. */
export function describeRules(resources: Index): readonly string[] {
  const found = new Set<string>();
  for (const { id, type, properties } of resources.values()) {
    const add = (direction: 'in' | 'out', group: string, rule: Json): void => {
      for (const line of describeRule(direction, group, objectOf(rule), resources)) found.add(line);
    };
    if (type === 'AWS::EC2::SecurityGroup') {
      const own = groupName({ Ref: id }, resources);
      for (const rule of listOf(properties.SecurityGroupIngress)) add('in', own, rule);
      for (const rule of listOf(properties.SecurityGroupEgress)) add('out', own, rule);
    }
    if (type === 'AWS::EC2::SecurityGroupIngress') add('in', groupName(properties.GroupId, resources), properties);
    if (type === 'AWS::EC2::SecurityGroupEgress') add('out', groupName(properties.GroupId, resources), properties);
  }
  return [...found];
}

/** Where each subnet's traffic to the internet goes. */
export function describeRoutes(resources: Index): readonly string[] {
  const all = [...resources.values()];
  const routes = all.filter(({ type }) => type === 'AWS::EC2::Route');
  return all
    .filter(({ type }) => type === 'AWS::EC2::SubnetRouteTableAssociation')
    .map(({ properties }) => {
      const subnet = resources.get(targetId(properties.SubnetId) ?? '');
      const table = targetId(properties.RouteTableId);
      const route = routes.find((entry) => targetId(entry.properties.RouteTableId) === table)?.properties;
      const way = route?.GatewayId ? 'internet gateway' : route?.NatGatewayId ? 'NAT gateway' : 'nowhere';
      const gateway = resources.get(targetId(route?.GatewayId ?? route?.NatGatewayId) ?? '');
      return `route "${subnet ? nameOf(subnet) : '?'}" → ${way} "${gateway ? nameOf(gateway) : ''}"`;
    });
}
