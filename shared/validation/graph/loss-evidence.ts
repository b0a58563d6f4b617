import type { Service, Topology, Zone } from '../../topology/topology';
import type { Evidence } from '../evidence';
import { markReached, type RequestGraph } from './request-graph';

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

/** Shortest way back from `node` to an entry: node numbers, the entry first. */
function wayTo(graph: RequestGraph, node: number): number[] {
  const from = new Int32Array(graph.size).fill(-1);
  const queue = [...graph.entries];
  for (const entry of queue) from[entry] = entry;
  for (let at = 0; at < queue.length && from[node] === -1; at += 1) {
    const current = queue[at] ?? 0;
    for (let edge = graph.starts[current] ?? 0; edge < (graph.starts[current + 1] ?? 0); edge += 1) {
      const target = graph.targets[edge] ?? 0;
      if (from[target] !== -1) continue;
      from[target] = current;
      queue.push(target);
    }
  }
  const way: number[] = [];
  for (let at = node; at !== -1; at = from[at] ?? -1) {
    way.unshift(at);
    if (from[at] === at) return way;
  }
  return [];
}

function findLoss(topology: Topology, graph: RequestGraph, services: readonly Service[]): Found {
  const dead = new Uint8Array(graph.size);
  const cut = services.map(({ id }) => graph.indexOf.get(id)).filter((node) => node !== undefined);
  if (cut.length === 0) return { path: [], darkTiers: [] };
  for (const node of cut) dead[node] = 1;
  const dark = markDark(graph, dead);
  const onPath = new Set<string>();
  for (const node of cut) for (const step of wayTo(graph, node)) onPath.add(graph.services[step]?.id ?? '');
  const isDark = (service: Service): boolean => dark[graph.indexOf.get(service.id) ?? -1] === 1;
  for (const service of graph.services) if (isDark(service)) onPath.add(service.id);
  const links = topology.links.filter(
    ({ from, to, synchronous, optional }) => synchronous && !optional && onPath.has(from.id) && onPath.has(to.id),
  );
  const darkTiers = graph.tiers
    .filter(({ members }) => {
      const reached = members.filter(({ id }) => graph.indexOf.has(id));
      return reached.length > 0 && reached.every(isDark);
    })
    .map(({ id }) => id);
  return { path: [...onPath, ...links.map(({ id }) => id)], darkTiers };
}

/** Evidence whose costly parts are worked out when first read. */
export function lossEvidence(
  topology: Topology,
  graph: RequestGraph,
  services: readonly Service[],
  zones: readonly Zone[],
): Evidence {
  let found: Found | undefined;
  const find = (): Found => {
    found ??= findLoss(topology, graph, services);
    return found;
  };
  return {
    cut: [...zones.map(({ id }) => id), ...services.map(({ id }) => id)],
    zones: zones.map(({ id }) => id),
    get path() {
      return find().path;
    },
    get darkTiers() {
      return find().darkTiers;
    },
  };
}
