import { CALLED_BY_MACHINES, type EndpointService, endpointServiceOf } from '../catalog/endpoint-services';
import { kinds } from '../catalog/services';
import type { Link, Service } from './topology';

/** The service that a VPC endpoint leads to; undefined for everything else, and for one without a subnet to lie in. */
export function endpointTarget({ kind, element, zones }: Service): EndpointService | undefined {
  if (kind === 'gateway-endpoint') return kinds['gateway-endpoint'].read(element.settings).service;
  if (kind !== 'interface-endpoint' || zones.length === 0) return undefined;
  return kinds['interface-endpoint'].read(element.settings).service;
}

/** The VPC endpoint that takes what a service sends to elements of a kind; undefined where it goes another way. */
export function endpointTowards({ vpc, region, definition }: Service, to: Service): Service | undefined {
  const service = endpointServiceOf(to.kind);
  // What load balancers and databases send to a bucket, AWS carries there itself.
  if (!service || definition.family !== 'compute' || region === null || region.code !== to.region?.code)
    return undefined;
  return vpc?.endpoints.get(service);
}

/** The VPC endpoint that the data of a connection passes. */
export const endpointOf = ({ from, to }: Link): Service | undefined => endpointTowards(from, to);

/** An interface endpoint that states its own gigabytes includes what the connections bring it. */
export const statesData = ({ kind, element }: Service): boolean =>
  kind === 'interface-endpoint' && kinds['interface-endpoint'].read(element.settings).gbPerMonth !== null;

/** The share of what a service sends through an interface endpoint that crosses to another zone: where that has no address of it. */
export function shareBesideEndpoint({ members }: Service, endpoint: Service): number {
  const total = members.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || endpoint.zones.length === 0) return 0;
  const outside = members.filter(({ zone }) => !endpoint.zones.includes(zone));
  return outside.reduce((sum, { count }) => sum + count, 0) / total;
}

const MACHINES: ReadonlySet<string> = new Set(['compute', 'bastion']);

/** Whether something calls a service of AWS: because a connection says so, or because every machine does. */
export function callsService(
  caller: Service,
  service: EndpointService,
  outgoing: readonly Link[],
  incoming: readonly Link[],
): boolean {
  const { family } = caller.definition;
  if (!MACHINES.has(family)) return family === 'function' && hasEnd(service, outgoing, incoming);
  return CALLED_BY_MACHINES.has(service) || hasEnd(service, outgoing, incoming);
}

/** Who takes messages from a queue asks for them. */
const hasEnd = (service: EndpointService, outgoing: readonly Link[], incoming: readonly Link[]): boolean =>
  outgoing.some(({ to }) => endpointServiceOf(to.kind) === service) ||
  incoming.some(({ from }) => from.role === 'queue' && endpointServiceOf(from.kind) === service);
