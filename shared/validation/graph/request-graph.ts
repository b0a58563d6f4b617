import type { Link, Service, Tier, Topology } from '../../topology/topology';

/**
 * The synchronous connections that users depend on, on typed arrays. Nodes below `groupBase` are actors and services; the
 * ones from there on stand for groups of interchangeable copies, with an edge from each copy. Edges of node v are
 * `targets[starts[v] … starts[v + 1])`.
 */
export interface RequestGraph {
  readonly services: readonly Service[];
  readonly indexOf: ReadonlyMap<string, number>;
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

/** The least of the ids at the other end of a service's synchronous connections: cheap, and equal where the sets are. */
function leastEnd(links: readonly Link[], end: 'from' | 'to'): string {
  let least = '';
  for (const link of links) if (link.synchronous && (least === '' || link[end].id < least)) least = link[end].id;
  return least;
}

/** Services that could be copies of one another share this id; most stand alone, which saves them the key above. */
const roughKey = (topology: Topology, { id, tier, role }: Service): string =>
  leastEnd(topology.outgoing(id), 'to') || leastEnd(topology.incoming(id), 'from') || (tier?.id ?? role);

/** Ids that are the rough key of several services. */
function sharedKeys(keys: readonly (string | null)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
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
function joinFailover(topology: Topology, groups: Service[][]): Service[][] {
  const pairs: Link[] = [];
  for (const group of groups)
    for (const { id } of group)
      for (const link of topology.outgoing(id)) if (link.kind === 'failover') pairs.push(link);
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

/** Services that take over, by the id of what they stand in for. */
function findStandIns(topology: Topology): ReadonlyMap<string, readonly Service[]> {
  const standIns = new Map<string, Service[]>();
  for (const { kind, from, to } of topology.links) {
    if (kind !== 'failover') continue;
    const known = standIns.get(from.id);
    if (known) known.push(to);
    else standIns.set(from.id, [to]);
  }
  return standIns;
}

/** Calls `visit` with what a service calls and cannot do without, and with the stand-ins of that. */
type ForEachCallee = (id: string, visit: (callee: Service) => void) => void;

function calleesIn(topology: Topology): ForEachCallee {
  const standIns = findStandIns(topology);
  return (id, visit) => {
    for (const link of topology.outgoing(id)) {
      if (!link.synchronous || link.optional) continue;
      visit(link.to);
      for (const other of standIns.get(link.to.id) ?? NO_SERVICES) visit(other);
    }
  };
}

const NO_SERVICES: readonly Service[] = [];

/** Everything requests from the actors reach: actors first, then services in the order of ids. */
function collectReached(topology: Topology, forEachCallee: ForEachCallee): readonly Service[] {
  const reached = new Set<string>();
  const stack: Service[] = [];
  const reach = (service: Service): void => {
    if (reached.has(service.id)) return;
    reached.add(service.id);
    stack.push(service);
  };
  topology.actors.forEach(reach);
  for (let service = stack.pop(); service; service = stack.pop()) forEachCallee(service.id, reach);
  return [...topology.actors, ...topology.services.filter(({ id }) => reached.has(id))];
}

/** Builds the graph of everything users reach. Linear in services and connections. */
export function buildRequestGraph(topology: Topology): RequestGraph {
  const forEachCallee = calleesIn(topology);
  const services = collectReached(topology, forEachCallee);
  const indexOf = new Map<string, number>();
  services.forEach(({ id }, index) => {
    indexOf.set(id, index);
  });
  const groups = groupCopies(topology, services.slice(topology.actors.length));
  const groupBase = services.length;
  const groupOf = new Int32Array(services.length).fill(-1);
  const groupMembers = groups.map((group, index) =>
    group.map(({ id }) => {
      const node = indexOf.get(id) ?? -1;
      groupOf[node] = groupBase + index;
      return node;
    }),
  );
  const size = groupBase + groups.length;
  const starts = new Int32Array(size + 1);
  const flat: number[] = [];
  services.forEach((service, node) => {
    starts[node] = flat.length;
    forEachCallee(service.id, ({ id }) => flat.push(indexOf.get(id) ?? node));
    const group = groupOf[node] ?? -1;
    if (group >= 0) flat.push(group);
  });
  starts.fill(flat.length, groupBase);
  return {
    services,
    indexOf,
    entries: topology.actors.map((_, index) => index),
    groupBase,
    size,
    starts,
    targets: Int32Array.from(flat),
    groupOf,
    groupMembers,
    tiers: topology.tiers,
  };
}

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
