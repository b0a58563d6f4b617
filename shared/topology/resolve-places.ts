import type { EndpointService } from '../catalog/endpoint-services';
import type { Place } from '../catalog/kind';
import { kinds } from '../catalog/services';
import { type Cidr, parseCidr } from '../model/cidr';
import type { Element } from '../model/design';
import { groupBy } from '../util/grouping';
import { compareText } from '../util/sorting';
import type { Home } from './homes';
import type { Region, Service, Subnet, Tier, Vpc, Zone } from './topology';

/** Containers while they are being tied together; the finished topology hands them out read-only. */
export interface Places {
  readonly regions: Map<string, Region>;
  readonly vpcs: Map<string, VpcDraft>;
  readonly zones: Map<string, Zone>;
  readonly subnets: Map<string, SubnetDraft>;
  readonly tiers: Map<string, TierDraft>;
}

export interface VpcDraft extends Vpc {
  readonly zones: Zone[];
  internetGateway: Service | null;
  readonly endpoints: Map<EndpointService, Service>;
}

export interface SubnetDraft extends Subnet {
  /** How kinds see it; null where it lies in no zone, so that nothing can run in it. */
  readonly slot: Slot | null;
  route: Subnet['route'];
  gateway: Service | null;
  class: Subnet['class'];
}

export interface TierDraft extends Tier {
  readonly members: Service[];
  readonly subnets: Subnet[];
}

type Slot = Place['subnets'][number];

/** Where an element is. */
export type HomeOf = (element: Element) => Home;

/** Settings never change, so each block is read once. */
const blocks = new WeakMap<object, Cidr | null>();

function blockIn(settings: object, text: string): Cidr | null {
  const known = blocks.get(settings);
  if (known !== undefined) return known;
  const block = parseCidr(text) ?? null;
  blocks.set(settings, block);
  return block;
}

/** What is known under the id of an element, which may be missing. */
const find = <T>(places: ReadonlyMap<string, T>, element: Element | null): T | null =>
  (element && places.get(element.id)) ?? null;

export type ByKind = ReadonlyMap<string, readonly Element[]>;

const NO_ELEMENTS: readonly Element[] = [];

function readVpcs(homeOf: HomeOf, byKind: ByKind, regions: ReadonlyMap<string, Region>): Map<string, VpcDraft> {
  const vpcs = new Map<string, VpcDraft>();
  for (const element of byKind.get('vpc') ?? NO_ELEMENTS) {
    const region = find(regions, homeOf(element).region);
    const cidr = blockIn(element.settings, kinds.vpc.read(element.settings).cidr);
    vpcs.set(element.id, {
      id: element.id,
      element,
      region,
      cidr,
      zones: [],
      internetGateway: null,
      endpoints: new Map(),
    });
  }
  return vpcs;
}

function readZones(homeOf: HomeOf, byKind: ByKind, vpcs: ReadonlyMap<string, VpcDraft>): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  for (const element of byKind.get('availability-zone') ?? NO_ELEMENTS) {
    const vpc = find(vpcs, homeOf(element).vpc);
    const letter = kinds['availability-zone'].read(element.settings).zone;
    const zone = { id: element.id, element, vpc, letter, code: `${vpc?.region?.code ?? ''}${letter}` };
    zones.set(element.id, zone);
    vpc?.zones.push(zone);
  }
  for (const vpc of vpcs.values()) vpc.zones.sort((a, b) => compareText(a.letter, b.letter) || compareText(a.id, b.id));
  return zones;
}

function readTiers(homeOf: HomeOf, byKind: ByKind, vpcs: ReadonlyMap<string, VpcDraft>): Map<string, TierDraft> {
  const tiers = new Map<string, TierDraft>();
  for (const element of byKind.get('tier') ?? NO_ELEMENTS) {
    const { role, requiredCapacity } = kinds.tier.read(element.settings);
    const vpc = find(vpcs, homeOf(element).vpc);
    tiers.set(element.id, { id: element.id, element, role, vpc, requiredCapacity, members: [], subnets: [] });
  }
  return tiers;
}

/** Reads regions (but those that are known), VPCs, zones, tiers and subnets; routes are set later, when the gateways are known. */
export function readPlaces(homeOf: HomeOf, byKind: ByKind, known?: ReadonlyMap<string, Region>): Places {
  const regions = new Map(known);
  for (const element of byKind.get('region') ?? NO_ELEMENTS)
    regions.set(element.id, { id: element.id, element, code: kinds.region.read(element.settings).code });
  const vpcs = readVpcs(homeOf, byKind, regions);
  const zones = readZones(homeOf, byKind, vpcs);
  const tiers = readTiers(homeOf, byKind, vpcs);
  const subnets = new Map<string, SubnetDraft>();
  for (const element of byKind.get('subnet') ?? NO_ELEMENTS) {
    const settings = kinds.subnet.read(element.settings);
    const home = homeOf(element);
    const zone = find(zones, home.zone);
    const vpc = zone?.vpc ?? find(vpcs, home.vpc);
    const tier = (element.tier !== null && tiers.get(element.tier)) || null;
    const cidr = blockIn(element.settings, settings.cidr);
    const { exposure } = settings;
    const subnet: SubnetDraft = {
      id: element.id,
      element,
      zone,
      vpc,
      tier,
      cidr,
      exposure,
      route: 'none',
      gateway: null,
      class: 'isolated',
      slot: zone && { id: element.id, az: zone.id },
    };
    subnets.set(element.id, subnet);
    tier?.subnets.push(subnet);
  }
  return { regions, vpcs, zones, subnets, tiers };
}

const USUAL_ROUTES = { public: 'internet-gateway', private: 'nat-gateway', isolated: 'none' } as const;

/** Sets each subnet's default route, once internet gateways and NAT gateways are placed. */
export function setRoutes(places: Places, natGateways: readonly Service[]): void {
  const natsByVpc = groupBy(natGateways, ({ vpc }) => vpc);
  for (const subnet of places.subnets.values()) {
    const { defaultRoute } = kinds.subnet.read(subnet.element.settings);
    const nats = natsByVpc.get(subnet.vpc) ?? [];
    const wanted = defaultRoute === 'auto' ? USUAL_ROUTES[subnet.exposure] : defaultRoute;
    if (wanted === 'internet-gateway') subnet.gateway = subnet.vpc?.internetGateway ?? null;
    if (wanted === 'nat-gateway')
      subnet.gateway = nats.find((nat) => nat.zones.some((zone) => zone === subnet.zone)) ?? nats[0] ?? null;
    subnet.route = subnet.gateway ? wanted : 'none';
    subnet.class =
      subnet.route === 'internet-gateway' ? 'public' : subnet.route === 'nat-gateway' ? 'private' : 'isolated';
  }
}
