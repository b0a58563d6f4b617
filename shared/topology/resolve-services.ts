import { definitionOf, isActorKind, isServiceKind } from '../catalog/catalog';
import { type IngressRule, ingressRule } from '../catalog/fields';
import type { KindDefinition, Place, TierRole, Traits } from '../catalog/kind';
import { kinds } from '../catalog/services';
import type { Element } from '../model/design';
import { callsService, endpointTarget } from './endpoints';
import type { HomeOf, Places, SubnetDraft } from './resolve-places';
import { type Ingress, isWorld, type Link, type PlacedMember, type Service, WORLD, type Zone } from './topology';

export interface ServiceDraft extends Service {
  /** Place among services and actors in the order of ids. */
  readonly rank: number;
  readonly subnets: readonly SubnetDraft[];
  ingress: readonly Ingress[];
  directlyExposed: boolean;
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
export function readService(element: Element, homeOf: HomeOf, places: Places, rank: number): ServiceDraft | undefined {
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
    redundant: traits.selfRedundant || (traits.copies.min >= 2 && zones.length >= 2),
    ingress: NO_INGRESS,
    directlyExposed: false,
    rank,
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

const NO_RULES: readonly IngressRule[] = [];

function writtenIngress(service: Service): readonly IngressRule[] {
  const raw = service.element.settings.extraIngress;
  if (!Array.isArray(raw)) return NO_RULES;
  return raw.flatMap((item: unknown) => {
    const rule = ingressRule.safeParse(item);
    return rule.success ? [rule.data] : [];
  });
}

function sourceOf(link: Link): Ingress['source'] {
  if (link.from.kind === 'users') return { kind: 'cidr', cidr: WORLD };
  if (link.from.kind === 'office') return { kind: 'cidr', cidr: kinds.office.read(link.from.element.settings).cidr };
  // What comes out of a tunnel has the address it had on-premises.
  if (link.from.kind === 'vpn-connection')
    return { kind: 'cidr', cidr: kinds['vpn-connection'].read(link.from.element.settings).onPremisesCidr };
  return { kind: 'service', id: link.from.id };
}

/** The load balancer answers on all its listeners for those who send it traffic; others use the connection's port. */
function portsOf(link: Link): readonly number[] {
  if (link.to.role !== 'load-balancer') return [link.port];
  const listens = link.to.traits.listens.map(({ port }) => port);
  return listens.includes(link.port) ? listens : [link.port];
}

/** Those who ask a DNS zone come straight to what its names point at: the zone itself passes no traffic on. */
function ingressThroughDns(link: Link, incoming: (id: string) => readonly Link[]): Ingress[] {
  return incoming(link.from.id)
    .filter(({ from }) => isActorKind(from.kind))
    .flatMap((asked) =>
      link.to.traits.listens.map(({ protocol, port }) => ({
        source: sourceOf(asked),
        protocol,
        fromPort: port,
        toPort: port,
        connectionId: link.id,
      })),
    );
}

/** An interface endpoint lets in who calls its service; those in the VPC by their place, functions are placed later. */
function ingressOfCallers(
  endpoint: Service,
  services: readonly Service[],
  { outgoing, incoming }: LinksOf,
): readonly Ingress[] {
  const target = endpointTarget(endpoint);
  if (!target) return [];
  const callers = services.filter(
    (service) =>
      service.traits.inVpc &&
      service.vpc === endpoint.vpc &&
      callsService(service, target, outgoing(service.id), incoming(service.id)),
  );
  const https = { protocol: 'tcp', fromPort: 443, toPort: 443, connectionId: null } as const;
  return callers.map(({ id }) => ({ source: { kind: 'service', id }, ...https }));
}

interface LinksOf {
  outgoing(id: string): readonly Link[];
  incoming(id: string): readonly Link[];
}

/** What a connection lets in. */
const ingressThrough = (link: Link): readonly Ingress[] =>
  portsOf(link).map((port) => ({
    source: sourceOf(link),
    protocol: link.protocol,
    fromPort: port,
    toPort: port,
    connectionId: link.id,
  }));

function ingressOf(service: ServiceDraft, services: readonly Service[], links: LinksOf): readonly Ingress[] {
  const incoming = links.incoming(service.id);
  const written = writtenIngress(service);
  const isEndpoint = service.kind === 'interface-endpoint';
  if (incoming.length === 0 && written.length === 0 && !isEndpoint) return NO_INGRESS;
  const ingress = written.map(({ protocol, fromPort, toPort, cidr }): Ingress => {
    return { source: { kind: 'cidr', cidr }, protocol, fromPort, toPort, connectionId: null };
  });
  const [only] = incoming;
  if (only?.opensPort && only.kind !== 'dns' && incoming.length === 1 && written.length === 0 && !isEndpoint)
    return ingressThrough(only);
  for (const link of incoming) {
    if (link.kind === 'dns') ingress.push(...ingressThroughDns(link, links.incoming));
    if (link.opensPort) ingress.push(...ingressThrough(link));
  }
  if (isEndpoint) ingress.push(...ingressOfCallers(service, services, links));
  return ingress;
}

/** Fills in what each of some services lets in, from the drawn connections and the rules written by hand. */
export function setIngress(services: readonly ServiceDraft[], all: readonly Service[], links: LinksOf): void {
  for (const service of services) {
    service.ingress = ingressOf(service, all, links);
    const { inVpc, publicAddress } = service.traits;
    service.directlyExposed =
      publicAddress &&
      (!inVpc || service.subnets.some((subnet) => subnet.class === 'public')) &&
      service.ingress.some(({ source }) => source.kind === 'cidr' && isWorld(source.cidr));
  }
}
