import { definitionOf, isActorKind, isServiceKind } from '../catalog/catalog';
import { type IngressRule, ingressRule } from '../catalog/fields';
import type { KindDefinition, Place } from '../catalog/kind';
import { kinds } from '../catalog/services';
import type { Design, Element } from '../model/design';
import { ancestorsOf } from '../model/hierarchy';
import { callsService, endpointTarget } from './endpoints';
import type { Places, SubnetDraft } from './resolve-places';
import { type Ingress, isWorld, type Link, type PlacedMember, type Service, WORLD, type Zone } from './topology';

export interface ServiceDraft extends Service {
  ingress: Ingress[];
  directlyExposed: boolean;
}

function subnetsOf(
  element: Element,
  definition: KindDefinition,
  around: readonly Element[],
  places: Places,
): SubnetDraft[] {
  if (definition.scope === 'spanning')
    return element.subnets.map((id) => places.subnets.get(id)).filter((subnet) => subnet !== undefined);
  const home = around.find((container) => container.kind === 'subnet');
  const subnet = home && places.subnets.get(home.id);
  return subnet ? [subnet] : [];
}

function vpcOf(around: readonly Element[], places: Places): Service['vpc'] {
  const home = around.find((container) => container.kind === 'vpc');
  return (home && places.vpcs.get(home.id)) ?? null;
}

function regionOf(around: readonly Element[], places: Places): Service['region'] {
  const home = around.find((container) => container.kind === 'region');
  return (home && places.regions.get(home.id)) ?? null;
}

function placeMembers(definition: KindDefinition, element: Element, place: Place, places: Places) {
  const traits = definition.traits(element.settings, place);
  const members: PlacedMember[] = [];
  for (const { subnet: id, role, count } of traits.members) {
    const subnet = places.subnets.get(id);
    if (subnet?.zone) members.push({ role, count, subnet, zone: subnet.zone });
  }
  return { traits, members, zones: [...new Set<Zone>(members.map(({ zone }) => zone))] };
}

/** Resolves one service or actor; undefined for containers, notes and unknown kinds. */
export function readService(design: Design, element: Element, places: Places): ServiceDraft | undefined {
  const { kind } = element;
  const definition = definitionOf(kind);
  if (!definition || !(isServiceKind(kind) || isActorKind(kind))) return undefined;
  const around = ancestorsOf(design, element);
  const subnets = subnetsOf(element, definition, around, places);
  const tier = (element.tier !== null && places.tiers.get(element.tier)) || null;
  const slots = subnets.flatMap(({ id, zone }) => (zone ? [{ id, az: zone.id }] : []));
  const { traits, members, zones } = placeMembers(
    definition,
    element,
    { subnets: slots, tierRole: tier?.role ?? null },
    places,
  );
  const service: ServiceDraft = {
    id: element.id,
    kind,
    name: element.name,
    element,
    definition,
    traits,
    role: traits.role,
    region: regionOf(around, places),
    vpc: vpcOf(around, places),
    subnets,
    members,
    zones,
    tier,
    redundant: traits.selfRedundant || (traits.copies.min >= 2 && zones.length >= 2),
    ingress: [],
    directlyExposed: false,
  };
  tier?.members.push(service);
  return service;
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
  return { kind: 'service', id: link.from.id };
}

/** The load balancer answers on all its listeners for those who send it traffic; others use the connection's port. */
function portsOf(link: Link): readonly number[] {
  const listens = link.to.traits.listens.map(({ port }) => port);
  return link.to.role === 'load-balancer' && listens.includes(link.port) ? listens : [link.port];
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

/** Fills in what each service lets in, from the drawn connections and the rules written by hand. */
export function setIngress(services: readonly ServiceDraft[], links: LinksOf): void {
  const { incoming } = links;
  for (const service of services) {
    for (const { protocol, fromPort, toPort, cidr } of writtenIngress(service))
      service.ingress.push({ source: { kind: 'cidr', cidr }, protocol, fromPort, toPort, connectionId: null });
    for (const link of incoming(service.id)) {
      if (link.kind === 'dns') service.ingress.push(...ingressThroughDns(link, incoming));
      if (!link.opensPort) continue;
      for (const port of portsOf(link))
        service.ingress.push({
          source: sourceOf(link),
          protocol: link.protocol,
          fromPort: port,
          toPort: port,
          connectionId: link.id,
        });
    }
    if (service.kind === 'interface-endpoint') service.ingress.push(...ingressOfCallers(service, services, links));
    const routed = !service.traits.inVpc || service.subnets.some((subnet) => subnet.class === 'public');
    service.directlyExposed =
      service.traits.publicAddress &&
      routed &&
      service.ingress.some(({ source }) => source.kind === 'cidr' && isWorld(source.cidr));
  }
}
