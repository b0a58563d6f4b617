import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { certificateOf } from '../plan/certificates';
import type { EmitContext } from './emit-context';
import { getAtt, ref, sub } from './intrinsics';
import { afterGateway, afterRoutes, subnetRefs } from './network';
import { groupId } from './security-groups';

interface Balancer {
  readonly type: 'application' | 'network';
  readonly scheme: 'internet-facing' | 'internal';
  /** Name → value, as ELB writes them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly protocol: string;
  /** Bucket that takes the access logs. */
  readonly logs?: JsonObject;
  /** What it must wait for, beside its routes. */
  readonly after?: readonly string[];
}

export const attributesOf = (values: Readonly<Record<string, string>>): readonly JsonObject[] =>
  Object.entries(values).map(([Key, Value]) => ({ Key, Value }));

/** The load balancer itself, in one subnet of each zone, and its address as an output. */
export function emitLoadBalancer(service: Service, balancer: Balancer, context: EmitContext): string {
  const subnets = context.subnets.inTwoZones(service);
  const isPublic = balancer.scheme === 'internet-facing';
  const closed = subnets.filter(({ route }) => route !== 'internet-gateway');
  if (isPublic && closed.length > 0)
    context.notes.add(
      'will-not-work',
      [service.id, ...closed.flatMap(({ drawn }) => drawn?.id ?? [])],
      `${service.name} faces the internet from subnets without a route to an internet gateway: ${closed.map(({ name }) => name).join(', ')}.`,
    );
  context.add(service, '', {
    Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    DependsOn: [
      ...(closed.length < subnets.length
        ? afterRoutes(context, subnets)
        : isPublic
          ? afterGateway(context, service.vpc)
          : []),
      ...(balancer.after ?? []),
    ],
    Properties: {
      Type: balancer.type,
      Scheme: balancer.scheme,
      Subnets: subnetRefs(context, subnets),
      SecurityGroups: [groupId(context, service)],
      LoadBalancerAttributes: [
        ...attributesOf(balancer.attributes),
        ...(balancer.logs ? [{ Key: 'access_logs.s3.bucket', Value: balancer.logs }] : []),
      ],
      Tags: context.tags(service.name),
    },
  });
  const id = context.id(service.id);
  const address = getAtt(id, 'DNSName');
  context.output(service, balancer.type === 'application' ? 'Url' : 'Address', {
    Description: `Where ${service.definition.title} answers`,
    Value: balancer.type === 'application' ? sub(`${balancer.protocol}://\${${id}.DNSName}`) : address,
  });
  return id;
}

export const forwardTo = (group: string): JsonObject => ({ Type: 'forward', TargetGroupArn: ref(group) });

/** Policies with TLS 1.2 and 1.3, and from TLS 1.0. Elastic Load Balancing, "Security policies" for Application and for Network Load Balancers. */
const TLS_POLICIES = {
  modern: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  legacy: 'ELBSecurityPolicy-TLS13-1-0-2021-06',
} as const;

/** The drawn certificate, else one that whoever deploys names. */
export function certificateArn(service: Service, context: EmitContext): JsonObject {
  const drawn = certificateOf(context, service);
  if (drawn) return ref(context.id(drawn.id));
  return context.parameter(context.id(service.id, 'CertificateArn'), {
    Type: 'String',
    Description: 'ARN of the certificate in AWS Certificate Manager, in the Region of this stack',
    AllowedPattern: 'arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+',
    ConstraintDescription: 'The ARN of a certificate in AWS Certificate Manager',
  });
}

/** How a listener speaks TLS, and with which certificate. */
export const tlsProperties = (
  service: Service,
  policy: keyof typeof TLS_POLICIES,
  context: EmitContext,
): JsonObject => ({
  SslPolicy: TLS_POLICIES[policy],
  Certificates: [{ CertificateArn: certificateArn(service, context) }],
});
