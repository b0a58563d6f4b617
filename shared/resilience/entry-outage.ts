import type { Topology } from '../topology/topology';
import type { Damage } from './damage';
import type { RequestGraph } from './request-graph';

export type State = 'down' | 'degraded' | 'up';

/** The way from an actor to the first thing that is dead. */
export interface BrokenPath {
  /** Ids of elements and of the connections between them, the actor first. */
  readonly path: readonly string[];
  /** The element at which it ends. */
  readonly deadEnd: string;
}

/** How an outage looks to one actor. */
export interface EntryOutage {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly brokenPaths: readonly BrokenPath[];
  /** Tiers it reached before and no longer reaches. */
  readonly darkTiers: readonly string[];
}

/** Most paths told for one actor, and most connections looked at in all; beyond that the result says it was cut short. */
const MAX_PATHS = 50;
const MAX_STEPS = 3_000_000;

export interface Effort {
  steps: number;
  cutShort: boolean;
}

/** Marks what the sources reach, stepping only onto nodes that `blocked` does not mark. */
export function markReached(
  graph: RequestGraph,
  sources: readonly number[],
  blocked: Uint8Array | null,
  effort: Effort,
): Uint8Array {
  const reached = new Uint8Array(graph.nodes.length);
  const stack = [...sources];
  for (const source of sources) reached[source] = 1;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const end = graph.starts[node + 1] ?? 0;
    for (let at = graph.starts[node] ?? 0; at < end; at += 1) {
      effort.steps += 1;
      const target = graph.targets[at] ?? 0;
      if (reached[target] || blocked?.[target]) continue;
      reached[target] = 1;
      stack.push(target);
    }
  }
  return reached;
}

function tellPath(graph: RequestGraph, cameBy: Int32Array, from: Int32Array, end: number): BrokenPath {
  const path: string[] = [];
  let node = end;
  for (; (cameBy[node] ?? -1) >= 0; node = from[node] ?? 0) {
    path.push(graph.nodes[node]?.id ?? '');
    path.push(graph.links[cameBy[node] ?? 0]?.id ?? '');
  }
  path.push(graph.nodes[node]?.id ?? '');
  return { path: path.reverse(), deadEnd: graph.nodes[end]?.id ?? '' };
}

/** Whether nothing is left of the group a node is in. */
function isGroupDown({ graph, down }: Damage, node: number): boolean {
  const members = graph.groups[graph.groupOf[node] ?? 0]?.members;
  return members?.every((member) => down[member] === 1) ?? false;
}

/** Shortest ways from the entry through what is down by dependency to what is lost itself. */
function findBrokenPaths(damage: Damage, entry: number, effort: Effort): BrokenPath[] {
  const { graph, lost } = damage;
  const cameBy = new Int32Array(graph.nodes.length).fill(-2);
  const from = new Int32Array(graph.nodes.length);
  const queue = [entry];
  cameBy[entry] = -1;
  const paths: BrokenPath[] = [];
  for (let index = 0; index < queue.length; index += 1) {
    const node = queue[index] ?? 0;
    const end = graph.starts[node + 1] ?? 0;
    for (let at = graph.starts[node] ?? 0; at < end; at += 1) {
      effort.steps += 1;
      const target = graph.targets[at] ?? 0;
      if (cameBy[target] !== -2 || !damage.down[target] || !isGroupDown(damage, target)) continue;
      cameBy[target] = at;
      from[target] = node;
      if (!lost[target]) queue.push(target);
      else if (paths.length < MAX_PATHS) paths.push(tellPath(graph, cameBy, from, target));
      else effort.cutShort = true;
    }
  }
  return paths;
}

function findDarkTiers(topology: Topology, graph: RequestGraph, before: Uint8Array, after: Uint8Array): string[] {
  const dark: string[] = [];
  for (const { id, members } of topology.tiers) {
    let reached = 0;
    let left = 0;
    for (const member of members) {
      const node = graph.indexOf.get(member.id) ?? -1;
      reached += before[node] ?? 0;
      left += after[node] ?? 0;
    }
    if (reached > 0 && left === 0) dark.push(id);
  }
  return dark;
}

function entryState(damage: Damage, entry: number, before: Uint8Array, isDegraded: (node: number) => boolean): State {
  const { graph } = damage;
  let dead = 0;
  const first = graph.starts[entry] ?? 0;
  const end = graph.starts[entry + 1] ?? 0;
  for (let at = first; at < end; at += 1) if (isGroupDown(damage, graph.targets[at] ?? 0)) dead += 1;
  if (dead > 0) return dead === end - first ? 'down' : 'degraded';
  for (let node = 0; node < before.length; node += 1) if (before[node] && isDegraded(node)) return 'degraded';
  return isDegraded(entry) ? 'degraded' : 'up';
}

/** How the damage looks to each actor that sends requests. `isDegraded`: the node is down or has lost something. */
export function findEntryOutages(
  topology: Topology,
  damage: Damage,
  isDegraded: (node: number) => boolean,
  effort: Effort,
): EntryOutage[] {
  const { graph } = damage;
  return graph.entries.map((entry) => {
    const actor = graph.nodes[entry];
    const whole = effort.steps < MAX_STEPS;
    if (!whole) effort.cutShort = true;
    const before = whole ? markReached(graph, [entry], null, effort) : new Uint8Array(graph.nodes.length);
    const after = whole ? markReached(graph, [entry], damage.lost, effort) : before;
    return {
      id: actor?.id ?? '',
      name: actor?.name ?? '',
      state: entryState(damage, entry, before, isDegraded),
      brokenPaths: whole ? findBrokenPaths(damage, entry, effort) : [],
      darkTiers: findDarkTiers(topology, graph, before, after),
    };
  });
}
