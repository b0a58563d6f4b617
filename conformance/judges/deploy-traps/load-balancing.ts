import type { ResourceView, TemplateView } from './template-view';
import { idsIn } from './template-view';
import type { Trap } from './trap';

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

const subnetsOf = (balancer: ResourceView): readonly string[] => [
  ...idsIn(balancer.properties.Subnets),
  ...idsIn(balancer.properties.SubnetMappings),
];

const zonesOf = (view: TemplateView, subnets: readonly string[]): number =>
  new Set(subnets.map((subnet) => view.zoneOf(subnet))).size;

/**
 * An Application Load Balancer and a database subnet group must cover two Availability Zones, whatever the number of
 * subnets. CloudFormation User Guide, LoadBalancer and DBSubnetGroup.
 */
export const tooFewZones: Trap = (view) => {
  const balancers = view
    .ofType(LOAD_BALANCER)
    .filter(({ properties }) => (properties.Type ?? 'application') === 'application')
    .filter((balancer) => zonesOf(view, subnetsOf(balancer)) < 2);
  const groups = view
    .ofType('AWS::RDS::DBSubnetGroup')
    .filter((group) => zonesOf(view, idsIn(group.properties.SubnetIds)) < 2);
  return [...balancers, ...groups].map(({ id }) => ({
    code: 'too-few-zones',
    logicalId: id,
    message: 'covers fewer than two Availability Zones',
  }));
};

/** Load balancer and target group names: 32 characters. SPEC documentation of both types. */
export const nameTooLong: Trap = (view) =>
  view
    .ofType(LOAD_BALANCER, 'AWS::ElasticLoadBalancingV2::TargetGroup')
    .filter(({ properties }) => typeof properties.Name === 'string' && properties.Name.length > 32)
    .map(({ id }) => ({ code: 'name-too-long', logicalId: id, message: 'names have at most 32 characters' }));

const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
};

/** Application Load Balancers speak HTTP and HTTPS, Network Load Balancers TCP, TLS and UDP. */
export const listenerProtocol: Trap = (view) =>
  view
    .ofType('AWS::ElasticLoadBalancingV2::Listener')
    .filter(({ properties }) => {
      const balancer = view.get(idsIn(properties.LoadBalancerArn)[0] ?? '');
      const type = balancer?.properties.Type ?? 'application';
      // A function is called, not spoken to: its target group has no protocol.
      const groups = idsIn(properties.DefaultActions)
        .flatMap((id) => view.get(id) ?? [])
        .filter((group) => group.properties.TargetType !== 'lambda');
      const spoken = PROTOCOLS[String(type)] ?? [];
      return [properties, ...groups.map((group) => group.properties)].some(
        ({ Protocol }) => !spoken.includes(String(Protocol)),
      );
    })
    .map(({ id }) => ({ code: 'listener-protocol', logicalId: id, message: 'the load balancer does not speak this' }));

/** Health checks of type ELB look at target groups; without one every instance counts as healthy or none starts. */
export const healthCheckWithoutTargetGroup: Trap = (view) =>
  view
    .ofType('AWS::AutoScaling::AutoScalingGroup')
    .filter(({ properties }) => properties.HealthCheckType === 'ELB' && idsIn(properties.TargetGroupARNs).length === 0)
    .map(({ id }) => ({
      code: 'health-check-without-target-group',
      logicalId: id,
      message: 'asks a load balancer that it is not registered with',
    }));

/** An internet-facing load balancer in subnets without a route to an internet gateway deploys and is unreachable. */
export const publicLoadBalancerWithoutInternet: Trap = (view) =>
  view
    .ofType(LOAD_BALANCER)
    .filter(({ properties }) => properties.Scheme === 'internet-facing')
    .filter((balancer) =>
      subnetsOf(balancer).some(
        (subnet) => !view.defaultRoutesOf(subnet).some((route) => 'GatewayId' in route.properties),
      ),
    )
    .map(({ id }) => ({
      code: 'public-load-balancer-without-internet',
      logicalId: id,
      message: 'faces the internet from a subnet that has no route there',
    }));

/** The target group must belong to a listener before the service registers. User Guide, AWS::ECS::Service. */
export const serviceBeforeListener: Trap = (view) =>
  view
    .ofType('AWS::ECS::Service')
    .filter(({ id, properties }) => {
      const groups = idsIn(properties.LoadBalancers);
      const listeners = view
        .ofType('AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule')
        .filter((listener) => idsIn(listener.properties).some((target) => groups.includes(target)));
      return listeners.some((listener) => !view.waitsFor(id).has(listener.id));
    })
    .map(({ id }) => ({ code: 'service-before-listener', logicalId: id, message: 'does not wait for its listener' }));

/** A web ACL of scope CLOUDFRONT cannot be associated with regional resources. SPEC AWS::WAFv2::WebACL Scope. */
export const firewallScope: Trap = (view) =>
  view
    .ofType('AWS::WAFv2::WebACLAssociation')
    .filter(({ properties }) =>
      idsIn(properties.WebACLArn).some((acl) => view.get(acl)?.properties.Scope === 'CLOUDFRONT'),
    )
    .map(({ id }) => ({
      code: 'firewall-scope',
      logicalId: id,
      message: 'a CloudFront firewall on a regional resource',
    }));
