import type { Link, Service, Tier, Topology } from '../../topology/topology';
import { groupBy } from '../../util/grouping';

/**
 * The synchronous connections that users depend on, on typed arrays. Nodes below `groupBase` are actors and services; the
 * ones from there on stand for groups of interchangeable copies, with an edge from each copy. Edges of node v are
 * `targets[starts[v] … starts[v + 1])`.
 */
export interface RequestGraph {
  readonly services: readonly Service[];
  /** Node of each service by its slot; -1 where no request reaches. */
  readonly nodeOf: Int32Array;
  readonly entries: readonly number[];
  readonly groupBase: number;
  readonly size: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Group node of each service node; -1 for actors. */
  readonly groupOf: Int32Array;
  /** Service nodes of each group, by group node minus `groupBase`. */
  readonly groupMembers: readonly (readonly number[])[];
  readonly tiers: readonly Tier[];
}

const NO_LINKS: readonly Link[] = [];
const NO_SERVICES: readonly Service[] = [];

const joinIds = (ids: Iterable<string>): string => [...new Set(ids)].sort().join(' ');

const isInterchangeable = ({ definition, traits }: Service): boolean =>
  (definition.family === 'compute' && traits.role !== 'database' && traits.role !== 'cache') ||
  definition.family === 'load-balancer';

/** Copies of one thing: stateless services of one tier and role with the same callers that call the same. They share this key. */
function groupKey(topology: Topology, service: Service): string {
  const callers: string[] = [];
  for (const link of topology.incoming(service.id)) if (link.synchronous) callers.push(link.from.id);
  const callees: string[] = [];
  for (const link of topology.outgoing(service.id)) if (link.synchronous) callees.push(link.to.id);
  return `${service.tier?.id ?? ''}|${service.role}|${joinIds(callers)}|${joinIds(callees)}`;
}

/** The first by slot at the other end of a service's synchronous connections: cheap, and equal where the sets are; -1 where there are none. */
function leastEnd(links: readonly Link[], end: 'from' | 'to'): number {
  let least = -1;
  for (const link of links) if (link.synchronous && (least === -1 || link[end].slot < least)) least = link[end].slot;
  return least;
}

type RoughKey = number | string;

/** Services that could be copies of one another share this; most stand alone, which saves them the key above. */
function roughKey({ network }: Topology, { slot, tier, role }: Service): RoughKey {
  const callee = leastEnd(network.outgoing[slot] ?? NO_LINKS, 'to');
  if (callee !== -1) return callee;
  const caller = leastEnd(network.incoming[slot] ?? NO_LINKS, 'from');
  return caller === -1 ? (tier?.id ?? role) : -1 - caller;
}

/** What is the rough key of several services. */
function sharedKeys(keys: readonly (RoughKey | null)[]): ReadonlySet<RoughKey> {
  const seen = new Set<RoughKey>();
  const shared = new Set<RoughKey>();
  for (const key of keys) {
    if (key === null) continue;
    if (seen.has(key)) shared.add(key);
    else seen.add(key);
  }
  return shared;
}

/** The services of each group of interchangeable copies, in the order of their first members. */
export function groupCopies(topology: Topology, services: readonly Service[]): Service[][] {
  if (services.length < 2) return services.map((service) => [service]);
  const keys = services.map((service) => (isInterchangeable(service) ? roughKey(topology, service) : null));
  const shared = sharedKeys(keys);
  const groups: Service[][] = [];
  const byKey = new Map<string, Service[]>();
  services.forEach((service, index) => {
    const rough = keys[index] ?? null;
    const key = rough !== null && shared.has(rough) ? groupKey(topology, service) : null;
    const known = key === null ? undefined : byKey.get(key);
    if (known) {
      known.push(service);
      return;
    }
    const group = [service];
    groups.push(group);
    if (key !== null) byKey.set(key, group);
  });
  return joinFailover(topology, groups);
}

/** A service and the one that a failover connection names as its stand-in are one group. */
function joinFailover({ network }: Topology, groups: Service[][]): Service[][] {
  const pairs: Link[] = [];
  for (const group of groups)
    for (const { slot } of group)
      for (const link of network.outgoing[slot] ?? NO_LINKS) if (link.kind === 'failover') pairs.push(link);
  if (pairs.length === 0) return groups;
  const home = new Map<string, Service[]>();
  for (const group of groups) for (const { id } of group) home.set(id, group);
  for (const link of pairs) {
    const first = home.get(link.from.id);
    const second = home.get(link.to.id);
    if (!first || !second || first === second) continue;
    first.push(...second);
    for (const { id } of second) home.set(id, first);
    second.length = 0;
  }
  return groups.filter((group) => group.length > 0);
}

/** Services that take over, by the slot of what they stand in for. */
function findStandIns({ links }: Topology): ReadonlyMap<number, readonly Service[]> {
  const failovers = links.filter(({ kind }) => kind === 'failover');
  const standIns = groupBy(failovers, ({ from }) => from.slot);
  return new Map([...standIns].map(([slot, lines]) => [slot, lines.map(({ to }) => to)]));
}

/** Calls `visit` with what a service calls and cannot do without, and with the stand-ins of that. */
type ForEachCallee = (service: Service, visit: (callee: Service) => void) => void;

function calleesIn(topology: Topology): ForEachCallee {
  const { outgoing } = topology.network;
  const standIns = findStandIns(topology);
  return ({ slot }, visit) => {
    for (const link of outgoing[slot] ?? NO_LINKS) {
      if (!link.synchronous || link.optional) continue;
      visit(link.to);
      for (const other of standIns.get(link.to.slot) ?? NO_SERVICES) visit(other);
    }
  };
}

/** Everything requests from the actors reach: actors first, then services in the order of ids. */
function collectReached({ actors, services, network }: Topology, forEachCallee: ForEachCallee): readonly Service[] {
  const reached = new Uint8Array(network.critical.length);
  const stack: Service[] = [];
  const reach = (service: Service): void => {
    if (reached[service.slot] === 1) return;
    reached[service.slot] = 1;
    stack.push(service);
  };
  actors.forEach(reach);
  for (let service = stack.pop(); service; service = stack.pop()) forEachCallee(service, reach);
  return [...actors, ...services.filter(({ slot }) => reached[slot] === 1)];
}

/** Builds the graph of everything users reach. Linear in services and connections. */
export function buildRequestGraph(topology: Topology): RequestGraph {
  const { actors, tiers, network } = topology;
  const forEachCallee = calleesIn(topology);
  const services = collectReached(topology, forEachCallee);
  const nodeOf = new Int32Array(network.critical.length).fill(-1);
  services.forEach(({ slot }, node) => {
    nodeOf[slot] = node;
  });
  const groups = groupCopies(topology, services.slice(actors.length));
  const groupBase = services.length;
  const groupOf = new Int32Array(groupBase).fill(-1);
  const groupMembers = groups.map((group, index) =>
    group.map(({ slot }) => {
      const node = nodeOf[slot] ?? -1;
      groupOf[node] = groupBase + index;
      return node;
    }),
  );
  const size = groupBase + groups.length;
  const starts = new Int32Array(size + 1);
  const targets: number[] = [];
  const call = ({ slot }: Service): void => {
    targets.push(nodeOf[slot] ?? -1);
  };
  services.forEach((service, node) => {
    starts[node] = targets.length;
    forEachCallee(service, call);
    const group = groupOf[node] ?? -1;
    if (group >= 0) targets.push(group);
  });
  starts.fill(targets.length, groupBase);
  return {
    services,
    nodeOf,
    entries: actors.map((_, index) => index),
    groupBase,
    size,
    starts,
    targets: new Int32Array(targets),
    groupOf,
    groupMembers,
    tiers,
  };
}

/** The node of a service; -1 where no request reaches. */
export const nodeIn = ({ nodeOf }: RequestGraph, { slot }: Service): number => nodeOf[slot] ?? -1;

/** Marks what `entry` reaches without the dead nodes. */
export function markReached(graph: RequestGraph, entry: number, dead: Uint8Array): Uint8Array {
  const reached = new Uint8Array(graph.size);
  const stack = [entry];
  reached[entry] = 1;
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    for (let edge = graph.starts[node] ?? 0; edge < (graph.starts[node + 1] ?? 0); edge += 1) {
      const target = graph.targets[edge] ?? 0;
      if (reached[target] || dead[target]) continue;
      reached[target] = 1;
      stack.push(target);
    }
  return reached;
}
