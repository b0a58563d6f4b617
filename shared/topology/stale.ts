import { isActorKind, isServiceKind } from '../catalog/catalog';
import type { Connection, Element } from '../model/design';
import type { Change } from '../model/diff';
import { findHomes, type Home } from './homes';
import type { HomeOf } from './resolve-places';
import type { Workings } from './workings';

/** By id. */
export type ElementChanges = ReadonlyMap<string, Change<Element>>;
export type ConnectionChanges = ReadonlyMap<string, Change<Connection>>;

/** What has to be resolved anew: everything in these VPCs, and these services outside of any. */
export interface Stale {
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
function noteConnection({ kind, from, to }: Connection, { slots, bySlot, network }: Workings, stale: Stale): boolean {
  const isName = (link: { readonly kind: string }): boolean => link.kind === 'dns';
  if (isName({ kind }) || network.outgoing[slots.get(to) ?? -1]?.some(isName)) return false;
  for (const id of [from, to]) {
    const vpc = bySlot[slots.get(id) ?? -1]?.vpc;
    if (vpc) stale.vpcs.add(vpc.id);
  }
  stale.services.add(to);
  return true;
}

/** What some changes make stale; undefined where that is too much to follow. */
export function findStale(
  elements: ElementChanges,
  connections: ConnectionChanges,
  before: Workings,
  homeOf: HomeOf,
): Stale | undefined {
  const homeBefore = findHomes(before.design);
  const stale: Stale = { vpcs: new Set(), services: new Set() };
  for (const [id, change] of elements) {
    if (!noteElement(change, homeBefore, homeOf, stale)) return undefined;
    // What a tunnel leads to lets in the addresses that are stated on the tunnel.
    if (change.to?.kind !== 'vpn-connection') continue;
    for (const { connection } of before.network.outgoing[before.slots.get(id) ?? -1] ?? [])
      if (!noteConnection(connection, before, stale)) return undefined;
  }
  for (const { from, to } of connections.values())
    for (const connection of [from, to]) if (connection && !noteConnection(connection, before, stale)) return undefined;
  return stale;
}

/** Ids of all that is stale, gone or new, in their order: what lay in stale VPCs, and what has changed, since only that can have come to them. */
export function staleIds({ vpcs, services }: Stale, elements: ElementChanges, before: Workings): readonly string[] {
  const ids = new Set(services);
  for (const key of vpcs) {
    const cell = before.cells().byKey.get(key);
    if (!cell?.vpc) continue;
    ids.add(key);
    for (const { id } of cell.vpc.zones) ids.add(id);
    for (const { id } of [...cell.subnets, ...cell.tiers]) ids.add(id);
    for (const { id, vpc } of cell.services) if (vpc === cell.vpc) ids.add(id);
  }
  for (const [id, { from, to }] of elements) {
    const { kind = '' } = to ?? from ?? {};
    if (CONTAINERS.has(kind) || isService(kind)) ids.add(id);
  }
  return [...ids].sort();
}
