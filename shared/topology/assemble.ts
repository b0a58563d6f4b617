import { isKind } from '../catalog/catalog';
import { groupBy } from '../util/grouping';
import { whenAsked } from '../util/when-asked';
import type { Link, Service, Topology } from './topology';
import { keepWorkings, type Workings } from './workings';

const NO_LINKS: readonly Link[] = [];
const NO_SERVICES: readonly Service[] = [];

/** The topology that hands out what was made. */
export function assemble(workings: Workings): Topology {
  const { design, places, elements, others, connections, all, services, actors, links, ofKind } = workings;
  const { slots, bySlot, network } = workings;
  const { outgoing, incoming, critical } = network;
  const slotOf = (id: string): number => slots.get(id) ?? -1;
  const ofRole = whenAsked(() => groupBy<Service, Service['role']>(all, ({ role }) => role));
  const linksById = whenAsked(() => new Map(links.map((link) => [link.id, link])));
  const topology: Topology = {
    design,
    regions: [...places.regions.values()],
    vpcs: [...places.vpcs.values()],
    zones: [...places.zones.values()],
    subnets: [...places.subnets.values()],
    tiers: [...places.tiers.values()],
    services,
    actors,
    links,
    arrivals: links,
    elements,
    connections,
    network,
    unknown: others.filter(({ kind }) => !isKind(kind)),
    service: (id) => bySlot[slotOf(id)],
    subnet: (id) => places.subnets.get(id),
    zone: (id) => places.zones.get(id),
    tier: (id) => places.tiers.get(id),
    link: (id) => linksById().get(id),
    ofKind: (kind) => ofKind.get(kind) ?? NO_SERVICES,
    ofRole: (role) => ofRole().get(role) ?? NO_SERVICES,
    outgoing: (id) => outgoing[slotOf(id)] ?? NO_LINKS,
    incoming: (id) => incoming[slotOf(id)] ?? NO_LINKS,
    isCritical: (id) => critical[slotOf(id)] === 1,
  };
  keepWorkings(topology, workings);
  return topology;
}
