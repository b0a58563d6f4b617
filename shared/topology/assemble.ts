import { isActorKind, isKind, isPlacedKind } from '../catalog/catalog';
import type { Connection, Design, Element } from '../model/design';
import { groupBy } from '../util/grouping';
import { compareText } from '../util/sorting';
import type { Places } from './resolve-places';
import { type ServiceDraft, setIngress } from './resolve-services';
import type { Link, Service, Topology } from './topology';

const NO_LINKS: readonly Link[] = [];
const NO_SERVICES: readonly Service[] = [];

type DraftLink = Link<ServiceDraft>;

/** What a topology is put together from. Lists are in the order of ids. */
export interface Material {
  readonly design: Design;
  readonly elements: readonly Element[];
  readonly places: Places;
  /** Services and actors. */
  readonly all: readonly ServiceDraft[];
  /** Place of each in `all`, by id. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly links: readonly DraftLink[];
}

/** Links and reach of each service and actor, by its place in `all`. */
export interface Network {
  /** Empty places where nothing leaves or comes. */
  readonly outgoing: readonly (readonly Link[] | undefined)[];
  readonly incoming: readonly (readonly Link[] | undefined)[];
  readonly critical: Uint8Array;
}

/** How a topology was made, for making the next one. */
export interface Workings extends Material, Network {
  /** Elements that are no place, service or actor: notes, groups, unknown kinds. */
  readonly others: readonly Element[];
  /** Whether each VPC can be resolved by itself. */
  readonly isTidy: () => boolean;
  readonly linkOf: (connection: Connection) => DraftLink | undefined;
}

const workings = new WeakMap<Topology, Workings>();

export const workingsOf = (topology: Topology): Workings | undefined => workings.get(topology);

/** Designs come sorted from their files; what is drawn since stands at the end. */
export function sortById<T extends { readonly id: string }>(items: T[]): T[] {
  let before = '';
  for (const { id } of items) {
    if (id < before) return items.sort((a, b) => compareText(a.id, b.id));
    before = id;
  }
  return items;
}

type RankOf = (service: ServiceDraft) => number;

/** A service remembers the place it had first; where others came before it since, its id tells. */
const rankIn =
  ({ all, ranks }: Material): RankOf =>
  (service) =>
    all[service.rank] === service ? service.rank : (ranks.get(service.id) ?? -1);

/** Links by the rank of the service at one end, each list in the order of `links`. */
function byEnd({ all, links }: Material, end: 'from' | 'to', rankOf: RankOf): readonly (readonly Link[] | undefined)[] {
  const lists: Link[][] = new Array(all.length);
  for (const link of links) {
    const rank = rankOf(link[end]);
    const list = lists[rank];
    if (list) list.push(link);
    else lists[rank] = [link];
  }
  return lists;
}

/** What synchronous, non-optional connections reach from an actor, by rank. */
function findCritical({ all }: Material, outgoing: Network['outgoing'], rankOf: (id: string) => number): Uint8Array {
  const critical = new Uint8Array(all.length);
  const queue: number[] = [];
  all.forEach(({ kind }, rank) => {
    if (isActorKind(kind)) queue.push(rank);
  });
  for (let rank = queue.pop(); rank !== undefined; rank = queue.pop())
    for (const { synchronous, optional, to } of outgoing[rank] ?? NO_LINKS) {
      if (!synchronous || optional) continue;
      const target = rankOf(to.id);
      if (critical[target] === 1) continue;
      critical[target] = 1;
      queue.push(target);
    }
  return critical;
}

/** Makes something when it is first asked for. */
function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Puts a topology together. `anew` are the services that are not from an earlier one: theirs is the ingress to fill in. `isTidy` is asked once, if at all. */
export function assemble(material: Material, anew: readonly ServiceDraft[], isTidy: () => boolean): Topology {
  const { design, elements, places, all, ranks, links } = material;
  const rankOf = rankIn(material);
  const outgoing = byEnd(material, 'from', rankOf);
  const incoming = byEnd(material, 'to', rankOf);
  const rankOfId = (id: string): number => ranks.get(id) ?? -1;
  const ends = {
    outgoing: (id: string) => outgoing[rankOfId(id)] ?? NO_LINKS,
    incoming: (id: string) => incoming[rankOfId(id)] ?? NO_LINKS,
  };
  setIngress(anew, all, ends);
  const critical = findCritical(material, outgoing, rankOfId);
  const ofKind = groupBy<Service, Service['kind']>(all, ({ kind }) => kind);
  const ofRole = whenAsked(() => groupBy<Service, Service['role']>(all, ({ role }) => role));
  const linksById = whenAsked(() => new Map(links.map((link) => [link.id, link])));
  const others = elements.filter(({ kind }) => !isPlacedKind(kind));
  const topology: Topology = {
    design,
    regions: [...places.regions.values()],
    vpcs: [...places.vpcs.values()],
    zones: [...places.zones.values()],
    subnets: [...places.subnets.values()],
    tiers: [...places.tiers.values()],
    services: all.filter(({ kind }) => !isActorKind(kind)),
    actors: all.filter(({ kind }) => isActorKind(kind)),
    links,
    arrivals: links,
    elements,
    connections: [...design.connections.values()],
    unknown: others.filter(({ kind }) => !isKind(kind)),
    service: (id) => all[rankOfId(id)],
    subnet: (id) => places.subnets.get(id),
    zone: (id) => places.zones.get(id),
    tier: (id) => places.tiers.get(id),
    link: (id) => linksById().get(id),
    ofKind: (kind) => ofKind.get(kind) ?? NO_SERVICES,
    ofRole: (role) => ofRole().get(role) ?? NO_SERVICES,
    ...ends,
    isCritical: (id) => critical[rankOfId(id)] === 1,
  };
  const byConnection = whenAsked(() => new Map(links.map((link) => [link.connection, link])));
  workings.set(topology, {
    ...material,
    others,
    outgoing,
    incoming,
    critical,
    isTidy: whenAsked(isTidy),
    linkOf: (connection) => byConnection().get(connection),
  });
  return topology;
}
