import { kinds } from '../catalog/services';
import type { Link, Service, Topology } from '../topology/topology';
import { groupCopies } from './copy-groups';

/** Nodes of which any one will do: copies of one thing, or a service and its stand-ins. */
export interface CopyGroup {
  /** Node numbers. */
  readonly members: readonly number[];
  /** The members need different things: each one works with what it calls itself (another Region, a failover target). */
  readonly alternatives: boolean;
}

/**
 * Who cannot do without whom, on typed arrays. Node v calls `targets[starts[v] … starts[v + 1])` and is called by
 * `callers[callerStarts[v] … callerStarts[v + 1])`; `links` runs beside `targets`. It takes the whole group of a target to fail.
 */
export interface RequestGraph {
  readonly nodes: readonly Service[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Actors that call something. */
  readonly entries: readonly number[];
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly links: readonly Link[];
  readonly callerStarts: Int32Array;
  readonly callers: Int32Array;
  readonly groupOf: Int32Array;
  readonly groups: readonly CopyGroup[];
}

/** The caller waits for the answer and cannot serve without it. */
export const isNeeded = (link: Link): boolean => link.synchronous && !link.optional;

function reverse(
  size: number,
  starts: Int32Array,
  targets: Int32Array,
): Pick<RequestGraph, 'callerStarts' | 'callers'> {
  const callerStarts = new Int32Array(size + 1);
  for (const target of targets) callerStarts[target + 1] = (callerStarts[target + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1)
    callerStarts[node + 1] = (callerStarts[node + 1] ?? 0) + (callerStarts[node] ?? 0);
  const next = callerStarts.slice();
  const callers = new Int32Array(targets.length);
  for (let node = 0; node < size; node += 1)
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
      const target = targets[at] ?? 0;
      callers[next[target] ?? 0] = node;
      next[target] = (next[target] ?? 0) + 1;
    }
  return { callerStarts, callers };
}

/** Pairs of which the second stands in for the first: failover connections, and Route 53 names with health checks over Regions. */
function findStandIns(topology: Topology, indexOf: ReadonlyMap<string, number>): [number, number][] {
  const pairs: [number, number][] = [];
  const add = (a: string, b: string): void => {
    const first = indexOf.get(a);
    const second = indexOf.get(b);
    if (first !== undefined && second !== undefined) pairs.push([first, second]);
  };
  for (const link of topology.links) if (link.kind === 'failover') add(link.from.id, link.to.id);
  for (const zone of topology.ofKind('route53-zone')) {
    if (kinds['route53-zone'].read(zone.element.settings).healthChecks === 0) continue;
    const seen = new Map<string, Service>();
    for (const { kind, to } of topology.outgoing(zone.id)) {
      if (kind !== 'dns' || !to.region) continue;
      const first = seen.get(to.definition.family);
      if (!first) seen.set(to.definition.family, to);
      else if (first.region?.code !== to.region.code) add(first.id, to.id);
    }
  }
  return pairs;
}

function buildGraph(topology: Topology): RequestGraph {
  const nodes = [...topology.actors, ...topology.services];
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const starts = new Int32Array(nodes.length + 1);
  const targets: number[] = [];
  const links: Link[] = [];
  nodes.forEach(({ id }, node) => {
    for (const link of topology.outgoing(id)) {
      const target = isNeeded(link) ? indexOf.get(link.to.id) : undefined;
      if (target === undefined || target === node || target < topology.actors.length) continue;
      targets.push(target);
      links.push(link);
    }
    starts[node + 1] = targets.length;
  });
  const flat = Int32Array.from(targets);
  const reversed = reverse(nodes.length, starts, flat);
  const calls = { nodes, starts, targets: flat, ...reversed };
  const { groupOf, groups } = groupCopies(calls, findStandIns(topology, indexOf));
  const entries = topology.actors.flatMap((_, node) => ((starts[node + 1] ?? 0) > (starts[node] ?? 0) ? [node] : []));
  return { ...calls, indexOf, entries, links, groupOf, groups };
}

const cache = new WeakMap<Topology, RequestGraph>();

/** The request graph of a topology; built once per topology. Linear in services and connections. */
export function requestGraph(topology: Topology): RequestGraph {
  const known = cache.get(topology);
  if (known) return known;
  const graph = buildGraph(topology);
  cache.set(topology, graph);
  return graph;
}
