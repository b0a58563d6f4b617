import { connectionSettings } from '../../../catalog/connections';
import { kinds } from '../../../catalog/services';
import type { Link, Service, Topology } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Fix, Rule, Violation } from '../../rule';

/** Connections over which people on the internet come: drawn from them, or names that point at it. */
const publicWays = (topology: Topology, service: Service): readonly string[] =>
  topology
    .incoming(service.id)
    .filter(({ kind, from }) => (kind === 'traffic' && from.kind === 'users') || kind === 'dns')
    .map(({ id }) => id);

function checkBalancer(topology: Topology, balancer: Service): Violation | undefined {
  const { scheme, listener } = kinds['application-load-balancer'].read(balancer.element.settings);
  const ways = publicWays(topology, balancer);
  if (scheme === 'internal' || listener === 'https' || ways.length === 0) return undefined;
  return {
    elements: [balancer.id],
    connections: ways,
    message: `${balancer.name} answers the internet in plain HTTP. Passwords and session cookies can be read and changed on the way. Listen on HTTPS and send HTTP on to it.`,
    fixes: [changeSettings(balancer.id, 'Listen on HTTPS and send HTTP on to it', { listener: 'https' })],
  };
}

/** Plain HTTP passes a Network Load Balancer as it is; what else is spoken over TCP is not known. */
function checkNetworkBalancer(topology: Topology, balancer: Service): Violation | undefined {
  const { scheme, protocol } = kinds['network-load-balancer'].read(balancer.element.settings);
  if (scheme === 'internal' || protocol !== 'tcp') return undefined;
  const ways = topology
    .incoming(balancer.id)
    .filter(({ kind, from, encrypted }) => kind === 'traffic' && from.kind === 'users' && encrypted === false)
    .map(({ id }) => id);
  if (ways.length === 0) return undefined;
  return {
    elements: [balancer.id],
    connections: ways,
    message: `${balancer.name} takes plain HTTP from the internet and passes it on. Passwords and session cookies can be read and changed on the way. Let it listen on TLS.`,
    fixes: [changeSettings(balancer.id, 'Listen on TLS', { protocol: 'tls', port: 443 })],
  };
}

function checkDistribution(topology: Topology, distribution: Service): Violation | undefined {
  const { viewerProtocol } = kinds.cloudfront.read(distribution.element.settings);
  const ways = publicWays(topology, distribution);
  if (viewerProtocol !== 'allow-all' || ways.length === 0) return undefined;
  return {
    elements: [distribution.id],
    connections: ways,
    message: `${distribution.name} also delivers over plain HTTP. What viewers send and get can be read and changed on the way. Send HTTP on to HTTPS.`,
    fixes: [changeSettings(distribution.id, 'Send HTTP on to HTTPS', { viewerProtocol: 'redirect-to-https' })],
  };
}

const WITH_TLS: Fix = {
  id: 'answer-with-tls',
  title: 'Let it answer with TLS and a certificate, or put a load balancer with one in front',
  kind: 'manual',
};

/** Somebody said so; the port alone says nothing of what a program of one's own answers. */
const isStatedPlain = ({ connection }: Link): boolean => {
  const { protocol, encryption } = connectionSettings.read(connection.settings);
  return encryption === 'plain' || (encryption === 'auto' && protocol === 'http');
};

/** Machines that people reach without anything in front. */
function checkMachine(topology: Topology, machine: Service): Violation | undefined {
  const ways = topology
    .incoming(machine.id)
    .filter((link) => link.kind === 'traffic' && link.from.kind === 'users' && isStatedPlain(link))
    .map(({ id }) => id);
  if (ways.length === 0) return undefined;
  return {
    elements: [machine.id],
    connections: ways,
    message: `${machine.name} answers the internet in plain HTTP. Passwords and session cookies can be read and changed on the way. Answer with TLS.`,
    fixes: [WITH_TLS],
  };
}

export const publicListenerIsPlain: Rule = {
  id: 'ENC-01',
  group: 'encryption',
  byPart: true,
  severity: 'error',
  title: 'Public listener accepts plain HTTP',
  why: 'Between a visitor and the entry lie networks that nobody vouches for; only TLS keeps them from reading and altering.',
  trigger:
    'Users or a DNS name lead to an internet-facing Application Load Balancer with an HTTP listener, to a Network Load Balancer over plain HTTP, to a machine over a connection that is said to be plain, or to a CloudFront distribution that allows HTTP.',
  guide: ['4.2.7', '4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02', 'checkov CKV_AWS_2 and CKV_AWS_34'],
  check: (topology) =>
    [
      ...topology.ofKind('application-load-balancer').map((balancer) => checkBalancer(topology, balancer)),
      ...topology.ofKind('network-load-balancer').map((balancer) => checkNetworkBalancer(topology, balancer)),
      ...topology.ofKind('cloudfront').map((distribution) => checkDistribution(topology, distribution)),
      ...(['ec2-instance', 'auto-scaling-group', 'ecs-service'] as const)
        .flatMap(topology.ofKind)
        .map((machine) => checkMachine(topology, machine)),
    ].filter((found) => found !== undefined),
};
