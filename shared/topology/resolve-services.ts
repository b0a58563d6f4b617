import { definitionOf, isActorKind, isServiceKind } from '../catalog/catalog';
import type { KindDefinition, Place, TierRole, Traits } from '../catalog/kind';
import type { Element } from '../model/design';
import { endpointTarget } from './endpoints';
import type { HomeOf, Places, SubnetDraft } from './resolve-places';
import type { Ingress, PlacedMember, Service, Zone } from './topology';

export interface ServiceDraft extends Service {
  readonly subnets: readonly SubnetDraft[];
  ingress: readonly Ingress[];
}

const NO_SUBNETS: readonly SubnetDraft[] = [];
const NO_MEMBERS: readonly PlacedMember[] = [];
const NO_ZONES: readonly Zone[] = [];
const NO_INGRESS: readonly Ingress[] = [];
const NO_SLOTS: Place['subnets'] = [];

function subnetsOf(
  element: Element,
  definition: KindDefinition,
  home: Element | null,
  places: Places,
): readonly SubnetDraft[] {
  if (definition.scope === 'spanning') {
    if (element.subnets.length === 0) return NO_SUBNETS;
    return element.subnets.map((id) => places.subnets.get(id)).filter((subnet) => subnet !== undefined);
  }
  const subnet = home && places.subnets.get(home.id);
  return subnet ? [subnet] : NO_SUBNETS;
}

interface KnownTraits {
  readonly definition: KindDefinition;
  readonly slots: Place['subnets'];
  readonly tierRole: TierRole | null;
  readonly traits: Traits;
}

/** Settings never change: what follows from them at a place is worked out once, and again only at another place. */
const knownTraits = new WeakMap<object, KnownTraits>();

const isSamePlace = (slots: Place['subnets'], subnets: readonly SubnetDraft[]): boolean => {
  let at = 0;
  for (const { slot } of subnets) {
    if (slot === null) continue;
    const known = slots[at++];
    if (known?.id !== slot.id || known.az !== slot.az) return false;
  }
  return at === slots.length;
};

function traitsOf(
  definition: KindDefinition,
  { settings }: Element,
  subnets: readonly SubnetDraft[],
  tierRole: TierRole | null,
): Traits {
  const known = knownTraits.get(settings);
  if (known?.definition === definition && known.tierRole === tierRole && isSamePlace(known.slots, subnets))
    return known.traits;
  const slots = subnets.length === 0 ? NO_SLOTS : subnets.flatMap(({ slot }) => slot ?? []);
  const traits = definition.traits(settings, { subnets: slots, tierRole });
  knownTraits.set(settings, { definition, slots, tierRole, traits });
  return traits;
}

function placeMembers({ members }: Traits, places: Places): readonly PlacedMember[] {
  if (members.length === 0) return NO_MEMBERS;
  const placed = members.map(({ subnet: id, role, count }) => {
    const subnet = places.subnets.get(id);
    return subnet?.zone ? { role, count, subnet, zone: subnet.zone } : undefined;
  });
  return placed.filter((member) => member !== undefined);
}

/** Distinct zones, in the order of the members. */
function zonesOf(members: readonly PlacedMember[]): readonly Zone[] {
  if (members.length === 0) return NO_ZONES;
  const zones = members.map(({ zone }) => zone);
  return zones.some((zone, at) => zones.indexOf(zone) !== at) ? [...new Set(zones)] : zones;
}

/** Resolves one service or actor; undefined for containers, notes and unknown kinds. */
export function readService(element: Element, homeOf: HomeOf, places: Places, slot: number): ServiceDraft | undefined {
  const { kind } = element;
  if (!isServiceKind(kind) && !isActorKind(kind)) return undefined;
  const definition = definitionOf(kind);
  if (!definition) return undefined;
  const home = homeOf(element);
  const subnets = subnetsOf(element, definition, home.subnet, places);
  const tier = (element.tier !== null && places.tiers.get(element.tier)) || null;
  const traits = traitsOf(definition, element, subnets, tier?.role ?? null);
  const members = placeMembers(traits, places);
  const zones = zonesOf(members);
  const service: ServiceDraft = {
    id: element.id,
    kind,
    name: element.name,
    element,
    definition,
    traits,
    role: traits.role,
    region: (home.region && places.regions.get(home.region.id)) ?? null,
    vpc: (home.vpc && places.vpcs.get(home.vpc.id)) ?? null,
    subnets,
    members,
    zones,
    tier,
    ingress: NO_INGRESS,
    slot,
  };
  tier?.members.push(service);
  return service;
}

/** Resolves services and actors, and tells VPCs of their gateways and endpoints. */
export function readServices(elements: readonly Element[], homeOf: HomeOf, places: Places): ServiceDraft[] {
  const services: ServiceDraft[] = [];
  for (const element of elements) {
    const service = readService(element, homeOf, places, services.length);
    if (service) services.push(service);
    if (service) tellVpc(service, places);
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
