import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, makeConnection } from '../model/design';
import { applyEdit, type Edit, editArbitrary, networksArbitrary } from '../testing/arbitrary-edits';
import { buildNetwork } from '../testing/builder';
import type { JsonObject } from '../util/json';
import { resolve } from './resolve';
import type { Service, Topology } from './topology';

const idOf = (thing: { readonly id: string } | null) => thing?.id ?? null;

const describeService = ({ element, definition, region, vpc, tier, subnets, zones, members, ...facts }: Service) => ({
  ...facts,
  slot: null,
  kind: definition.kind,
  places: [region, vpc, tier, ...subnets, ...zones].map(idOf),
  members: members.map(({ subnet, zone, ...member }) => ({ ...member, subnet: subnet.id, zone: zone.id })),
});

/** Everything a topology says, with ids in the place of objects. */
const describeTopology = (topology: Topology) => ({
  vpcs: topology.vpcs.map(({ region, zones, internetGateway, endpoints, element, ...vpc }) => ({
    ...vpc,
    places: [region, ...zones, internetGateway].map(idOf),
    endpoints: [...endpoints].map(([service, endpoint]) => [service, endpoint.id]),
  })),
  zones: topology.zones.map(({ vpc, element, ...zone }) => ({ ...zone, vpc: idOf(vpc) })),
  subnets: topology.subnets.map(({ element, zone, vpc, tier, gateway, ...subnet }) => ({
    ...subnet,
    places: [zone, vpc, tier, gateway].map(idOf),
  })),
  tiers: topology.tiers.map(({ element, vpc, members, subnets, ...tier }) => ({
    ...tier,
    places: [vpc, ...members, ...subnets].map(idOf),
  })),
  services: [...topology.services, ...topology.actors].map((service) => ({
    ...describeService(service),
    critical: topology.isCritical(service.id),
    lines: [...topology.outgoing(service.id), ...topology.incoming(service.id)].map(idOf),
    alike: [...topology.ofKind(service.kind), ...topology.ofRole(service.role)].map(idOf),
  })),
  links: topology.links.map(({ connection, from, to, ...link }) => ({ ...link, from: from.id, to: to.id })),
  arrivals: topology.arrivals.map(idOf),
  elements: topology.elements.map(idOf),
  connections: topology.connections.map(idOf),
  unknown: topology.unknown.map(idOf),
});

/** What the topology hands out under an id is what its objects refer to, and stands for the element of the design. */
function expectWhole(topology: Topology): void {
  const { design } = topology;
  const isKnown = (place: { readonly id: string } | null, find: (id: string) => unknown): boolean =>
    place === null || find(place.id) === place;
  for (const service of [...topology.services, ...topology.actors]) {
    expect(service.element).toBe(design.elements.get(service.id));
    expect(topology.service(service.id)).toBe(service);
    expect(isKnown(service.tier, topology.tier)).toBe(true);
    expect(service.tier === null || service.tier.members.includes(service)).toBe(true);
    expect(service.vpc === null || topology.vpcs.includes(service.vpc)).toBe(true);
    expect(service.subnets.every((subnet) => isKnown(subnet, topology.subnet))).toBe(true);
    expect(
      service.members.every(({ subnet, zone }) => isKnown(subnet, topology.subnet) && isKnown(zone, topology.zone)),
    ).toBe(true);
    expect(topology.outgoing(service.id).every(({ from }) => from === service)).toBe(true);
    expect(topology.incoming(service.id).every(({ to }) => to === service)).toBe(true);
  }
  for (const subnet of topology.subnets) {
    expect(subnet.element).toBe(design.elements.get(subnet.id));
    expect(isKnown(subnet.gateway, topology.service)).toBe(true);
    expect(isKnown(subnet.tier, topology.tier)).toBe(true);
    expect(isKnown(subnet.zone, topology.zone)).toBe(true);
  }
  for (const vpc of topology.vpcs) expect(isKnown(vpc.internetGateway, topology.service)).toBe(true);
  for (const element of topology.elements) expect(element).toBe(design.elements.get(element.id));
  for (const link of topology.links) expect(link.connection).toBe(design.connections.get(link.id));
}

function followEdits(start: Design, edits: readonly Edit[]): void {
  let design = start;
  let topology = resolve(design);
  for (const edit of edits) {
    const before = describeTopology(topology);
    const last = topology;
    design = applyEdit(design, edit);
    topology = resolve(design, last);
    expect(describeTopology(topology)).toEqual(describeTopology(resolve(design)));
    expectWhole(topology);
    expect(describeTopology(last)).toEqual(before);
  }
}

const network = buildNetwork(['a', 'b'], { web: 'public', database: 'private' })
  .add('users', 'users')
  .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'] })
  .add('web', 'ec2-instance', { parent: 'web-a', tier: 'tier-web' })
  .add('other-vpc', 'vpc', { parent: 'region', settings: { cidr: '10.9.0.0/16' } })
  .add('other-gateway', 'internet-gateway', { parent: 'other-vpc' })
  .add('files', 's3-bucket', { parent: 'region' })
  .connect('traffic', 'users', 'web')
  .connect('data', 'web', 'db')
  .connect('data', 'web', 'files')
  .build();

const change = (design: Design, id: string, settings: JsonObject): Design => {
  const element = design.elements.get(id);
  if (!element) throw new Error(`There is no ${id}.`);
  return { ...design, elements: new Map(design.elements).set(id, { ...element, settings }) };
};

describe('resolving a design that follows from another', () => {
  it('gives what resolving it afresh gives, and leaves the earlier topology alone', () => {
    fc.assert(fc.property(networksArbitrary, fc.array(editArbitrary, { maxLength: 8 }), followEdits), { numRuns: 100 });
  });

  it('lets in those who come to ask for a name, also where what is asked is no DNS zone', () => {
    const shop = buildNetwork(['a', 'b'], { web: 'public' })
      .add('office', 'office')
      .add('other', 'office')
      .add('web', 'ec2-instance', { parent: 'web-a' })
      .connect('dns', 'office', 'web')
      .build();
    const line = makeConnection({ id: 'line', kind: 'traffic', from: 'other', to: 'office' });
    const joined = { ...shop, connections: new Map(shop.connections).set(line.id, line) };
    const { ingress } = resolve(joined, resolve(shop)).service('web') ?? {};
    expect(ingress?.length).toBeGreaterThan(0);
    expect(ingress).toEqual(resolve(joined).service('web')?.ingress);
  });

  it('lets in the addresses that a tunnel of another VPC has now', () => {
    const joined = buildNetwork(['a', 'b'], { web: 'public' })
      .add('other-vpc', 'vpc', { parent: 'region', settings: { cidr: '10.9.0.0/16' } })
      .add('tunnel', 'vpn-connection', { parent: 'other-vpc' })
      .add('web', 'ec2-instance', { parent: 'web-a' })
      .connect('traffic', 'tunnel', 'web')
      .build();
    const moved = change(joined, 'tunnel', { onPremisesCidr: '172.16.0.0/16' });
    const { ingress } = resolve(moved, resolve(joined)).service('web') ?? {};
    expect(ingress?.map(({ source }) => source)).toEqual([{ kind: 'cidr', cidr: '172.16.0.0/16' }]);
  });

  it('keeps the objects of VPCs and services in which nothing changed, and makes the others anew', () => {
    const before = resolve(network);
    const after = resolve(change(network, 'db', { multiAz: true }), before);
    const isKept = (id: string) => after.service(id) === before.service(id);
    expect(['users', 'files', 'other-gateway', 'web', 'db'].map(isKept)).toEqual([true, true, true, false, false]);
    expect(after.link('users-traffic-web')?.from).toBe(before.service('users'));
  });
});
