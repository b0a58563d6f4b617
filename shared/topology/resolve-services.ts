import { definitionOf, isActorKind, isServiceKind } from '../catalog/catalog';
import { ingressRule } from '../catalog/fields';
import type { KindDefinition, Place, TierRole, Traits } from '../catalog/kind';
import type { Element } from '../model/design';
import type { JsonObject } from '../util/json';
import { endpointTarget } from './endpoints';
import type { HomeOf, Places, SubnetDraft } from './resolve-places';
import { findSpans, findSpots, type Site } from './sites';
import type { Ingress, PlacedMember, Service, Zone } from './topology';

export interface ServiceDraft extends Service {
  readonly subnets: readonly SubnetDraft[];
  /** At first what is written by hand, until connections are known. */
  ingress: readonly Ingress[];
}

const NO_MEMBERS: readonly PlacedMember[] = [];
const NO_ZONES: readonly Zone[] = [];
const NO_INGRESS: readonly Ingress[] = [];

/** What follows from an element by itself and from its place, once for all topologies. */
interface Known {
  readonly slots: Place['subnets'];
  readonly tierRole: TierRole | null;
  readonly traits: Traits;
  /** What the rules written by hand let in. */
  readonly written: readonly Ingress[];
}

/** Elements never change: worked out again only at another place. */
const known = new WeakMap<Element, Known>();

function writtenIngress({ extraIngress }: JsonObject): readonly Ingress[] {
  if (!Array.isArray(extraIngress)) return NO_INGRESS;
  return extraIngress.flatMap((item: unknown): readonly Ingress[] => {
    const rule = ingressRule.safeParse(item);
    if (!rule.success) return [];
    const { protocol, fromPort, toPort, cidr } = rule.data;
    return [{ source: { kind: 'cidr', cidr }, protocol, fromPort, toPort, connectionId: null }];
  });
}

function isSamePlace(a: Place['subnets'], b: Place['subnets']): boolean {
  let at = 0;
  for (const { id, az } of a) {
    const other = b[at++];
    if (id !== other?.id || az !== other.az) return false;
  }
  return at === b.length;
}

function knownOf(element: Element, definition: KindDefinition, { slots }: Site, tierRole: TierRole | null): Known {
  const last = known.get(element);
  if (last?.tierRole === tierRole && isSamePlace(last.slots, slots)) return last;
  const { settings } = element;
  const traits = definition.traits(settings, { subnets: slots, tierRole });
  const found = { slots, tierRole, traits, written: writtenIngress(settings) };
  known.set(element, found);
  return found;
}

function findSubnet(subnets: readonly SubnetDraft[], id: string): SubnetDraft | undefined {
  for (const subnet of subnets) if (subnet.id === id) return subnet;
  return undefined;
}

const isPlaced = (member: PlacedMember | undefined): member is PlacedMember => member !== undefined;

function placeMembers({ members }: Traits, { subnets }: Site): readonly PlacedMember[] {
  if (members.length === 0) return NO_MEMBERS;
  const placed = members.map(({ subnet: id, role, count }): PlacedMember | undefined => {
    const subnet = findSubnet(subnets, id);
    return subnet?.zone ? { role, count, subnet, zone: subnet.zone } : undefined;
  });
  // Most are all there: a list that is filtered takes more room than it needs.
  return placed.every(isPlaced) ? placed : placed.filter(isPlaced);
}

/** Distinct zones, in the order of the members: mostly one in each zone of the site. */
function zonesOf(members: readonly PlacedMember[], site: Site): readonly Zone[] {
  if (members.length === 0) return NO_ZONES;
  if (members.length === site.zones.length && members.every(({ zone }, at) => zone === site.zones[at]))
    return site.zones;
  const zones = members.map(({ zone }) => zone);
  return zones.some((zone, at) => zones.indexOf(zone) !== at) ? [...new Set(zones)] : zones;
}

/** Resolves one service or actor with its slot; undefined for containers, notes and unknown kinds. */
export type ReadService = (element: Element, slot: number) => ServiceDraft | undefined;

/** Resolves services and actors among some places. */
export function serviceReader(homeOf: HomeOf, places: Places): ReadService {
  const spotOf = findSpots(homeOf, places);
  const spanOf = findSpans(places);
  return (element, slot) => {
    const { id, kind, name } = element;
    if (!isServiceKind(kind) && !isActorKind(kind)) return undefined;
    const definition = definitionOf(kind);
    if (!definition) return undefined;
    const { region, vpc, site: home } = spotOf(element);
    const site = definition.scope === 'spanning' ? spanOf(element.subnets) : home;
    const tier = (element.tier !== null && places.tiers.get(element.tier)) || null;
    const { traits, written } = knownOf(element, definition, site, tier?.role ?? null);
    const members = placeMembers(traits, site);
    const zones = zonesOf(members, site);
    const service: ServiceDraft = {
      id,
      slot,
      kind,
      name,
      element,
      definition,
      traits,
      role: traits.role,
      region,
      vpc,
      subnets: site.subnets,
      members,
      zones,
      tier,
      ingress: written,
    };
    tier?.members.push(service);
    return service;
  };
}

/** Resolves services and actors, and tells VPCs of their gateways and endpoints. */
export function readServices(elements: readonly Element[], homeOf: HomeOf, places: Places): ServiceDraft[] {
  const read = serviceReader(homeOf, places);
  const services: ServiceDraft[] = [];
  for (const element of elements) {
    const service = read(element, services.length);
    if (!service) continue;
    services.push(service);
    tellVpc(service, places);
  }
  return services;
}

/** The first internet gateway, and the first endpoint to each service, is the VPC's. */
export function tellVpc(service: Service, places: Places): void {
  const leadsTo = endpointTarget(service);
  if (service.kind !== 'internet-gateway' && !leadsTo) return;
  const vpc = places.vpcs.get(service.vpc?.id ?? '');
  if (!vpc) return;
  if (!leadsTo) vpc.internetGateway ??= service;
  else if (!vpc.endpoints.has(leadsTo)) vpc.endpoints.set(leadsTo, service);
}
