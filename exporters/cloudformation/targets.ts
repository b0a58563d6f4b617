import { kinds } from '../../shared/catalog/services';
import type { Link, Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { stemOf } from '../plan/logical-ids';
import type { DesignView, EmitContext } from './emit-context';
import { ref } from './intrinsics';

const isBalancer = (service: Service): boolean =>
  service.kind === 'application-load-balancer' || service.kind === 'network-load-balancer';

/**
 * Targets of a load balancer's drawn connections, in the order of the connections. A Network Load Balancer has one
 * listener and so one target, which cannot be a function.
 */
export function targetsOf(context: DesignView, balancer: Service): readonly Link[] {
  const links = context.topology
    .outgoing(balancer.id)
    .filter(({ kind, to }) => kind === 'traffic' && context.stack.has(to.id));
  if (balancer.kind === 'application-load-balancer') return links;
  return links.filter(({ to }) => to.kind !== 'lambda-function').slice(0, 1);
}

/** Distinguishes what belongs to one connection of an element from what belongs to another. */
export const targetPart = (link: Link): string => `For${stemOf(link.to.id)}${link.port}`;

/** Logical id of the target group behind one drawn connection. */
export const targetGroupId = (context: Pick<EmitContext, 'id'>, link: Link): string =>
  context.id(link.from.id, `TargetGroup${targetPart(link)}`);

/** Connections by which load balancers send to a program. */
export const groupsTo = (context: DesignView, service: Service): readonly Link[] =>
  context.topology
    .incoming(service.id)
    .filter(({ from }) => isBalancer(from) && context.stack.has(from.id))
    .filter((link) => targetsOf(context, link.from).includes(link));

/** Target groups that a program registers with. */
export const groupsFor = (context: EmitContext, service: Service): readonly string[] =>
  groupsTo(context, service).map((link) => targetGroupId(context, link));

/** How a Network Load Balancer speaks with a target: where TLS ends at the listener, it begins anew if the drawing says so. */
export function targetProtocol({ from, encrypted }: Link): 'TCP' | 'TLS' | 'UDP' {
  const { protocol } = kinds['network-load-balancer'].read(from.element.settings);
  if (protocol === 'udp') return 'UDP';
  return protocol === 'tls' && encrypted === true ? 'TLS' : 'TCP';
}

/** What a target group holds: tasks by address and groups of instances register by themselves, an instance is named. */
export function targetsProperty({ to, port }: Link, context: Pick<EmitContext, 'id'>): JsonObject {
  if (to.kind === 'ecs-service') return { TargetType: 'ip' };
  if (to.kind === 'auto-scaling-group') return { TargetType: 'instance' };
  return { TargetType: 'instance', Targets: [{ Id: ref(context.id(to.id)), Port: port }] };
}

/** The target that answers where no path says otherwise. */
export const defaultTarget = (targets: readonly Link[]): Link | undefined =>
  targets.find((link) => pathOf(link) === undefined) ?? targets[0];

/** Logical id of the listener or rule that sends to a target. */
export const senderId = (context: EmitContext, link: Link): string =>
  link.from.kind === 'network-load-balancer' || defaultTarget(targetsOf(context, link.from)) === link
    ? context.id(link.from.id, 'Listener')
    : context.id(link.from.id, `Rule${targetPart(link)}`);

/** Whether clients speak TLS with a load balancer itself, so that it needs a certificate. */
export function isTlsListener({ kind, element }: Service): boolean {
  if (kind === 'network-load-balancer') return kinds[kind].read(element.settings).protocol === 'tls';
  return kind === 'application-load-balancer' && kinds[kind].read(element.settings).listener === 'https';
}

/** `/path` written on a connection; undefined where its label is something else. */
export function pathOf(link: Link): string | undefined {
  const { label } = link.connection.settings;
  if (typeof label !== 'string' || !label.startsWith('/')) return undefined;
  // Characters that both ELB and CloudFront take in a path pattern.
  const path = label.replace(/[^A-Za-z0-9_\-.$/~"'@:+&*?]/g, '').slice(0, 128);
  return path.length > 1 ? path : undefined;
}

/** A path for a target whose connection names none: from the element's id, so that renaming changes nothing. */
export const fallbackPath = (link: Link): string =>
  `/${link.to.id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)}/*`;
