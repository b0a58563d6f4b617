import { endpointTarget } from '../../shared/topology/endpoints';
import type { Link, Service, Subnet, Topology, Vpc } from '../../shared/topology/topology';
import type { Notes } from './note';
import { originsOf } from './origins';
import { trailBucketOf } from './trails';

/** What of a design can be written into files, before it is divided over Regions. */
export interface Placement {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly services: readonly Service[];
}

const isGlobal = (service: Service): boolean => service.definition.scope === 'global';
export const isInVpc = (service: Service): boolean => ['vpc', 'zonal', 'spanning'].includes(service.definition.scope);

function placeVpcs(topology: Topology, notes: Notes): readonly Vpc[] {
  return topology.vpcs.filter((vpc) => {
    if (vpc.region && vpc.cidr) return true;
    const reason = vpc.region ? 'its CIDR block is not valid, set one such as 10.0.0.0/16' : 'it lies in no Region';
    notes.add('left-out', [vpc.id], `The VPC ${vpc.element.name} and all in it are left out: ${reason}.`);
    return false;
  });
}

function placeSubnets(topology: Topology, vpcs: readonly Vpc[], notes: Notes): readonly Subnet[] {
  return topology.subnets.filter((subnet) => {
    if (subnet.vpc && !vpcs.includes(subnet.vpc)) return false;
    if (subnet.vpc && subnet.zone?.vpc === subnet.vpc) return true;
    notes.add(
      'left-out',
      [subnet.id],
      `The subnet ${subnet.element.name} is left out: it lies in no Availability Zone.`,
    );
    return false;
  });
}

function reasonToLeaveOut(service: Service, vpcs: readonly Vpc[], subnets: readonly Subnet[]): string | undefined {
  if (isGlobal(service)) return undefined;
  if (!service.region) return 'it lies in no Region';
  if (!isInVpc(service)) return undefined;
  const { vpc } = service;
  if (!vpc) return 'it lies in no VPC';
  if (!vpcs.includes(vpc)) return 'its VPC is left out';
  if (service.kind === 'internet-gateway')
    return vpc.internetGateway === service ? undefined : 'a VPC takes one internet gateway, and another is drawn';
  const leadsTo = endpointTarget(service);
  const first = leadsTo && vpc.endpoints.get(leadsTo);
  if (first && first !== service) return `${first.name} already leads there`;
  if (service.kind === 'gateway-endpoint' || service.kind === 'vpn-connection')
    return subnets.some((subnet) => subnet.vpc === vpc) ? undefined : 'its VPC has no subnet to lead on';
  if (!service.subnets.some((subnet) => subnet.vpc === vpc && subnets.includes(subnet))) return 'it lies in no subnet';
  if (service.kind === 'nat-gateway' && !vpc.internetGateway) return 'its VPC has no internet gateway to send to';
  return undefined;
}

/** Sorts out what cannot be written, with a note for each. */
export function placeDesign(topology: Topology, notes: Notes): Placement {
  const vpcs = placeVpcs(topology, notes);
  const subnets = placeSubnets(topology, vpcs, notes);
  const leaveOut = (service: Service, reason: string): void =>
    notes.add('left-out', [service.id], `${service.definition.title} ${service.name} is left out: ${reason}.`);
  const placed = topology.services.filter((service) => {
    const reason = reasonToLeaveOut(service, vpcs, subnets);
    if (reason !== undefined) leaveOut(service, reason);
    return reason === undefined;
  });
  const services = placed.filter((service) => {
    if (
      service.kind === 'cloudtrail' &&
      !trailBucketOf(service, topology.outgoing, (bucket) => placed.includes(bucket))
    ) {
      leaveOut(service, 'it is connected to no bucket of its Region that it could write into');
      return false;
    }
    if (service.kind !== 'cloudfront' || originsOf(topology, service).some(({ to }) => placed.includes(to)))
      return true;
    leaveOut(service, 'nothing is connected behind it that it can fetch from');
    return false;
  });
  for (const element of topology.unknown)
    notes.add(
      'left-out',
      [element.id],
      `${element.name} is left out: this version does not know the kind ${element.kind}.`,
    );
  return { vpcs, subnets, services };
}

/** The part of a design that one stack deploys: a stack lies in one Region. */
export interface StackPlan extends Placement {
  /** `us-east-1`…; null for a design that has only global services. */
  readonly region: string | null;
  has(serviceId: string): boolean;
}

/**
 * Divides a placement over the Regions, one stack for each Region code. A global service goes with the first Region that
 * it is connected to, since its stack refers to what it serves; a distribution with what it fetches from.
 */
export function planStacks(topology: Topology, placement: Placement): readonly StackPlan[] {
  const codes = new Set(placement.services.flatMap((service) => service.region?.code ?? []));
  for (const vpc of placement.vpcs) if (vpc.region) codes.add(vpc.region.code);
  const regions = [...codes].sort();
  const homeOf = (service: Service): string | null => {
    if (!isGlobal(service)) return service.region?.code ?? null;
    const nearest = findRegionOf(topology, service);
    return regionOfOrigins(topology, service, nearest, placement) ?? nearest ?? regions[0] ?? null;
  };
  const stacks = regions.length > 0 ? regions : placement.services.length > 0 ? [null] : [];
  return stacks.map((region) => {
    const services = placement.services.filter((service) => homeOf(service) === region);
    const ids = new Set(services.map(({ id }) => id));
    return {
      region,
      services,
      vpcs: placement.vpcs.filter((vpc) => vpc.region?.code === region),
      subnets: placement.subnets.filter((subnet) => subnet.vpc?.region?.code === region),
      has: (id) => ids.has(id),
    };
  });
}

/** A distribution fetches from what its stack can name: it goes where an origin lies, the nearest Region before others. */
function regionOfOrigins(
  topology: Topology,
  service: Service,
  nearest: string | undefined,
  { services }: Placement,
): string | undefined {
  if (service.kind !== 'cloudfront') return undefined;
  const codes = originsOf(topology, service).flatMap(({ to }) =>
    services.includes(to) ? (to.region?.code ?? []) : [],
  );
  return codes.find((code) => code === nearest) ?? codes[0];
}

/** Region of the nearest service along outgoing connections: of what it serves, before what it merely uses. */
const findRegionOf = (topology: Topology, service: Service): string | undefined =>
  nearestRegion(topology, service, ({ kind }) => kind !== 'uses') ?? nearestRegion(topology, service, () => true);

function nearestRegion(topology: Topology, service: Service, follows: (link: Link) => boolean): string | undefined {
  const seen = new Set([service.id]);
  const queue: Service[] = [service];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.region) return next.region.code;
    for (const { to } of topology.outgoing(next.id).filter(follows))
      if (!seen.has(to.id)) {
        seen.add(to.id);
        queue.push(to);
      }
  }
  return undefined;
}
