import { kinds } from '../../shared/catalog/services';
import type { Link, Service } from '../../shared/topology/topology';

/** What Route 53 asks a target from all over the world, to know whether it serves. */
export interface HealthQuestion {
  readonly type: 'HTTP' | 'HTTPS' | 'TCP';
  readonly port: number;
  readonly path?: string;
}

const checksOf = (zone: Service): number => kinds['route53-zone'].read(zone.element.settings).healthChecks;

/** A question that the target answers from the internet; undefined where none does: distributions watch over themselves. */
export function healthQuestion({ to }: Link): HealthQuestion | undefined {
  if (!to.traits.publicAddress) return undefined;
  if (to.kind === 'application-load-balancer') {
    const { listener, healthCheckPath } = kinds[to.kind].read(to.element.settings);
    return listener === 'https'
      ? { type: 'HTTPS', port: 443, path: healthCheckPath }
      : { type: 'HTTP', port: 80, path: healthCheckPath };
  }
  if (to.kind !== 'network-load-balancer' && to.kind !== 'ec2-instance') return undefined;
  const [port] = to.traits.listens.filter(({ protocol }) => protocol === 'tcp');
  return port && { type: 'TCP', port: port.port };
}

/** Records whose targets are asked, as many as the zone has health checks: those first that share a name and are steered by it. */
export const checkedRecords = (zone: Service, records: readonly Link[], sharers: readonly Link[]): readonly Link[] =>
  [...sharers, ...records.filter((link) => !sharers.includes(link))]
    .filter((link) => healthQuestion(link) !== undefined)
    .slice(0, checksOf(zone));

/** What AWS itself keeps up behind one name. */
const MANAGED: ReadonlySet<string> = new Set(['cloudfront', 'api-gateway']);

/**
 * Records that share one name, so that users are sent to those that answer: targets without a name of their own, where the zone
 * has health checks. Empty where fewer than two would share it, since nothing could be steered then.
 */
export function steeredRecords(
  zone: Service,
  records: readonly Link[],
  hasOwnName: (link: Link) => boolean,
): readonly Link[] {
  if (checksOf(zone) === 0) return [];
  const shared = records.filter((link) => !MANAGED.has(link.to.kind) && !hasOwnName(link));
  return shared.length > 1 ? shared : [];
}

/** Health checks of the drawing that no target could be asked by. */
export const idleChecks = (zone: Service, records: readonly Link[]): number =>
  Math.max(0, checksOf(zone) - checkedRecords(zone, records, []).length);
