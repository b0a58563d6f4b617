import type { Service } from '../../shared/topology/topology';
import { isWorld } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { CALLS_OUT, usesGatewayEndpoint } from '../plan/endpoint-users';
import { stemOf } from '../plan/logical-ids';
import { toGroupDescription } from '../plan/plain-text';
import type { SecurityRule } from '../plan/security-rules';
import { sitesReachedBy } from '../plan/site-links';
import type { EmitContext } from './emit-context';
import { getAtt, ref } from './intrinsics';

export const groupId = (context: EmitContext, service: Service): JsonObject =>
  getAtt(context.id(service.id, 'SecurityGroup'), 'GroupId');

/**
 * A group without outbound rules lets everything out. A rule to the machine itself takes the place of that default.
 * SPEC documentation of AWS::EC2::SecurityGroup: outbound rules are added only where a template names none.
 */
const NOTHING_OUT: JsonObject = {
  IpProtocol: '-1',
  CidrIp: '127.0.0.1/32',
  Description: 'Nothing but the rules beside',
};

/** S3 and DynamoDB keep their public addresses; no other route of such subnets leads out. */
export const THROUGH_ENDPOINT = 'Through gateway endpoints';

const callOut = (port: number, description: string): JsonObject => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  CidrIp: '0.0.0.0/0',
  Description: description,
});

function outboundOf(service: Service, context: EmitContext): readonly JsonObject[] {
  const subnets = context.networks.get(service.id)?.subnets ?? context.subnets.of(service);
  const hasWayOut = subnets.some((subnet) => subnet.gateway !== null);
  const { topology, stack } = context;
  if (!CALLS_OUT.has(service.kind)) return [NOTHING_OUT];
  const toSites = sitesReachedBy(topology, stack, service).map(({ site, cidr, protocol, port }) => ({
    IpProtocol: protocol,
    FromPort: port,
    ToPort: port,
    CidrIp: cidr,
    Description: toGroupDescription(`Site behind ${site.name}`, 'Drawn connection'),
  }));
  if (hasWayOut) return [callOut(443, 'AWS APIs and updates'), callOut(80, 'Package repositories'), ...toSites];
  const throughEndpoint = usesGatewayEndpoint(topology, stack, service, context.security.vpcOf(service));
  const out = [...(throughEndpoint ? [callOut(443, THROUGH_ENDPOINT)] : []), ...toSites];
  return out.length > 0 ? out : [NOTHING_OUT];
}

/** Names the other end and the ports, in letters and digits: part of a logical id. */
function suffixOf(rule: SecurityRule, end: string): string {
  const ports = rule.fromPort === rule.toPort ? `${rule.fromPort}` : `${rule.fromPort}To${rule.toPort}`;
  return `${end}${rule.protocol === 'udp' ? 'Udp' : ''}${ports}`;
}

const addressOf = (cidr: string): string =>
  isWorld(cidr) ? (cidr.includes(':') ? 'AnywhereV6Port' : 'AnywherePort') : `${cidr.replace(/[^0-9]/g, 'x')}Port`;

function emitRule(rule: SecurityRule, context: EmitContext): void {
  const { target, source, protocol, fromPort, toPort } = rule;
  const ports = { IpProtocol: protocol, FromPort: fromPort, ToPort: toPort };
  if (source.kind === 'cidr') {
    context.add(target, suffixOf(rule, `From${addressOf(source.cidr)}`), {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: {
        GroupId: groupId(context, target),
        ...ports,
        [source.cidr.includes(':') ? 'CidrIpv6' : 'CidrIp']: source.cidr,
      },
    });
    return;
  }
  const description = toGroupDescription(`${source.service.name} to ${target.name}`, 'Drawn connection');
  context.add(target, suffixOf(rule, `From${stemOf(source.service.id)}`), {
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: groupId(context, target),
      ...ports,
      SourceSecurityGroupId: groupId(context, source.service),
      Description: description,
    },
  });
  context.add(source.service, suffixOf(rule, `To${stemOf(target.id)}`), {
    Type: 'AWS::EC2::SecurityGroupEgress',
    Properties: {
      GroupId: groupId(context, source.service),
      ...ports,
      DestinationSecurityGroupId: groupId(context, target),
      Description: description,
    },
  });
}

/** Of its kind and its id: another description would replace the group, and a new name must not. */
export const groupDescription = (service: Service): string =>
  toGroupDescription(`${service.definition.title} ${service.id}`, service.definition.title);

/**
 * A group for each service with network interfaces, and its rules as resources of their own: two groups that named each
 * other inline would wait for each other.
 */
export function emitSecurityGroups(context: EmitContext): void {
  for (const service of context.security.members) {
    const vpc = context.security.vpcOf(service);
    if (!vpc) continue;
    context.add(service, 'SecurityGroup', {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: groupDescription(service),
        VpcId: ref(context.id(vpc.id)),
        SecurityGroupEgress: outboundOf(service, context),
        Tags: context.tags(service.name),
      },
    });
  }
  for (const rule of context.security.rules) emitRule(rule, context);
}
