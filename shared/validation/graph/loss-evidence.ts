import type { Service, Topology, Zone } from '../../topology/topology';
import type { Evidence } from '../evidence';
import { markReached, nodeIn, type RequestGraph } from './request-graph';

interface Found {
  readonly path: readonly string[];
  readonly darkTiers: readonly string[];
}

/** Nodes some entry reached before and none reaches now, the dead ones included. */
function markDark(graph: RequestGraph, dead: Uint8Array): Uint8Array {
  const dark = new Uint8Array(graph.size);
  const none = new Uint8Array(graph.size);
  for (const entry of graph.entries) {
    const before = markReached(graph, entry, none);
    const after = markReached(graph, entry, dead);
    for (let node = 0; node < graph.size; node += 1) if (before[node] && !after[node]) dark[node] = 1;
  }
  return dark;
}

/** The node each reached node was first reached from, by breadth-first search from one entry; -1 where it is not reached. */
function traceFrom(graph: RequestGraph, entry: number): Int32Array {
  const from = new Int32Array(graph.size).fill(-1);
  const queue = [entry];
  from[entry] = entry;
  for (let at = 0; at < queue.length; at += 1) {
    const current = queue[at] ?? 0;
    for (let edge = graph.starts[current] ?? 0; edge < (graph.starts[current + 1] ?? 0); edge += 1) {
      const target = graph.targets[edge] ?? 0;
      if (from[target] !== -1) continue;
      from[target] = current;
      queue.push(target);
    }
  }
  return from;
}

/** Marks, for each entry, a shortest way to each of the nodes. */
function markWays(graph: RequestGraph, nodes: readonly number[]): Uint8Array {
  const onWay = new Uint8Array(graph.size);
  for (const entry of graph.entries) {
    const from = traceFrom(graph, entry);
    for (const node of nodes)
      for (let at = from[node] === -1 ? -1 : node; at !== -1; at = at === entry ? -1 : (from[at] ?? -1)) onWay[at] = 1;
  }
  return onWay;
}

function findLoss(topology: Topology, graph: RequestGraph, services: readonly Service[]): Found {
  const dead = new Uint8Array(graph.size);
  const cut = services.map((service) => nodeIn(graph, service)).filter((node) => node !== -1);
  if (cut.length === 0) return { path: [], darkTiers: [] };
  for (const node of cut) dead[node] = 1;
  const dark = markDark(graph, dead);
  const ways = markWays(graph, cut);
  const isDark = (service: Service): boolean => dark[nodeIn(graph, service)] === 1;
  const onPath = new Set(
    graph.services.filter((service, node) => ways[node] === 1 || isDark(service)).map(({ id }) => id),
  );
  const links = [...onPath].flatMap((id) =>
    topology.incoming(id).filter(({ from, synchronous, optional }) => synchronous && !optional && onPath.has(from.id)),
  );
  const darkTiers = graph.tiers
    .filter(({ members }) => {
      const reached = members.filter((member) => nodeIn(graph, member) !== -1);
      return reached.length > 0 && reached.every(isDark);
    })
    .map(({ id }) => id);
  return { path: [...onPath, ...links.map(({ id }) => id)], darkTiers };
}

/** Evidence whose costly parts are worked out when first read. A class, since accessors of its own would cost each more than all else. */
class LossEvidence implements Evidence {
  readonly cut: readonly string[];
  readonly zones: readonly string[];
  readonly #find: () => Found;
  #found: Found | undefined;

  constructor(services: readonly Service[], zones: readonly Zone[], find: () => Found) {
    this.zones = zones.map(({ id }) => id);
    this.cut = [...this.zones, ...services.map(({ id }) => id)];
    this.#find = find;
  }

  get path(): readonly string[] {
    return this.#loss().path;
  }

  get darkTiers(): readonly string[] {
    return this.#loss().darkTiers;
  }

  /** All of it as plain data, for other threads and for comparing. */
  toJSON(): Evidence {
    const { cut, zones, path, darkTiers } = this;
    return { cut, zones, path, darkTiers };
  }

  #loss(): Found {
    this.#found ??= this.#find();
    return this.#found;
  }
}

/** What users lose when some services fail together. */
export const lossEvidence = (
  topology: Topology,
  graph: RequestGraph,
  services: readonly Service[],
  zones: readonly Zone[],
): Evidence => new LossEvidence(services, zones, () => findLoss(topology, graph, services));
