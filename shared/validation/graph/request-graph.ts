import type { Service, Tier, Topology } from '../../topology/topology';

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

/** Services that could be copies of one another share this; most stand alone, which saves them the key above. */
const roughKey = (topology: Topology, service: Service): string =>
  `${service.tier?.id ?? ''}|${service.role}|${topology.incoming(service.id).length}|${topology.outgoing(service.id).length}`;

/** The services of each group of interchangeable copies, in the order of their first members. */
export function groupCopies(topology: Topology, services: readonly Service[]): Service[][] {
  const rough = new Map<string, number>();
  for (const service of services) {
    if (!isInterchangeable(service)) continue;
    const key = roughKey(topology, service);
    rough.set(key, (rough.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const alone = !isInterchangeable(service) || rough.get(roughKey(topology, service)) === 1;
    const key = alone ? service.id : groupKey(topology, service);
    const group = groups.get(key);
    if (group) group.push(service);
    else groups.set(key, [service]);
  }
  return joinFailover(topology, [...groups.values()]);
}

/** A service and the one that a failover connection names as its stand-in are one group. */
function joinFailover(topology: Topology, groups: Service[][]): Service[][] {
  const home = new Map<string, Service[]>();
  for (const group of groups) for (const { id } of group) home.set(id, group);
  for (const link of topology.links) {
    if (link.kind !== 'failover') continue;
    const first = home.get(link.from.id);
    const second = home.get(link.to.id);
    if (!first || !second || first === second) continue;
    first.push(...second);
    for (const { id } of second) home.set(id, first);
    second.length = 0;
  }
  return groups.filter((group) => group.length > 0);
}

/** Targets of each node: what a service calls and cannot do without, and the stand-ins of what it calls. */
function collectEdges(topology: Topology, nodes: readonly Service[], indexOf: ReadonlyMap<string, number>): number[][] {
  return nodes.map(({ id }) => {
    const found: number[] = [];
    for (const link of topology.outgoing(id)) {
      if (!link.synchronous || link.optional) continue;
      const target = indexOf.get(link.to.id);
      if (target !== undefined) found.push(target);
      for (const other of topology.outgoing(link.to.id)) {
        const standIn = other.kind === 'failover' ? indexOf.get(other.to.id) : undefined;
        if (standIn !== undefined) found.push(standIn);
      }
    }
    return found;
  });
}

const isReached = (topology: Topology, service: Service): boolean =>
  topology.isCritical(service.id) ||
  topology.incoming(service.id).some((link) => link.kind === 'failover' && topology.isCritical(link.from.id));

/** Builds the graph of everything users reach. Linear in services and connections. */
export function buildRequestGraph(topology: Topology): RequestGraph {
  const critical = topology.services.filter((service) => isReached(topology, service));
  const services = [...topology.actors, ...critical];
  const indexOf = new Map(services.map(({ id }, index) => [id, index]));
  const groups = groupCopies(topology, critical);
  const groupBase = services.length;
  const groupOf = new Int32Array(services.length).fill(-1);
  const groupMembers = groups.map((group, index) =>
    group.map(({ id }) => {
      const node = indexOf.get(id) ?? -1;
      groupOf[node] = groupBase + index;
      return node;
    }),
  );
  const edges = collectEdges(topology, services, indexOf);
  const size = groupBase + groups.length;
  const starts = new Int32Array(size + 1);
  const flat: number[] = [];
  for (let node = 0; node < size; node += 1) {
    starts[node] = flat.length;
    if (node >= groupBase) continue;
    for (const target of edges[node] ?? []) flat.push(target);
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
