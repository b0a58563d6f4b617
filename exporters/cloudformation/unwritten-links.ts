import { isActorKind } from '../../shared/catalog/catalog';
import type { Link, Service } from '../../shared/topology/topology';
import { keyOf } from '../plan/access';
import { apiNameOf } from '../plan/api-names';
import { isOpenBucket } from '../plan/buckets';
import { certificateOf } from '../plan/certificates';
import { hasEndpointTowards } from '../plan/endpoint-users';
import { CLOUDFRONT_REGION, firewallBefore, firewallOf } from '../plan/firewalls';
import { functionKey } from '../plan/function-variables';
import { rotationDaysOf, rotatorOf } from '../plan/secrets';
import { logBucketOf } from './access-logs';
import type { EmitContext } from './emit-context';
import { isDelivered } from './messaging';
import { isTlsListener } from './targets';

/** Why a web ACL does not stand before something. */
function reasonForFirewall({ from, to }: Link, context: EmitContext): string | undefined {
  if (from.kind === 'network-load-balancer')
    return 'it passes connections on as they are, and a web ACL reads requests';
  const used = from.kind === 'cloudfront' ? firewallOf(context, from) : firewallBefore(context, from);
  if (used === to) return undefined;
  if (used) return 'one web ACL stands before it, and another is drawn';
  return to.region?.code === CLOUDFRONT_REGION
    ? 'a web ACL stands before load balancers or before distributions, never both; draw a second one. Its ARN is asked for as a parameter'
    : 'CloudFront takes web ACLs from us-east-1 only; one is asked for as a parameter';
}

const isNamed = (service: Service, { topology, stack }: EmitContext): boolean =>
  topology.incoming(service.id).some(({ kind, from }) => kind === 'dns' && stack.has(from.id));

/** Why a certificate is not used. */
function reasonForCertificate({ from, to }: Link, context: EmitContext): string | undefined {
  if (from.kind === 'cloudfront' && !isNamed(from, context)) return 'no name of a drawn hosted zone leads to it';
  const used = certificateOf(context, from);
  if (used && used !== to) return 'it answers with one certificate, and another is drawn';
  if (from.kind === 'cloudfront')
    return used ? undefined : 'CloudFront takes certificates from us-east-1 only; one is asked for as a parameter';
  if (from.kind === 'api-gateway')
    return apiNameOf(context, from) ? undefined : 'no name of a drawn hosted zone leads to it';
  if (isTlsListener(from)) return undefined;
  return from.kind === 'network-load-balancer'
    ? 'its listener passes connections on as they are; let it listen on TLS'
    : 'its listener is plain HTTP; let it listen on HTTPS';
}

/** Why a key does not encrypt something. */
function reasonForKey({ from, to }: Link, context: EmitContext): string | undefined {
  if (keyOf(context.topology, context.stack, from) !== to) return 'one key encrypts it, and another is drawn';
  if (from.element.settings.encrypted === false) return 'its settings leave it unencrypted';
  if (from.kind === 'ecs-service') return 'tasks keep nothing that a key of yours could encrypt';
  if (from.kind === 'lambda-function' && !functionKey(context, from))
    return 'the key encrypts variables of the function, and it has none';
  return undefined;
}

/** Why logs do not go into a bucket. */
function reasonForLogs({ from, to }: Link, context: EmitContext): string | undefined {
  if (from.kind === 'network-load-balancer')
    return 'access logs of Network Load Balancers are not exported yet; turn them on after deployment';
  if (from.kind !== 'application-load-balancer' && from.kind !== 'cloudtrail') return undefined;
  return logBucketOf(from, context) === to ? undefined : 'it writes its logs into one bucket, and another is drawn';
}

/** Why a function does not change a secret. */
function reasonForRotation({ from, to }: Link, context: EmitContext): string | undefined {
  if (rotatorOf(context, from) !== to) return 'one function changes it, and another is drawn';
  return rotationDaysOf(from) === 0 ? 'it is never changed; say after how many days' : undefined;
}

/** Why a connection of this kind changes nothing in a template; undefined where emitters look after it. */
function reasonFor(link: Link, context: EmitContext): string | undefined {
  const { kind, from, to } = link;
  if (to.kind === 'waf-web-acl') return reasonForFirewall(link, context);
  if (to.kind === 'certificate') return reasonForCertificate(link, context);
  // The virtual private gateway takes the connection that still works.
  if (kind === 'failover' && from.kind === 'vpn-connection' && from.vpc === to.vpc) return undefined;
  if (kind === 'failover') return 'a template cannot say when to switch over';
  if (kind === 'traffic' && isActorKind(from.kind) && to.kind === 'lambda-function' && !to.traits.publicAddress)
    return 'the function has no address of its own; give it a function URL, or draw an API in front of it';
  if (kind === 'logs') return reasonForLogs(link, context);
  if (to.kind === 'kms-key') return reasonForKey(link, context);
  if (kind === 'uses' && from.kind === 'secret') return reasonForRotation(link, context);
  if (from.kind === 'cloudwatch-alarm' && to.kind === 'sns-topic' && !isDelivered(link))
    return 'alarms tell no FIFO topic; connect a standard one';
  if (from.kind === 'office' && to.kind === 's3-bucket' && !isOpenBucket(context.topology, to))
    return 'a bucket opens to everybody or to nobody; let the office sign its requests, or put a CloudFront distribution before it';
  if (kind !== 'replicates') return undefined;
  if (from.kind === 's3-bucket') return 'bucket replication is not exported yet; set it up after deployment';
  if (from.definition.family === 'relational')
    return 'AWS makes no read replica of a database whose password it manages; each is exported on its own';
  return undefined;
}

/** Kinds that answer outside every VPC. */
const OUTSIDE: ReadonlySet<string> = new Set([
  's3-bucket',
  'dynamodb-table',
  'sqs-queue',
  'sns-topic',
  'kinesis-stream',
  'secret',
]);

/** Lists connections that the files do not show, and programs without a way to what they use. */
export function noteUnwrittenLinks(context: EmitContext): void {
  const { topology, stack, notes } = context;
  for (const link of topology.links) {
    const { from, to } = link;
    const reason = reasonFor(link, context);
    if (reason !== undefined && (stack.has(from.id) || isActorKind(from.kind)) && stack.has(to.id))
      notes.add('left-out', [link.id], `${from.name} and ${to.name} stand unconnected in this respect: ${reason}.`);
    if (!stack.has(from.id) || !OUTSIDE.has(to.kind)) continue;
    const subnets = context.networks.get(from.id)?.subnets ?? (from.traits.inVpc ? context.subnets.of(from) : []);
    const vpc = context.security.vpcOf(from);
    if (hasEndpointTowards(stack, vpc, to)) continue;
    if (from.definition.family !== 'compute' && from.definition.family !== 'function') continue;
    if (subnets.length > 0 && subnets.every(({ gateway }) => gateway === null))
      notes.add(
        'will-not-work',
        [link.id],
        `${from.name} cannot reach ${to.name}: its subnets have no way out. Give them a NAT gateway, or the VPC an endpoint.`,
      );
  }
}
