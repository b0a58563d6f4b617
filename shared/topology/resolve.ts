import { isActorKind, isKind } from '../catalog/catalog';
import type { Design, Element } from '../model/design';
import { groupBy } from '../util/grouping';
import { compareText } from '../util/sorting';
import { endpointTarget } from './endpoints';
import { readLinks } from './resolve-links';
import { type ByKind, type Places, readPlaces, setRoutes } from './resolve-places';
import { readService, type ServiceDraft, setIngress } from './resolve-services';
import type { Link, Service, Topology } from './topology';

const NO_LINKS: readonly Link[] = [];
const NO_SERVICES: readonly Service[] = [];

const sortById = <T extends { readonly id: string }>(items: Iterable<T>): T[] =>
  [...items].sort((a, b) => compareText(a.id, b.id));

/** Ids that synchronous, non-optional connections reach from an actor. */
function findCritical(actors: readonly Service[], outgoing: ReadonlyMap<string, readonly Link[]>): ReadonlySet<string> {
  const critical = new Set<string>();
  const queue = actors.map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const link of outgoing.get(id) ?? NO_LINKS)
      if (link.synchronous && !link.optional && !critical.has(link.to.id)) {
        critical.add(link.to.id);
        queue.push(link.to.id);
      }
  return critical;
}

function readServices(design: Design, elements: readonly Element[], places: Places): Map<string, ServiceDraft> {
  const services = new Map<string, ServiceDraft>();
  for (const element of elements) {
    const service = readService(design, element, places);
    if (service) services.set(element.id, service);
    const vpc = service && places.vpcs.get(service.vpc?.id ?? '');
    if (!service || !vpc) continue;
    if (service.kind === 'internet-gateway') vpc.internetGateway ??= service;
    const leadsTo = endpointTarget(service);
    if (leadsTo && !vpc.endpoints.has(leadsTo)) vpc.endpoints.set(leadsTo, service);
  }
  return services;
}

/** Derives the topology of a design. Never throws; what cannot be resolved is null and left to the rules. */
export function resolve(design: Design): Topology {
  const elements = sortById(design.elements.values());
  const byKind: ByKind = groupBy(elements, ({ kind }) => kind);
  const places = readPlaces(design, byKind);
  const services = readServices(design, elements, places);
  const all = [...services.values()];
  setRoutes(
    places,
    all.filter(({ kind }) => kind === 'nat-gateway'),
  );
  const links = sortById(readLinks(design, (id) => services.get(id)));
  const outgoing = groupBy(links, (link) => link.from.id);
  const incoming = groupBy(links, (link) => link.to.id);
  setIngress(all, { outgoing: (id) => outgoing.get(id) ?? NO_LINKS, incoming: (id) => incoming.get(id) ?? NO_LINKS });
  const actors = all.filter(({ kind }) => isActorKind(kind));
  const ofKind = groupBy<Service, Service['kind']>(all, ({ kind }) => kind);
  const ofRole = groupBy<Service, Service['role']>(all, ({ role }) => role);
  const linksById = new Map(links.map((link) => [link.id, link]));
  const critical = findCritical(actors, outgoing);
  return {
    design,
    regions: [...places.regions.values()],
    vpcs: [...places.vpcs.values()],
    zones: [...places.zones.values()],
    subnets: [...places.subnets.values()],
    tiers: [...places.tiers.values()],
    services: all.filter(({ kind }) => !isActorKind(kind)),
    actors,
    links,
    unknown: elements.filter(({ kind }) => !isKind(kind)),
    service: (id) => services.get(id),
    subnet: (id) => places.subnets.get(id),
    zone: (id) => places.zones.get(id),
    tier: (id) => places.tiers.get(id),
    link: (id) => linksById.get(id),
    ofKind: (kind) => ofKind.get(kind) ?? NO_SERVICES,
    ofRole: (role) => ofRole.get(role) ?? NO_SERVICES,
    outgoing: (id) => outgoing.get(id) ?? NO_LINKS,
    incoming: (id) => incoming.get(id) ?? NO_LINKS,
    isCritical: (id) => critical.has(id),
  };
}
