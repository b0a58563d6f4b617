import { isActorKind, isServiceKind } from '../catalog/catalog';
import type { Connection, Design, Element } from '../model/design';
import { groupBy } from '../util/grouping';
import { assemble, type Material, sortById, type Workings } from './assemble';
import { findHomes, type Home } from './homes';
import { readLinks } from './resolve-links';
import { type HomeOf, type Places, readPlaces, setRoutes } from './resolve-places';
import { readService, type ServiceDraft, tellVpc } from './resolve-services';
import { isTidyElement } from './tidy';
import type { Link, Topology } from './topology';

/** Past this share of the design, keeping the rest is not worth its comparisons. */
const MOST_CHANGED = 1 / 4;

interface Change<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** What differs between two lists in the order of ids. Elements that did not change are the same objects. */
function changesBetween(before: readonly Element[], after: readonly Element[]): Change<Element>[] {
  const changes: Change<Element>[] = [];
  let at = 0;
  for (const to of after) {
    let from = before[at];
    while (from && from.id < to.id) {
      changes.push({ from, to: null });
      from = before[++at];
    }
    if (from?.id === to.id) {
      if (from !== to) changes.push({ from, to });
      at += 1;
    } else changes.push({ from: null, to });
  }
  for (; at < before.length; at += 1) changes.push({ from: before[at] ?? null, to: null });
  return changes;
}

function connectionChanges(before: Design['connections'], after: Design['connections']): Connection[] {
  if (before === after) return [];
  const changed: Connection[] = [];
  for (const [id, to] of after) {
    const from = before.get(id);
    if (from === to) continue;
    changed.push(to);
    if (from) changed.push(from);
  }
  for (const [id, from] of before) if (!after.has(id)) changed.push(from);
  return changed;
}

/** What has to be resolved anew: everything in these VPCs, and these services outside of any. */
interface Stale {
  readonly vpcs: Set<string>;
  readonly services: Set<string>;
}

const isService = (kind: string): boolean => isServiceKind(kind) || isActorKind(kind);

/** Others than their own VPC depend on what these say: whom they let in, what lies in them. */
const isFarReaching = (kind: string): boolean =>
  isActorKind(kind) || kind === 'route53-zone' || kind === 'region' || kind === 'group';

const CONTAINERS: ReadonlySet<string> = new Set(['vpc', 'availability-zone', 'subnet', 'tier']);

/** The VPC an element lies in, or is. */
const vpcOf = ({ id, kind }: Element, home: Home): string | undefined => (kind === 'vpc' ? id : home.vpc?.id);

/** Notes what a changed element makes stale; false where that is too much to follow. */
function noteElement({ from, to }: Change<Element>, homeBefore: HomeOf, homeOf: HomeOf, stale: Stale): boolean {
  const kind = to?.kind ?? from?.kind ?? '';
  if (isFarReaching(kind) || (from && from.kind !== (to?.kind ?? kind))) return false;
  const isContainer = CONTAINERS.has(kind);
  if (isContainer && !(from && to)) return false;
  if (!isContainer && !isService(kind)) return true;
  for (const [element, home] of [
    [from, homeBefore],
    [to, homeOf],
  ] as const) {
    if (!element) continue;
    const vpc = vpcOf(element, home(element));
    if (vpc !== undefined) stale.vpcs.add(vpc);
    else if (isContainer) return false;
    else stale.services.add(element.id);
  }
  return true;
}

/**
 * Notes what a connection that came, went or changed makes stale: what it leads to, and the VPCs at its ends. False where it is, or
 * leads to what has, a connection that says where names lead: those who ask there are let in where they lead.
 */
function noteConnection({ kind, from, to }: Connection, { ranks, all, outgoing }: Workings, stale: Stale): boolean {
  const isName = (link: { readonly kind: string }): boolean => link.kind === 'dns';
  if (isName({ kind }) || outgoing[ranks.get(to) ?? -1]?.some(isName)) return false;
  for (const id of [from, to]) {
    const vpc = all[ranks.get(id) ?? -1]?.vpc;
    if (vpc) stale.vpcs.add(vpc.id);
  }
  stale.services.add(to);
  return true;
}

function findStale(design: Design, elements: readonly Element[], before: Workings, homeOf: HomeOf): Stale | undefined {
  const changes = changesBetween(before.elements, elements);
  if (changes.length > elements.length * MOST_CHANGED) return undefined;
  const homeBefore = findHomes(before.design);
  const stale: Stale = { vpcs: new Set(), services: new Set() };
  for (const change of changes) if (!noteElement(change, homeBefore, homeOf, stale)) return undefined;
  for (const connection of connectionChanges(before.design.connections, design.connections))
    if (!noteConnection(connection, before, stale)) return undefined;
  return stale;
}

const withFresh = <T>(known: ReadonlyMap<string, T>, fresh: ReadonlyMap<string, T>): Map<string, T> => {
  const all = new Map(known);
  for (const [id, place] of fresh) all.set(id, place);
  return all;
};

const mergePlaces = (known: Places, fresh: Places): Places => ({
  regions: known.regions,
  vpcs: withFresh(known.vpcs, fresh.vpcs),
  zones: withFresh(known.zones, fresh.zones),
  subnets: withFresh(known.subnets, fresh.subnets),
  tiers: withFresh(known.tiers, fresh.tiers),
});

interface Services extends Pick<Material, 'all' | 'ranks'> {
  readonly anew: readonly ServiceDraft[];
}

/** Services as they were, but for those that are stale. */
function readServicesAgain(
  elements: readonly Element[],
  before: Workings,
  isStale: ReadonlySet<Element>,
  read: (element: Element, rank: number) => ServiceDraft | undefined,
): Services {
  const all: ServiceDraft[] = [];
  const anew: ServiceDraft[] = [];
  let sameRanks = true;
  for (const element of elements) {
    if (!isService(element.kind)) continue;
    const rank = all.length;
    const ahead = before.all[rank];
    const known = ahead?.id === element.id ? ahead : before.all[before.ranks.get(element.id) ?? -1];
    if (known !== ahead || !known) sameRanks = false;
    if (known && !isStale.has(element)) {
      all.push(known);
      continue;
    }
    const service = read(element, rank);
    if (!service) continue;
    all.push(service);
    anew.push(service);
  }
  if (sameRanks && all.length === before.all.length) return { all, anew, ranks: before.ranks };
  const ranks = new Map<string, number>();
  all.forEach(({ id }, rank) => {
    ranks.set(id, rank);
  });
  return { all, anew, ranks };
}

/** Links as they were, where connection and ends are. */
function readLinksAgain(design: Design, { all, ranks }: Services, before: Workings): Link<ServiceDraft>[] {
  let at = 0;
  const last = (connection: Connection): Link<ServiceDraft> | undefined => {
    const ahead = before.links[at++];
    return ahead?.connection === connection ? ahead : before.linkOf(connection);
  };
  return sortById(readLinks(design, (id) => all[ranks.get(id) ?? -1], last));
}

/**
 * The topology of a design that follows from another by a few changes: what lies in a VPC in which nothing changed stays the
 * same objects. Undefined where that cannot be told, because VPCs hang together, or is not worth it.
 */
export function resolveAgain(design: Design, before: Workings): Topology | undefined {
  if (!before.isTidy()) return undefined;
  const elements = sortById([...design.elements.values()]);
  const homeOf = findHomes(design);
  const stale = findStale(design, elements, before, homeOf);
  if (!stale) return undefined;
  const isInStaleVpc = (element: Element): boolean => {
    const vpc = stale.vpcs.size === 0 ? undefined : vpcOf(element, homeOf(element));
    return vpc !== undefined && stale.vpcs.has(vpc);
  };
  const changed = elements.filter((element) => stale.services.has(element.id) || isInStaleVpc(element));
  const fresh = readPlaces(
    homeOf,
    groupBy(changed, ({ kind }) => kind),
    before.places.regions,
  );
  const places = changed.length === 0 ? before.places : mergePlaces(before.places, fresh);
  if (!changed.every((element) => isTidyElement(design, element, homeOf(element), places))) return undefined;
  const isStale = new Set(changed);
  const services = readServicesAgain(elements, before, isStale, (element, rank) =>
    readService(element, homeOf, fresh, rank),
  );
  for (const service of services.anew) tellVpc(service, fresh);
  setRoutes(
    fresh,
    services.anew.filter(({ kind }) => kind === 'nat-gateway'),
  );
  const links = readLinksAgain(design, services, before);
  if (links.length !== design.connections.size) return undefined;
  const { all, ranks, anew } = services;
  return assemble({ design, elements, places, all, ranks, links }, anew, () => true);
}
