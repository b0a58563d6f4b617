import type { TemplateView } from './template-view';
import { idsIn, listOf } from './template-view';
import type { Trap } from './trap';

/** Attachments of internet gateways or of virtual private gateways: the property names which. */
const attachmentsOf = (view: TemplateView, gateway: 'InternetGatewayId' | 'VpnGatewayId'): readonly string[] =>
  view
    .ofType('AWS::EC2::VPCGatewayAttachment')
    .filter(({ properties }) => gateway in properties)
    .map((attachment) => attachment.id);

/**
 * Elastic IPs, routes to an internet gateway and whatever has a public address need the gateway attached first.
 * CloudFormation User Guide, DependsOn attribute, "VPC-gateway attachment".
 */
export const gatewayNotAttached: Trap = (view) => {
  const attachments = attachmentsOf(view, 'InternetGatewayId');
  const publicSubnets = view
    .ofType('AWS::EC2::Subnet')
    .filter((subnet) => view.defaultRoutesOf(subnet.id).some((route) => 'GatewayId' in route.properties))
    .map((subnet) => subnet.id);
  const inPublic = view
    .ofType(
      'AWS::AutoScaling::AutoScalingGroup',
      'AWS::ECS::Service',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::EC2::Instance',
    )
    .filter((resource) => idsIn(resource.properties).some((id) => publicSubnets.includes(id)));
  const routes = view.ofType('AWS::EC2::Route').filter((route) => 'GatewayId' in route.properties);
  return [...view.ofType('AWS::EC2::EIP'), ...routes, ...inPublic]
    .filter((resource) => !attachments.some((attachment) => view.waitsFor(resource.id).has(attachment)))
    .map(({ id }) => ({ code: 'gateway-not-attached', logicalId: id, message: 'does not wait for the attachment' }));
};

/**
 * A virtual private gateway tells no routes before it is attached. User Guide, DependsOn attribute and
 * AWS::EC2::VPNGatewayRoutePropagation.
 */
export const vpnGatewayNotAttached: Trap = (view) => {
  const attachments = attachmentsOf(view, 'VpnGatewayId');
  return view
    .ofType('AWS::EC2::VPNGatewayRoutePropagation')
    .filter(({ id }) => !attachments.some((attachment) => view.waitsFor(id).has(attachment)))
    .map(({ id }) => ({
      code: 'vpn-gateway-not-attached',
      logicalId: id,
      message: 'does not wait for the attachment',
    }));
};

/**
 * Instances that start before their way out exists fail in their start script, tasks at their image. User Guide, DependsOn
 * attribute.
 */
export const bootsBeforeRoute: Trap = (view) =>
  view
    .ofType('AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance', 'AWS::ECS::Service')
    .filter(({ properties, ...resource }) => {
      const { VPCZoneIdentifier, SubnetId, NetworkConfiguration } = properties;
      const subnets = idsIn(VPCZoneIdentifier ?? SubnetId ?? NetworkConfiguration).filter(
        (id) => view.get(id)?.type === 'AWS::EC2::Subnet',
      );
      const associations = view
        .ofType('AWS::EC2::SubnetRouteTableAssociation')
        .filter((association) => idsIn(association.properties.SubnetId).some((id) => subnets.includes(id)));
      const needed = [...subnets.flatMap((subnet) => view.defaultRoutesOf(subnet)), ...associations];
      return needed.some((route) => !view.waitsFor(resource.id).has(route.id));
    })
    .map(({ id }) => ({ code: 'boots-before-route', logicalId: id, message: 'does not wait for its default route' }));

/** The creation of the second NAT gateway fails with Resource.AlreadyAssociated. */
export const sharedElasticIp: Trap = (view) => {
  const seen = new Set<string>();
  return view.ofType('AWS::EC2::NatGateway').flatMap(({ id, properties }) => {
    const address = JSON.stringify(properties.AllocationId ?? id);
    if (!seen.has(address)) {
      seen.add(address);
      return [];
    }
    return [{ code: 'shared-elastic-ip', logicalId: id, message: 'shares its Elastic IP with another NAT gateway' }];
  });
};

/** A rule must run from the lower to the higher port. */
export const portRange: Trap = (view) =>
  view
    .ofType('AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress')
    .filter(({ properties }) =>
      [properties, ...listOf(properties.SecurityGroupIngress), ...listOf(properties.SecurityGroupEgress)].some(
        (rule) =>
          typeof rule === 'object' &&
          rule !== null &&
          'FromPort' in rule &&
          'ToPort' in rule &&
          Number(rule.FromPort) > Number(rule.ToPort),
      ),
    )
    .map(({ id }) => ({ code: 'port-range', logicalId: id, message: 'a port range runs backwards' }));
