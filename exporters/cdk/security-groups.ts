import type { Service } from '../../shared/topology/topology';
import { isWorld } from '../../shared/topology/topology';
import { groupDescription, THROUGH_ENDPOINT } from '../cloudformation/security-groups';
import { CALLS_OUT, usesGatewayEndpoint } from '../plan/endpoint-users';
import { toGroupDescription } from '../plan/plain-text';
import type { SecurityRule } from '../plan/security-rules';
import { sitesReachedBy } from '../plan/site-links';
import type { CdkContext } from './cdk-context';
import { addTags, reachNetwork, reachService } from './cdk-context';
import type { Code } from './code-writer';
import { call, construct, ident, ts } from './code-writer';
import { camelOf, pascalOf } from './names';

/** A group of its own for a service: nothing comes in or goes out but what is written below. */
export function addSecurityGroup(service: Service, context: CdkContext): Code {
  const home = context.moduleOf(service);
  const vpc = context.security.vpcOf(service);
  if (!vpc) throw new Error(`${service.id} lies in no VPC`);
  const name = ident(`${camelOf(service.id)}SecurityGroup`);
  home.add(
    ts`const ${name} = ${construct(ts`ec2.SecurityGroup`, `${pascalOf(service.id)}SecurityGroup`, {
      vpc: ts`${reachNetwork(home, vpc, context)}.vpc`,
      description: groupDescription(service),
      allowAllOutbound: false,
    })}`,
  );
  addTags(home, name, service, context);
  const subnets = context.networks.get(service.id)?.subnets ?? context.subnets.of(service);
  const letOut = (port: number, purpose: string): void =>
    home.add(call(ts`${name}.addEgressRule`, ts`ec2.Peer.anyIpv4()`, call(ts`ec2.Port.tcp`, port), purpose));
  if (CALLS_OUT.has(service.kind) && subnets.some(({ gateway }) => gateway !== null)) {
    letOut(443, 'AWS APIs and updates');
    letOut(80, 'Package repositories');
  } else if (usesGatewayEndpoint(context.topology, context.stack, service, vpc)) letOut(443, THROUGH_ENDPOINT);
  if (CALLS_OUT.has(service.kind))
    for (const { site, cidr, protocol, port } of sitesReachedBy(context.topology, context.stack, service))
      home.add(
        call(
          ts`${name}.addEgressRule`,
          call(ts`ec2.Peer.ipv4`, cidr),
          call(ts`ec2.Port.${ident(protocol)}`, port),
          toGroupDescription(`Site behind ${site.name}`, 'Drawn connection'),
        ),
      );
  return name;
}

const CACHES: ReadonlySet<string> = new Set(['elasticache-redis', 'elasticache-memcached']);
const KINDS_WITH_CONNECTIONS: ReadonlySet<string> = new Set([
  'application-load-balancer',
  'network-load-balancer',
  'auto-scaling-group',
  'ec2-instance',
  'ecs-service',
  'bastion-host',
  'lambda-function',
  'rds-instance',
  'aurora-cluster',
  'efs',
  'interface-endpoint',
  ...CACHES,
]);

const endOf = (service: Service, context: CdkContext): Code =>
  reachService(context.root, service, context, CACHES.has(service.kind) ? 'Connections' : '');

const portOf = ({ protocol, fromPort, toPort }: SecurityRule): Code => {
  const kind = ident(protocol);
  return fromPort === toPort ? call(ts`ec2.Port.${kind}`, fromPort) : call(ts`ec2.Port.${kind}Range`, fromPort, toPort);
};

const peerOf = (cidr: string): Code => {
  const version = ident(cidr.includes(':') ? 'ipv6' : 'ipv4');
  if (isWorld(cidr)) return cidr.includes(':') ? ts`ec2.Peer.anyIpv6()` : ts`ec2.Peer.anyIpv4()`;
  return call(ts`ec2.Peer.${version}`, cidr);
};

/** The rules between security groups, as the drawing connects things. */
export function writeSecurityRules(context: CdkContext): void {
  const { rules } = context.security;
  const written = rules.filter(
    ({ target, source }) =>
      KINDS_WITH_CONNECTIONS.has(target.kind) &&
      (source.kind === 'cidr' || KINDS_WITH_CONNECTIONS.has(source.service.kind)),
  );
  if (written.length > 0) context.root.heading('Who may talk to whom.');
  for (const rule of written) {
    const target = endOf(rule.target, context);
    if (rule.source.kind === 'cidr') {
      const { cidr } = rule.source;
      context.pen.during([rule.target.id], () =>
        context.root.add(call(ts`${target}.connections.allowFrom`, peerOf(cidr), portOf(rule))),
      );
      continue;
    }
    const { service } = rule.source;
    const why = toGroupDescription(`${service.name} to ${rule.target.name}`, 'Drawn connection');
    context.pen.during([service.id, rule.target.id], () =>
      context.root.add(call(ts`${endOf(service, context)}.connections.allowTo`, target, portOf(rule), why)),
    );
  }
}
