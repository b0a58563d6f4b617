import type { Json } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
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

/**
 * A web ACL of scope CLOUDFRONT is made in us-east-1 only, cannot be associated with regional resources, and no other can stand
 * before a distribution. SPEC AWS::WAFv2::WebACL Scope.
 */
export const firewallScope: Trap = (view) => {
  const isOf = (scope: string, value: Json | undefined): boolean =>
    idsIn(value).some((acl) => view.get(acl)?.properties.Scope === scope);
  const far = view
    .ofType('AWS::WAFv2::WebACL')
    .filter(({ properties }) => properties.Scope === 'CLOUDFRONT' && (view.region ?? 'us-east-1') !== 'us-east-1');
  const regional = view
    .ofType('AWS::WAFv2::WebACLAssociation')
    .filter(({ properties }) => isOf('CLOUDFRONT', properties.WebACLArn));
  const distributions = view.ofType('AWS::CloudFront::Distribution').filter(({ properties }) => {
    const { DistributionConfig } = properties;
    return isJsonObject(DistributionConfig) && isOf('REGIONAL', DistributionConfig.WebACLId);
  });
  return [
    ...far.map(({ id }) => ({ id, message: 'a CloudFront firewall outside us-east-1' })),
    ...regional.map(({ id }) => ({ id, message: 'a CloudFront firewall on a regional resource' })),
    ...distributions.map(({ id }) => ({ id, message: 'a regional firewall before a distribution' })),
  ].map(({ id, message }) => ({ code: 'firewall-scope', logicalId: id, message }));
};

/**
 * Load balancers, interface endpoints and the mount targets of a file system take one subnet in each zone. SPEC LoadBalancer.Subnets,
 * EFS MountTarget, VPC User Guide "Interface endpoints".
 */
export const subnetsShareZone: Trap = (view) => {
  const byFiles = new Map<string, { id: string; subnets: string[] }>();
  for (const { id, properties } of view.ofType('AWS::EFS::MountTarget')) {
    const files = JSON.stringify(properties.FileSystemId ?? null);
    const known = byFiles.get(files) ?? { id, subnets: [] };
    byFiles.set(files, { id, subnets: [...known.subnets, ...idsIn(properties.SubnetId)] });
  }
  const placed = [
    ...view.ofType(LOAD_BALANCER).map((balancer) => ({ id: balancer.id, subnets: subnetsOf(balancer) })),
    ...view.ofType('AWS::EC2::VPCEndpoint').map(({ id, properties }) => ({ id, subnets: idsIn(properties.SubnetIds) })),
    ...byFiles.values(),
  ];
  return placed
    .filter(({ subnets }) => zonesOf(view, subnets) < subnets.length)
    .map(({ id }) => ({ code: 'subnets-share-zone', logicalId: id, message: 'has two subnets in one zone' }));
};

/** Whatever forwards or registers names a target group by its ARN, which is what Ref gives. SPEC Listener Action. */
export const nameWhereArnWanted: Trap = (view) =>
  [
    ...view.ofType('AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'),
    ...view.ofType('AWS::AutoScaling::AutoScalingGroup', 'AWS::ECS::Service'),
  ]
    .filter(({ properties }) => JSON.stringify(properties).includes('TargetGroupName'))
    .map(({ id }) => ({ code: 'name-where-arn-wanted', logicalId: id, message: 'names a target group, not its ARN' }));
