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

/**
 * Copies of one thing: stateless services of one tier and role with the same callers that call the same. Returned as the
 * group's key; what stands alone is keyed by its id.
 */
function groupKey(topology: Topology, service: Service): string {
  if (!isInterchangeable(service)) return service.id;
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

/** Services that could be copies of one another share this; most stand alone, which saves them the key above. */
const roughKey = (topology: Topology, { id, tier, role }: Service): string =>
  `${tier?.id ?? ''}|${role}|${leastEnd(topology.incoming(id), 'from')}|${leastEnd(topology.outgoing(id), 'to')}`;

/** The services of each group of interchangeable copies, in the order of their first members. */
export function groupCopies(topology: Topology, services: readonly Service[]): Service[][] {
  const rough = new Map<string, number>();
  const roughKeys = services.map((service) => {
    const key = isInterchangeable(service) ? roughKey(topology, service) : service.id;
    rough.set(key, (rough.get(key) ?? 0) + 1);
    return key;
  });
  const groups: Service[][] = [];
  const byKey = new Map<string, Service[]>();
  services.forEach((service, index) => {
    const alone = rough.get(roughKeys[index] ?? '') === 1;
    const key = alone ? '' : groupKey(topology, service);
    const known = alone ? undefined : byKey.get(key);
    if (known) {
      known.push(service);
      return;
    }
    const group = [service];
    groups.push(group);
    if (!alone) byKey.set(key, group);
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

/** What a service calls and cannot do without, and the stand-ins of what it calls. */
function calleesOf(topology: Topology, id: string, standIns: ReadonlyMap<string, readonly Service[]>): Service[] {
  const found: Service[] = [];
  for (const link of topology.outgoing(id)) {
    if (!link.synchronous || link.optional) continue;
    found.push(link.to);
    const others = standIns.get(link.to.id);
    if (others) found.push(...others);
  }
  return found;
}

interface Reached {
  /** Actors first, then services in the order of ids. */
  readonly services: readonly Service[];
  readonly callees: ReadonlyMap<string, readonly Service[]>;
}

/** Services that take over, by the id of what they stand in for. */
function findStandIns(topology: Topology): Map<string, Service[]> {
  const standIns = new Map<string, Service[]>();
  for (const { kind, from, to } of topology.links) {
    if (kind !== 'failover') continue;
    const known = standIns.get(from.id);
    if (known) known.push(to);
    else standIns.set(from.id, [to]);
  }
  return standIns;
}

/** Everything requests from the actors reach. */
function collectReached(topology: Topology): Reached {
  const callees = new Map<string, readonly Service[]>();
  const standIns = findStandIns(topology);
  const stack = [...topology.actors];
  for (let service = stack.pop(); service; service = stack.pop()) {
    if (callees.has(service.id)) continue;
    const found = calleesOf(topology, service.id, standIns);
    callees.set(service.id, found);
    for (const callee of found) if (!callees.has(callee.id)) stack.push(callee);
  }
  return { services: [...topology.actors, ...topology.services.filter(({ id }) => callees.has(id))], callees };
}

/** Builds the graph of everything users reach. Linear in services and connections. */
export function buildRequestGraph(topology: Topology): RequestGraph {
  const { services, callees } = collectReached(topology);
  const indexOf = new Map(services.map(({ id }, index) => [id, index]));
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
  for (let node = 0; node < size; node += 1) {
    starts[node] = flat.length;
    if (node >= groupBase) continue;
    for (const { id } of callees.get(services[node]?.id ?? '') ?? []) flat.push(indexOf.get(id) ?? node);
    const group = groupOf[node] ?? -1;
    if (group >= 0) flat.push(group);
  }
  starts[size] = flat.length;
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
