import type { EndpointService } from '../catalog/endpoint-services';
import { kinds } from '../catalog/services';
import { parseCidr } from '../model/cidr';
import type { Design, Element } from '../model/design';
import { ancestorOfKind } from '../model/hierarchy';
import { compareText } from '../util/sorting';
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
  route: Subnet['route'];
  gateway: Service | null;
  class: Subnet['class'];
}

export interface TierDraft extends Tier {
  readonly members: Service[];
  readonly subnets: Subnet[];
}

export type ByKind = ReadonlyMap<string, readonly Element[]>;

const NO_ELEMENTS: readonly Element[] = [];

function readVpcs(design: Design, byKind: ByKind, regions: ReadonlyMap<string, Region>): Map<string, VpcDraft> {
  const vpcs = new Map<string, VpcDraft>();
  for (const element of byKind.get('vpc') ?? NO_ELEMENTS) {
    const region = regions.get(ancestorOfKind(design, element, 'region')?.id ?? '') ?? null;
    const cidr = parseCidr(kinds.vpc.read(element.settings).cidr) ?? null;
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

function readZones(design: Design, byKind: ByKind, vpcs: ReadonlyMap<string, VpcDraft>): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  for (const element of byKind.get('availability-zone') ?? NO_ELEMENTS) {
    const vpc = vpcs.get(ancestorOfKind(design, element, 'vpc')?.id ?? '') ?? null;
    const letter = kinds['availability-zone'].read(element.settings).zone;
    const zone = { id: element.id, element, vpc, letter, code: `${vpc?.region?.code ?? ''}${letter}` };
    zones.set(element.id, zone);
    vpc?.zones.push(zone);
  }
  for (const vpc of vpcs.values()) vpc.zones.sort((a, b) => compareText(a.letter, b.letter) || compareText(a.id, b.id));
  return zones;
}

function readTiers(design: Design, byKind: ByKind, vpcs: ReadonlyMap<string, VpcDraft>): Map<string, TierDraft> {
  const tiers = new Map<string, TierDraft>();
  for (const element of byKind.get('tier') ?? NO_ELEMENTS) {
    const { role, requiredCapacity } = kinds.tier.read(element.settings);
    const vpc = vpcs.get(ancestorOfKind(design, element, 'vpc')?.id ?? '') ?? null;
    tiers.set(element.id, { id: element.id, element, role, vpc, requiredCapacity, members: [], subnets: [] });
  }
  return tiers;
}

/** Reads regions, VPCs, zones, tiers and subnets; routes are set later, when the gateways are known. */
export function readPlaces(design: Design, byKind: ByKind): Places {
  const regions = new Map<string, Region>();
  for (const element of byKind.get('region') ?? NO_ELEMENTS)
    regions.set(element.id, { id: element.id, element, code: kinds.region.read(element.settings).code });
  const vpcs = readVpcs(design, byKind, regions);
  const zones = readZones(design, byKind, vpcs);
  const tiers = readTiers(design, byKind, vpcs);
  const subnets = new Map<string, SubnetDraft>();
  for (const element of byKind.get('subnet') ?? NO_ELEMENTS) {
    const settings = kinds.subnet.read(element.settings);
    const zone = zones.get(ancestorOfKind(design, element, 'availability-zone')?.id ?? '') ?? null;
    const vpc = zone?.vpc ?? vpcs.get(ancestorOfKind(design, element, 'vpc')?.id ?? '') ?? null;
    const tier = (element.tier !== null && tiers.get(element.tier)) || null;
    const cidr = parseCidr(settings.cidr) ?? null;
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
    };
    subnets.set(element.id, subnet);
    tier?.subnets.push(subnet);
  }
  return { regions, vpcs, zones, subnets, tiers };
}

/** Sets each subnet's default route, once internet gateways and NAT gateways are placed. */
export function setRoutes(places: Places, natGateways: readonly Service[]): void {
  const natsByVpc = groupByVpc(natGateways);
  for (const subnet of places.subnets.values()) {
    const { defaultRoute } = kinds.subnet.read(subnet.element.settings);
    const nats = natsByVpc.get(subnet.vpc?.id ?? '') ?? [];
    const wanted =
      defaultRoute === 'auto'
        ? ({ public: 'internet-gateway', private: 'nat-gateway', isolated: 'none' } as const)[subnet.exposure]
        : defaultRoute;
    if (wanted === 'internet-gateway') subnet.gateway = subnet.vpc?.internetGateway ?? null;
    if (wanted === 'nat-gateway')
      subnet.gateway = nats.find((nat) => nat.zones.some((zone) => zone === subnet.zone)) ?? nats[0] ?? null;
    subnet.route = subnet.gateway ? wanted : 'none';
    subnet.class =
      subnet.route === 'internet-gateway' ? 'public' : subnet.route === 'nat-gateway' ? 'private' : 'isolated';
  }
}

function groupByVpc(services: readonly Service[]): Map<string, Service[]> {
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const key = service.vpc?.id ?? '';
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return groups;
}
