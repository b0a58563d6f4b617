import { kinds } from '../../../catalog/services';
import type { Service, Topology } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

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

export const publicListenerIsPlain: Rule = {
  id: 'ENC-01',
  group: 'encryption',
  byPart: true,
  severity: 'error',
  title: 'Public listener accepts plain HTTP',
  why: 'Between a visitor and the entry lie networks that nobody vouches for; only TLS keeps them from reading and altering.',
  trigger:
    'Users or a DNS name lead to an internet-facing Application Load Balancer with an HTTP listener, to a Network Load Balancer over plain HTTP, or to a CloudFront distribution that allows HTTP.',
  guide: ['4.2.7', '4.7.11'],
  references: ['AWS Well-Architected SEC09-BP02', 'checkov CKV_AWS_2 and CKV_AWS_34'],
  check: (topology) =>
    [
      ...topology.ofKind('application-load-balancer').map((balancer) => checkBalancer(topology, balancer)),
      ...topology.ofKind('network-load-balancer').map((balancer) => checkNetworkBalancer(topology, balancer)),
      ...topology.ofKind('cloudfront').map((distribution) => checkDistribution(topology, distribution)),
    ].filter((found) => found !== undefined),
};
