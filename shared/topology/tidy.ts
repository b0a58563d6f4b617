import type { Design, Element } from '../model/design';
import { findHomes, type Home } from './homes';
import type { Places } from './resolve-places';
import type { Link, Service } from './topology';

const HOLDERS: ReadonlySet<string> = new Set(['region', 'vpc', 'availability-zone', 'subnet', 'group']);
const PARTS_OF_VPC: ReadonlySet<string> = new Set(['availability-zone', 'subnet', 'tier']);

/** Whether an element lies where such elements lie, and refers to nothing in another VPC than its own. */
export function isTidyElement({ elements }: Design, element: Element, home: Home, places: Places): boolean {
  const { kind, parent } = element;
  if (parent !== null && !HOLDERS.has(elements.get(parent)?.kind ?? '')) return false;
  const own = home.vpc?.id;
  if (kind === 'vpc') return own === undefined;
  if (own === undefined && PARTS_OF_VPC.has(kind)) return false;
  const isOwn = (place: Pick<Service, 'vpc'> | undefined): boolean => place === undefined || place.vpc?.id === own;
  return (
    isOwn(places.zones.get(home.zone?.id ?? '')) &&
    isOwn(places.subnets.get(home.subnet?.id ?? '')) &&
    isOwn(places.tiers.get(element.tier ?? '')) &&
    element.subnets.every((id) => isOwn(places.subnets.get(id)))
  );
}

/** Whether VPCs do not hang together in a design, so that each can be resolved by itself; every connection means something. */
export function isTidy(design: Design, links: readonly Link[], places: Places): boolean {
  if (links.length !== design.connections.size) return false;
  const homeOf = findHomes(design);
  for (const element of design.elements.values())
    if (!isTidyElement(design, element, homeOf(element), places)) return false;
  return true;
}
