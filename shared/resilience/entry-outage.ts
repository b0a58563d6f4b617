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
const MAX_STEPS = 1_000_000;

export interface Effort {
  steps: number;
  cutShort: boolean;
}

/** Walks the graph again and again without clearing arrays of its whole size each time. */
export interface Walker {
  /** Nodes reached from the sources, stepping only onto nodes that `blocked` does not mark; the sources come first. */
  reach(sources: readonly number[], blocked: Uint8Array | null): number[];
}

export function makeWalker(graph: RequestGraph, effort: Effort): Walker {
  const seenIn = new Int32Array(graph.nodes.length);
  let round = 0;
  return {
    reach: (sources, blocked) => {
      round += 1;
      const found = [...sources];
      for (const source of sources) seenIn[source] = round;
      for (let index = 0; index < found.length; index += 1) {
        const node = found[index] ?? 0;
        const end = graph.starts[node + 1] ?? 0;
        for (let at = graph.starts[node] ?? 0; at < end; at += 1) {
          effort.steps += 1;
          const target = graph.targets[at] ?? 0;
          if (seenIn[target] === round || blocked?.[target]) continue;
          seenIn[target] = round;
          found.push(target);
        }
      }
      return found;
    },
  };
}

/** How a node was reached: over which connection (its place in `links`) and from which node. */
type Trail = Map<number, { readonly at: number; readonly from: number }>;

function tellPath(graph: RequestGraph, trail: Trail, end: number): BrokenPath {
  const path: string[] = [];
  let node = end;
  for (let step = trail.get(node); step; step = trail.get(node)) {
    path.push(graph.nodes[node]?.id ?? '', graph.links[step.at]?.id ?? '');
    node = step.from;
  }
  path.push(graph.nodes[node]?.id ?? '');
  return { path: path.reverse(), deadEnd: graph.nodes[end]?.id ?? '' };
}

/** Shortest ways from the entry through what is down by dependency to what is lost itself. */
function findBrokenPaths(damage: Damage, entry: number, effort: Effort): BrokenPath[] {
  const { graph, lost } = damage;
  const trail: Trail = new Map();
  const queue = [entry];
  const paths: BrokenPath[] = [];
  for (let index = 0; index < queue.length; index += 1) {
    const node = queue[index] ?? 0;
    const end = graph.starts[node + 1] ?? 0;
    for (let at = graph.starts[node] ?? 0; at < end; at += 1) {
      effort.steps += 1;
      const target = graph.targets[at] ?? 0;
      if (!damage.groupDown[graph.groupOf[target] ?? 0] || trail.has(target)) continue;
      trail.set(target, { at, from: node });
      if (!lost[target]) queue.push(target);
      else if (paths.length < MAX_PATHS) paths.push(tellPath(graph, trail, target));
      else effort.cutShort = true;
    }
  }
  return paths;
}

function findDarkTiers(graph: RequestGraph, before: readonly number[], after: readonly number[]): string[] {
  const tierOf = (node: number): string | undefined => graph.nodes[node]?.tier?.id;
  const dark = new Set(before.map(tierOf));
  for (const node of after) dark.delete(tierOf(node));
  return [...dark].filter((id) => id !== undefined).sort();
}

function entryState(damage: Damage, entry: number, before: readonly number[], degraded: Uint8Array): State {
  const { graph, groupDown } = damage;
  let dead = 0;
  const first = graph.starts[entry] ?? 0;
  const end = graph.starts[entry + 1] ?? 0;
  for (let at = first; at < end; at += 1) dead += groupDown[graph.groupOf[graph.targets[at] ?? 0] ?? 0] ?? 0;
  if (dead > 0) return dead === end - first ? 'down' : 'degraded';
  return before.some((node) => degraded[node]) ? 'degraded' : 'up';
}

/** How the damage looks to each actor that sends requests. `degraded` marks nodes that are down or have lost something. */
export function findEntryOutages(damage: Damage, degraded: Uint8Array, walker: Walker, effort: Effort): EntryOutage[] {
  const { graph } = damage;
  return graph.entries.map((entry) => {
    const actor = graph.nodes[entry];
    const whole = effort.steps < MAX_STEPS;
    if (!whole) effort.cutShort = true;
    const before = whole ? walker.reach([entry], null) : [entry];
    const after = whole ? walker.reach([entry], damage.lost) : before;
    const state = entryState(damage, entry, before, degraded);
    return {
      id: actor?.id ?? '',
      name: actor?.name ?? '',
      state,
      brokenPaths: whole && state !== 'up' ? findBrokenPaths(damage, entry, effort) : [],
      darkTiers: findDarkTiers(graph, before, after),
    };
  });
}
