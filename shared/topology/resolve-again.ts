import { isActorKind, isPlacedKind } from '../catalog/catalog';
import type { Design } from '../model/design';
import { type Change, changesBetween } from '../model/diff';
import { groupBy } from '../util/grouping';
import { mapDefined } from '../util/lists';
import { assemble } from './assemble';
import { cellsAgain } from './cells';
import { findHomes } from './homes';
import { changesByGroup, findById, inOrder, withChanges } from './lists';
import { tieAgain } from './network';
import { setIngress } from './resolve-ingress';
import { readLink } from './resolve-links';
import { type HomeOf, type Places, readPlaces, setRoutes } from './resolve-places';
import { type ServiceDraft, serviceReader, tellVpc } from './resolve-services';
import { type ConnectionChanges, findStale, staleIds } from './stale';
import { isTidyElement } from './tidy';
import type { Topology } from './topology';
import type { DraftLink, Workings } from './workings';

/** Past this share of the design, keeping the rest is not worth its comparisons. */
const MOST_CHANGED = 1 / 4;
/** Past this share of slots that are taken, it is time to give them out anew. */
const LEAST_TAKEN = 1 / 2;

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

interface Services extends Pick<Workings, 'all' | 'slots' | 'bySlot'> {
  readonly changes: readonly Change<ServiceDraft>[];
}

/** Services as they were, but for those of some ids, which stand in their order. */
function readServicesAgain(
  ids: readonly string[],
  before: Workings,
  read: (id: string, slot: number) => ServiceDraft | undefined,
): Services {
  const bySlot = before.bySlot.slice();
  const changes: Change<ServiceDraft>[] = [];
  const added: [string, number][] = [];
  for (const id of ids) {
    const known = before.slots.get(id);
    const slot = known ?? before.slots.size + added.length;
    const from = before.bySlot[slot] ?? null;
    const to = read(id, slot) ?? null;
    if (!from && !to) continue;
    if (known === undefined) added.push([id, slot]);
    bySlot[slot] = to ?? undefined;
    changes.push({ from, to });
  }
  const slots = added.length === 0 ? before.slots : new Map([...before.slots, ...added]);
  return { all: withChanges(before.all, changes), slots, bySlot, changes };
}

/** What has become of links: those of changed connections and those at changed services. Undefined where a connection means nothing. */
function linkChanges(
  design: Design,
  services: Services,
  connections: ConnectionChanges,
  before: Workings,
): Change<DraftLink>[] | undefined {
  const { slots, bySlot } = services;
  const last = new Map<string, DraftLink | null>();
  for (const [id, { from }] of connections) {
    const lines = from && before.network.outgoing[slots.get(from.from) ?? -1];
    last.set(id, (lines && findById(lines, id)) ?? null);
  }
  for (const { from } of services.changes) {
    if (!from) continue;
    for (const link of before.network.outgoing[from.slot] ?? []) last.set(link.id, link);
    for (const link of before.network.incoming[from.slot] ?? []) last.set(link.id, link);
  }
  const changes: Change<DraftLink>[] = [];
  for (const [id, from] of last) {
    const connection = design.connections.get(id);
    const to = connection ? readLink(connection, (end) => bySlot[slots.get(end) ?? -1]) : null;
    if (to === undefined) return undefined;
    changes.push({ from, to });
  }
  return inOrder(changes);
}

function groupsAgain(
  groups: Workings['ofKind'],
  changes: readonly Change<ServiceDraft>[],
): ReadonlyMap<string, readonly ServiceDraft[]> {
  const next = new Map(groups);
  for (const [kind, some] of changesByGroup<ServiceDraft, string>(changes, ({ kind }) => kind))
    next.set(kind, withChanges(next.get(kind) ?? [], some));
  return next;
}

interface Placed extends Services {
  readonly places: Places;
  /** Those that are not from before. */
  readonly anew: readonly ServiceDraft[];
}

/** Resolves what has some ids, which stand in their order; undefined where VPCs hang together now. */
function placeAgain(design: Design, ids: readonly string[], homeOf: HomeOf, before: Workings): Placed | undefined {
  const stale = mapDefined(ids, (id) => design.elements.get(id));
  const fresh = readPlaces(
    homeOf,
    groupBy(stale, ({ kind }) => kind),
    before.places.regions,
  );
  const places = fresh.vpcs.size === 0 ? before.places : mergePlaces(before.places, fresh);
  if (!stale.every((element) => isTidyElement(design, element, homeOf(element), places))) return undefined;
  const read = serviceReader(homeOf, fresh);
  const services = readServicesAgain(ids, before, (id, slot) => {
    const element = design.elements.get(id);
    return element && read(element, slot);
  });
  const anew = mapDefined(services.changes, ({ to }) => to ?? undefined);
  for (const service of anew) tellVpc(service, fresh);
  setRoutes(
    fresh,
    anew.filter(({ kind }) => kind === 'nat-gateway'),
  );
  return { ...services, places, anew };
}

/**
 * The topology of a design that follows from another by a few changes: what lies in a VPC in which nothing changed stays the
 * same objects. Undefined where that cannot be told, because VPCs hang together, or is not worth it.
 */
export function resolveAgain(design: Design, before: Workings): Topology | undefined {
  if (!before.isTidy() || before.all.length < before.slots.size * LEAST_TAKEN) return undefined;
  const elements = changesBetween(before.design.elements, design.elements);
  if (elements.size > design.elements.size * MOST_CHANGED) return undefined;
  const connections = changesBetween(before.design.connections, design.connections);
  const homeOf = findHomes(design);
  const stale = findStale(elements, connections, before, homeOf);
  const placed = stale && placeAgain(design, staleIds(stale, elements, before), homeOf, before);
  const links = placed && linkChanges(design, placed, connections, before);
  if (!stale || !placed || !links) return undefined;
  const { all, slots, bySlot, places, changes } = placed;
  const byActor = changesByGroup(changes, ({ kind }) => isActorKind(kind));
  const actors = withChanges(before.actors, byActor.get(true) ?? []);
  const network = tieAgain(before, { bySlot, actors }, links);
  setIngress(placed.anew, network);
  const drawn = inOrder([...elements.values()]);
  const unplaced = changesByGroup(drawn, ({ kind }) => isPlacedKind(kind)).get(false) ?? [];
  const material = { network, all, bySlot, others: withChanges(before.others, unplaced), places };
  const cells = cellsAgain(before, material, { services: changes, links, vpcs: stale.vpcs });
  return assemble({
    ...material,
    design,
    elements: withChanges(before.elements, drawn),
    connections:
      design.connections === before.design.connections ? before.connections : [...design.connections.values()],
    services: withChanges(before.services, byActor.get(false) ?? []),
    actors,
    ofKind: groupsAgain(before.ofKind, changes),
    links: withChanges(before.links, links),
    slots,
    isTidy: () => true,
    cells: () => cells,
  });
}
