import type { Element } from '../model/design';
import { groupBy } from '../util/grouping';
import { holdsSame } from '../util/lists';
import { sortById, type Workings, workingsOf } from './assemble';
import type { Link, Service, Topology, Vpc } from './topology';

/**
 * A part of a design that can be looked at by itself: a VPC with everything in it and the services outside of any that are connected
 * with this VPC alone; or all the rest, Regions, people and notes among it.
 */
export interface Part {
  /** The topology with the lists of this part alone; `links` and `connections` are those that leave it. What is asked by id is answered for the whole design. */
  readonly topology: Topology;
  /** Everything it holds: its places, its services, the connections at each, whether users depend on it; the design's settings. */
  readonly content: readonly unknown[];
}

/** Parts by the id of their VPC; the rest has none. */
export type Parts = ReadonlyMap<string, Part>;

const REST = '';
const NO_LINKS: readonly Link[] = [];
const NO_ELEMENTS: readonly Element[] = [];

/** The id of the one VPC that services outside of any are connected with, directly or through one another. */
function findNeighbours({ all, ranks, outgoing, incoming }: Workings): ReadonlyMap<Service, string> {
  const keys = new Map<Service, string>();
  const seen = new Uint8Array(all.length);
  const isLoose = ({ vpc, role }: Service): boolean => vpc === null && role !== 'actor';
  all.forEach((start, first) => {
    if (seen[first] === 1 || !isLoose(start)) return;
    const members: Service[] = [];
    const vpcs = new Set<string>();
    const stack = [first];
    const visit = (service: Service): void => {
      if (service.vpc) vpcs.add(service.vpc.id);
      const rank = service.vpc || !isLoose(service) ? undefined : ranks.get(service.id);
      if (rank === undefined || seen[rank] === 1) return;
      seen[rank] = 1;
      stack.push(rank);
    };
    seen[first] = 1;
    for (let rank = stack.pop(); rank !== undefined; rank = stack.pop()) {
      const member = all[rank];
      if (member) members.push(member);
      for (const { to } of outgoing[rank] ?? NO_LINKS) visit(to);
      for (const { from } of incoming[rank] ?? NO_LINKS) visit(from);
    }
    const [only] = vpcs;
    if (only !== undefined && vpcs.size === 1) for (const member of members) keys.set(member, only);
  });
  return keys;
}

/** Everything a part holds, one after the other. */
function contentOf(vpc: Vpc | null, services: readonly Service[], { ranks, outgoing, incoming, critical }: Workings) {
  const content: unknown[] = [vpc];
  for (const service of services) {
    const rank = ranks.get(service.id) ?? -1;
    content.push(service, critical[rank]);
    for (const link of outgoing[rank] ?? NO_LINKS) content.push(link);
    for (const link of incoming[rank] ?? NO_LINKS) content.push(link);
  }
  return content;
}

function viewOf(whole: Topology, vpc: Vpc | null, inside: readonly Service[], others: readonly Element[]): Topology {
  const isHere = (place: Pick<Service, 'vpc'>): boolean => place.vpc === vpc;
  const actors = inside.filter(({ role }) => role === 'actor');
  const services = inside.filter(({ role }) => role !== 'actor');
  const ofKind = groupBy<Service, Service['kind']>(inside, ({ kind }) => kind);
  const ofRole = groupBy<Service, Service['role']>(inside, ({ role }) => role);
  const links = sortById(inside.flatMap(({ id }) => whole.outgoing(id)));
  const places = {
    regions: vpc ? [] : whole.regions,
    vpcs: vpc ? [vpc] : [],
    zones: vpc?.zones ?? [],
    subnets: whole.subnets.filter(isHere),
    tiers: whole.tiers.filter(isHere),
  };
  const placed = [...Object.values(places).flat(), ...inside].map(({ element }) => element);
  return {
    ...whole,
    ...places,
    services,
    actors,
    links,
    arrivals: sortById(inside.flatMap(({ id }) => whole.incoming(id))),
    elements: sortById([...placed, ...others]),
    connections: links.map(({ connection }) => connection),
    unknown: vpc ? [] : whole.unknown,
    ofKind: (kind) => ofKind.get(kind) ?? [],
    ofRole: (role) => ofRole.get(role) ?? [],
  };
}

/**
 * Divides a topology into its parts. One that holds the very same as before is the same object. Undefined where VPCs hang
 * together, so that none can be looked at by itself.
 */
export function divide(topology: Topology, before?: Parts): Parts | undefined {
  const workings = workingsOf(topology);
  if (!workings?.isTidy()) return undefined;
  const neighbours = findNeighbours(workings);
  const groups = groupBy<Service, string>(
    workings.all,
    (service) => service.vpc?.id ?? neighbours.get(service) ?? REST,
  );
  const parts = new Map<string, Part>();
  const add = (key: string, vpc: Vpc | null): void => {
    const services = groups.get(key) ?? [];
    const others = vpc ? NO_ELEMENTS : workings.others;
    const content = contentOf(vpc, services, workings);
    // What holds for the whole design holds for each of its parts.
    content.push(topology.design.header.settings);
    if (!vpc) content.push(...topology.regions, ...others);
    const known = before?.get(key);
    const isKnown = known !== undefined && holdsSame(known.content, content);
    parts.set(key, isKnown ? known : { topology: viewOf(topology, vpc, services, others), content });
  };
  for (const vpc of topology.vpcs) add(vpc.id, vpc);
  add(REST, null);
  return parts;
}
