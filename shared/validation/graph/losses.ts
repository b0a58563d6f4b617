import type { Service, Topology, Zone } from '../../topology/topology';
import type { Evidence } from '../evidence';
import { findDominators } from './dominators';
import { lossEvidence } from './loss-evidence';
import { buildRequestGraph, markReached, type RequestGraph } from './request-graph';
import { survivesCopyLoss, survivesZoneLoss } from './survival';

/** A service whose failure alone takes something from the users. */
export interface ServiceCut {
  readonly service: Service;
  /** Services out of reach without it, itself included. */
  readonly lost: number;
  /** The actors that notice. */
  readonly entries: readonly Service[];
}

/** A zone whose loss takes something from the users. */
export interface ZoneCut {
  readonly zone: Zone;
  /** The services users depend on that do not survive the zone. */
  readonly failing: readonly Service[];
}

export interface LossAnalysis {
  readonly serviceCuts: readonly ServiceCut[];
  readonly zoneCuts: readonly ZoneCut[];
  /** What users lose when these services fail together; worked out when first read. */
  evidence(services: readonly Service[], zones?: readonly Zone[]): Evidence;
}

interface Tally {
  lost: number;
  readonly entries: Service[];
}

/** Adds to `tallies` the nodes that dominate a whole group of copies, as seen from one entry. */
function tallyEntry(graph: RequestGraph, entry: number, tallies: Map<number, Tally>): void {
  const { parent, order } = findDominators(graph, entry);
  const weight = new Int32Array(graph.size);
  const cuts = new Uint8Array(graph.size);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const node = order[at] ?? 0;
    const above = parent[node] ?? 0;
    const isGroup = node >= graph.groupBase;
    weight[node] = (weight[node] ?? 0) + (isGroup ? 0 : 1);
    weight[above] = (weight[above] ?? 0) + (weight[node] ?? 0);
    if (isGroup || cuts[node]) cuts[above] = 1;
  }
  const actor = graph.services[entry];
  for (let at = 1; at < order.length; at += 1) {
    const node = order[at] ?? 0;
    if (!cuts[node] || !actor) continue;
    const tally = tallies.get(node) ?? { lost: 0, entries: [] };
    tally.lost = Math.max(tally.lost, weight[node] ?? 0);
    tally.entries.push(actor);
    tallies.set(node, tally);
  }
}

function findServiceCuts(graph: RequestGraph): ServiceCut[] {
  const tallies = new Map<number, Tally>();
  for (const entry of graph.entries) tallyEntry(graph, entry, tallies);
  const cuts: ServiceCut[] = [];
  for (const [node, tally] of [...tallies].sort(([a], [b]) => a - b)) {
    const service = graph.services[node];
    if (service && graph.groupOf[node] !== -1 && !survivesCopyLoss(service)) cuts.push({ service, ...tally });
  }
  return cuts;
}

/** Whether losing the dead nodes together takes a whole group of copies from some entry. */
function isCut(graph: RequestGraph, dead: Uint8Array, failing: readonly number[]): boolean {
  const gone = (node: number): boolean =>
    (graph.groupMembers[(graph.groupOf[node] ?? 0) - graph.groupBase] ?? []).every((member) => dead[member] === 1);
  if (failing.some(gone)) return true;
  const none = new Uint8Array(graph.size);
  return graph.entries.some((entry) => {
    const before = markReached(graph, entry, none);
    const after = markReached(graph, entry, dead);
    for (let node = graph.groupBase; node < graph.size; node += 1) if (before[node] && !after[node]) return true;
    return false;
  });
}

function findZoneCuts(graph: RequestGraph): ZoneCut[] {
  const failing = new Map<Zone, number[]>();
  graph.services.forEach((service, node) => {
    if (graph.groupOf[node] === -1) return;
    for (const zone of service.zones) {
      if (survivesZoneLoss(service, zone.id)) continue;
      const nodes = failing.get(zone);
      if (nodes) nodes.push(node);
      else failing.set(zone, [node]);
    }
  });
  const cuts: ZoneCut[] = [];
  for (const [zone, nodes] of [...failing].sort(([a], [b]) => (a.id < b.id ? -1 : 1))) {
    const dead = new Uint8Array(graph.size);
    for (const node of nodes) dead[node] = 1;
    if (!isCut(graph, dead, nodes)) continue;
    const lost = nodes.map((node) => graph.services[node]).filter((service) => service !== undefined);
    cuts.push({ zone, failing: lost });
  }
  return cuts;
}

/** Finds every single failure that users notice: of one service, and of one zone. */
export function analyseLosses(topology: Topology): LossAnalysis {
  const graph = buildRequestGraph(topology);
  return {
    serviceCuts: findServiceCuts(graph),
    zoneCuts: findZoneCuts(graph),
    evidence: (services, zones = []) => lossEvidence(topology, graph, services, zones),
  };
}
