import { isActorKind, isKind } from '../catalog/catalog';
import type { Design, Element } from '../model/design';
import { groupBy } from '../util/grouping';
import { compareText } from '../util/sorting';
import { endpointTarget } from './endpoints';
import { findHomes } from './homes';
import { readLinks } from './resolve-links';
import { type ByKind, type HomeOf, type Places, readPlaces, setRoutes } from './resolve-places';
import { readService, type ServiceDraft, setIngress } from './resolve-services';
import type { Link, Service, Topology } from './topology';

const NO_LINKS: readonly Link[] = [];
const NO_SERVICES: readonly Service[] = [];

type DraftLink = Link<ServiceDraft>;

/** Designs come sorted from their files; what is drawn since stands at the end. */
function sortById<T extends { readonly id: string }>(items: T[]): T[] {
  let before = '';
  for (const { id } of items) {
    if (id < before) return items.sort((a, b) => compareText(a.id, b.id));
    before = id;
  }
  return items;
}

/** Links by the rank of the service at one end, each list in the order of `links`. */
function byEnd(links: readonly DraftLink[], end: 'from' | 'to', count: number): readonly (readonly Link[])[] {
  const lists: Link[][] = new Array(count);
  for (const link of links) {
    const { rank } = link[end];
    const list = lists[rank];
    if (list) list.push(link);
    else lists[rank] = [link];
  }
  return lists;
}

/** What synchronous, non-optional connections reach from an actor, by rank. */
function findCritical(actors: readonly ServiceDraft[], links: readonly DraftLink[], count: number): Uint8Array {
  const starts = new Int32Array(count + 1);
  const isCall = ({ synchronous, optional }: Link): boolean => synchronous && !optional;
  for (const link of links) if (isCall(link)) starts[link.from.rank] = (starts[link.from.rank] ?? 0) + 1;
  let end = 0;
  for (let rank = 0; rank <= count; rank += 1) starts[rank] = end += starts[rank] ?? 0;
  const targets = new Int32Array(end);
  for (const link of links)
    if (isCall(link)) {
      const slot = (starts[link.from.rank] ?? 0) - 1;
      targets[slot] = link.to.rank;
      starts[link.from.rank] = slot;
    }
  const critical = new Uint8Array(count);
  const queue = actors.map(({ rank }) => rank);
  for (let rank = queue.pop(); rank !== undefined; rank = queue.pop())
    for (let slot = starts[rank] ?? 0; slot < (starts[rank + 1] ?? 0); slot += 1) {
      const target = targets[slot] ?? 0;
      if (critical[target] === 1) continue;
      critical[target] = 1;
      queue.push(target);
    }
  return critical;
}

function readServices(elements: readonly Element[], homeOf: HomeOf, places: Places): Map<string, ServiceDraft> {
  const services = new Map<string, ServiceDraft>();
  for (const element of elements) {
    const service = readService(element, homeOf, places, services.size);
    if (!service) continue;
    services.set(element.id, service);
    const leadsTo = endpointTarget(service);
    if (service.kind !== 'internet-gateway' && !leadsTo) continue;
    const vpc = places.vpcs.get(service.vpc?.id ?? '');
    if (!vpc) continue;
    if (leadsTo) {
      if (!vpc.endpoints.has(leadsTo)) vpc.endpoints.set(leadsTo, service);
    } else vpc.internetGateway ??= service;
  }
  return services;
}

/** Makes something when it is first asked for. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Derives the topology of a design. Never throws; what cannot be resolved is null and left to the rules. */
export function resolve(design: Design): Topology {
  const elements = sortById([...design.elements.values()]);
  const byKind: ByKind = groupBy(elements, ({ kind }) => kind);
  const homeOf = findHomes(design);
  const places = readPlaces(homeOf, byKind);
  const services = readServices(elements, homeOf, places);
  const all = [...services.values()];
  const ofKind = groupBy<ServiceDraft, Service['kind']>(all, ({ kind }) => kind);
  setRoutes(places, ofKind.get('nat-gateway') ?? NO_SERVICES);
  const links = sortById(readLinks(design, services));
  const outgoing = byEnd(links, 'from', all.length);
  const incoming = byEnd(links, 'to', all.length);
  const linksOf = (lists: readonly (readonly Link[])[], id: string): readonly Link[] =>
    lists[services.get(id)?.rank ?? -1] ?? NO_LINKS;
  const ends = { outgoing: (id: string) => linksOf(outgoing, id), incoming: (id: string) => linksOf(incoming, id) };
  setIngress(all, ends);
  const actors = all.filter(({ kind }) => isActorKind(kind));
  const critical = findCritical(actors, links, all.length);
  const ofRole = whenAsked(() => groupBy<Service, Service['role']>(all, ({ role }) => role));
  const linksById = whenAsked(() => new Map(links.map((link) => [link.id, link])));
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
    link: (id) => linksById().get(id),
    ofKind: (kind) => ofKind.get(kind) ?? NO_SERVICES,
    ofRole: (role) => ofRole().get(role) ?? NO_SERVICES,
    ...ends,
    isCritical: (id) => critical[services.get(id)?.rank ?? -1] === 1,
  };
}
