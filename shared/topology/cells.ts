import type { Element } from '../model/design';
import type { Change } from '../model/diff';
import { groupBy } from '../util/grouping';
import { changesByGroup, inOrder, withChanges } from './lists';
import { hasSameEnds } from './network';
import type { ServiceDraft } from './resolve-services';
import type { Cell, Cells, Changes, DraftLink, Workings } from './workings';

const REST = '';
const NO_ELEMENTS: readonly Element[] = [];
const NO_LINKS: readonly DraftLink[] = [];

type Material = Pick<Workings, 'all' | 'bySlot' | 'others' | 'network' | 'places'>;

/** Outside of any VPC; people are on their own. */
const isLoose = ({ vpc, role }: ServiceDraft): boolean => vpc === null && role !== 'actor';

/**
 * For some loose services, and all that hang together with them directly or through one another: the one VPC that they are connected
 * with; the rest where there are several or none.
 */
function findNeighbours(starts: Iterable<ServiceDraft>, { bySlot, network }: Material) {
  const { outgoing, incoming } = network;
  const keys = new Map<ServiceDraft, string>();
  const seen = new Uint8Array(bySlot.length);
  for (const start of starts) {
    if (seen[start.slot] === 1 || !isLoose(start)) continue;
    const members = [start];
    const vpcs = new Set<string>();
    const visit = (service: ServiceDraft): void => {
      if (service.vpc) vpcs.add(service.vpc.id);
      if (!isLoose(service) || seen[service.slot] === 1) return;
      seen[service.slot] = 1;
      members.push(service);
    };
    seen[start.slot] = 1;
    // What is found on the way is visited in its turn.
    for (const { slot } of members) {
      for (const { to } of outgoing[slot] ?? NO_LINKS) visit(to);
      for (const { from } of incoming[slot] ?? NO_LINKS) visit(from);
    }
    const [only] = vpcs;
    const key = only !== undefined && vpcs.size === 1 ? only : REST;
    for (const member of members) keys.set(member, key);
  }
  return keys;
}

type KeyOf = (service: ServiceDraft) => string;

const keyIn =
  (neighbours: Cells['neighbours']): KeyOf =>
  ({ id, vpc }) =>
    vpc?.id ?? neighbours.get(id) ?? REST;

/** Divides a topology. */
export function findCells(material: Material): Cells {
  const neighbours = new Map<string, string>();
  for (const [{ id }, key] of findNeighbours(material.all, material)) if (key !== REST) neighbours.set(id, key);
  const { vpcs, subnets, tiers } = material.places;
  const services = groupBy(material.all, keyIn(neighbours));
  const subnetsOf = groupBy(subnets.values(), ({ vpc }) => vpc);
  const tiersOf = groupBy(tiers.values(), ({ vpc }) => vpc);
  const byKey = new Map<string, Cell>();
  for (const vpc of [...vpcs.values(), null])
    byKey.set(vpc?.id ?? REST, {
      vpc,
      subnets: subnetsOf.get(vpc) ?? [],
      tiers: tiersOf.get(vpc) ?? [],
      services: services.get(vpc?.id ?? REST) ?? [],
      others: vpc ? NO_ELEMENTS : material.others,
    });
  return { byKey, neighbours };
}

/** Loose services that may belong elsewhere now: at the ends of links that came, went or lead elsewhere. */
function* unsettled({ links }: Changes, { bySlot }: Material): Iterable<ServiceDraft> {
  for (const change of links) {
    if (hasSameEnds(change)) continue;
    for (const link of [change.from, change.to])
      for (const end of link ? [link.from, link.to] : []) {
        const service = bySlot[end.slot];
        if (service) yield service;
      }
  }
}

/** Neighbours after some changes, and which of the services that stayed the same objects belong elsewhere now. */
function settleNeighbours(before: Cells['neighbours'], material: Material, changes: Changes) {
  const found = findNeighbours(unsettled(changes, material), material);
  const gone = changes.services.filter(({ from, to }) => from && isLoose(from) && !(to && isLoose(to)));
  if (found.size === 0 && gone.length === 0) return { neighbours: before, moved: [] };
  const neighbours = new Map(before);
  for (const { from } of gone) if (from) neighbours.delete(from.id);
  const anew = new Set(changes.services.map(({ to }) => to));
  const moved: Change<ServiceDraft>[] = [];
  for (const [service, key] of found) {
    if ((before.get(service.id) ?? REST) !== key && !anew.has(service)) moved.push({ from: service, to: service });
    if (key === REST) neighbours.delete(service.id);
    else neighbours.set(service.id, key);
  }
  return { neighbours, moved };
}

/** Keys of the cells in which a connection or what users depend on is another. */
function* touchedByLinks(
  before: Material,
  after: Material,
  { links }: Changes,
  keyBefore: KeyOf,
  keyAfter: KeyOf,
): Iterable<string> {
  for (const { from, to } of links) {
    if (from) yield* [keyBefore(from.from), keyBefore(from.to)];
    if (to) yield* [keyAfter(to.from), keyAfter(to.to)];
  }
  const [last, now] = [before.network.critical, after.network.critical];
  if (last === now) return;
  for (const service of after.all) if (last[service.slot] !== now[service.slot]) yield keyAfter(service);
}

/** The cells of a topology that follows from another by some changes; no VPC has come or gone. */
export function cellsAgain(before: Workings, after: Material, changes: Changes): Cells {
  const known = before.cells();
  const { neighbours, moved } = settleNeighbours(known.neighbours, after, changes);
  const [keyBefore, keyAfter] = [keyIn(known.neighbours), keyIn(neighbours)];
  const services = moved.length === 0 ? changes.services : inOrder([...changes.services, ...moved]);
  const inside = changesByGroup(services, keyBefore, keyAfter);
  const touched = new Set([
    ...changes.vpcs,
    ...inside.keys(),
    ...touchedByLinks(before, after, changes, keyBefore, keyAfter),
  ]);
  if (before.others !== after.others) touched.add(REST);
  const byKey = new Map(known.byKey);
  for (const key of touched) {
    const cell = known.byKey.get(key);
    if (!cell) continue;
    const vpc = after.places.vpcs.get(key) ?? null;
    const isHere = (place: { readonly vpc: Cell['vpc'] }): boolean => place.vpc === vpc;
    byKey.set(key, {
      vpc,
      subnets: vpc === cell.vpc ? cell.subnets : [...after.places.subnets.values()].filter(isHere),
      tiers: vpc === cell.vpc ? cell.tiers : [...after.places.tiers.values()].filter(isHere),
      services: withChanges(cell.services, inside.get(key) ?? []),
      others: vpc ? NO_ELEMENTS : after.others,
    });
  }
  return { byKey, neighbours };
}
