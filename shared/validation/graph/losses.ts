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
  /** The services users depend on that do not survive the zone, without those that have a copy elsewhere. */
  readonly failing: readonly Service[];
}

export interface LossAnalysis {
  readonly graph: RequestGraph;
  /** Actors that were not followed, because there are too many ways through the design. */
  readonly skipped: readonly Service[];
  readonly serviceCuts: readonly ServiceCut[];
  readonly zoneCuts: readonly ZoneCut[];
  /** What users lose when these services fail together; worked out when first read. */
  evidence(services: readonly Service[], zones?: readonly Zone[]): Evidence;
}

/** Nodes that may be visited before the rest of the actors is left out: about a second of work. */
const MOST_VISITS = 20_000_000;
/** Making room for a node costs a fraction of visiting it. */
const ROOM = 1 / 8;

interface Work {
  left: number;
}

interface Tally {
  lost: number;
  readonly entries: Service[];
}

/** Marks the services that do not go on by themselves when a copy is lost. */
function markFragile(graph: RequestGraph): Uint8Array {
  const fragile = new Uint8Array(graph.size);
  graph.services.forEach((service, node) => {
    if (graph.groupOf[node] !== -1 && !survivesCopyLoss(service)) fragile[node] = 1;
  });
  return fragile;
}

/** Adds to `tallies` the services without a second copy that dominate a whole group of copies, as seen from one entry; answers with the nodes visited. */
function tallyEntry(graph: RequestGraph, entry: number, fragile: Uint8Array, tallies: Map<number, Tally>): number {
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
    if (!cuts[node] || !fragile[node] || !actor) continue;
    const tally = tallies.get(node);
    const lost = weight[node] ?? 0;
    if (!tally) {
      tallies.set(node, { lost, entries: [actor] });
      continue;
    }
    tally.lost = Math.max(tally.lost, lost);
    tally.entries.push(actor);
  }
  return order.length;
}

function findServiceCuts(graph: RequestGraph, most: number): { cuts: ServiceCut[]; followed: number } {
  const tallies = new Map<number, Tally>();
  const fragile = markFragile(graph);
  const work: Work = { left: most };
  let followed = 0;
  for (const entry of graph.entries) {
    if (work.left <= 0) break;
    work.left -= tallyEntry(graph, entry, fragile, tallies) + graph.size * ROOM;
    followed += 1;
  }
  const cuts: ServiceCut[] = [];
  for (const [node, tally] of [...tallies].sort(([a], [b]) => a - b)) {
    const service = graph.services[node];
    if (service) cuts.push({ service, lost: tally.lost, entries: tally.entries });
  }
  return { cuts, followed };
}

function markDead(graph: RequestGraph, nodes: readonly number[]): Uint8Array {
  const dead = new Uint8Array(graph.size);
  for (const node of nodes) dead[node] = 1;
  return dead;
}

/** Whether losing the nodes together, which have copies left, takes a whole group of others from some entry. */
function isCut(graph: RequestGraph, nodes: readonly number[], work: Work): boolean {
  const dead = markDead(graph, nodes);
  const none = new Uint8Array(graph.size);
  return graph.entries.some((entry) => {
    if (work.left <= 0) return false;
    work.left -= graph.size;
    const before = markReached(graph, entry, none);
    const after = markReached(graph, entry, dead);
    for (let node = graph.groupBase; node < graph.size; node += 1) if (before[node] && !after[node]) return true;
    return false;
  });
}

/** Those of the nodes whose loss together users notice: of which no copy is left, and the others where they are a cut by themselves. */
function findNoticed(graph: RequestGraph, nodes: readonly number[], work: Work): readonly number[] {
  const dead = markDead(graph, nodes);
  const isGone = (node: number): boolean =>
    (graph.groupMembers[(graph.groupOf[node] ?? 0) - graph.groupBase] ?? []).every((member) => dead[member] === 1);
  const gone = nodes.filter(isGone);
  if (gone.length === nodes.length) return nodes;
  if (gone.length === 0) return isCut(graph, nodes, work) ? nodes : [];
  const others = nodes.filter((node) => !isGone(node));
  return isCut(graph, others, work) ? nodes : gone;
}

function findZoneCuts(graph: RequestGraph, work: Work): ZoneCut[] {
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
    const noticed = findNoticed(graph, nodes, work);
    if (noticed.length === 0) continue;
    const lost = noticed.map((node) => graph.services[node]).filter((service) => service !== undefined);
    cuts.push({ zone, failing: lost });
  }
  return cuts;
}

/** Finds every single failure that users notice: of one service, and of one zone. Past `most` visits, further actors are left out. */
export function analyseLosses(topology: Topology, most = MOST_VISITS): LossAnalysis {
  const graph = buildRequestGraph(topology);
  const { cuts, followed } = findServiceCuts(graph, most);
  const work: Work = { left: most };
  const zoneCuts = findZoneCuts(graph, work);
  return {
    graph,
    serviceCuts: cuts,
    zoneCuts,
    skipped: work.left <= 0 ? topology.actors.slice(Math.min(followed, 1)) : topology.actors.slice(followed),
    evidence: (services, zones = []) => lossEvidence(topology, graph, services, zones),
  };
}

const present = <T>(found: T | undefined): readonly T[] => (found === undefined ? [] : [found]);

/** The same losses in a design that has the same `lossShape`, told of its own services and zones. */
export function renewLosses(known: LossAnalysis, topology: Topology): LossAnalysis {
  const { serviceCuts, zoneCuts, skipped } = known;
  const graph = { ...known.graph, tiers: topology.tiers };
  const anew = (services: readonly Service[]): Service[] => services.flatMap(({ id }) => present(topology.service(id)));
  return {
    graph,
    serviceCuts: serviceCuts.flatMap(({ service, lost, entries }) =>
      present(topology.service(service.id)).map((same) => ({ service: same, lost, entries: anew(entries) })),
    ),
    zoneCuts: zoneCuts.flatMap(({ zone, failing }) =>
      present(topology.zone(zone.id)).map((same) => ({ zone: same, failing: anew(failing) })),
    ),
    skipped: anew(skipped),
    evidence: (services, zones = []) => lossEvidence(topology, graph, services, zones),
  };
}

/** Everything about some services that decides what is lost with what, one after the other. */
export function lossShape(topology: Topology, services: readonly Service[]): readonly unknown[] {
  const shape: unknown[] = [];
  for (const service of services) {
    const { id, tier, role, definition, zones } = service;
    shape.push(id, tier?.id, role, definition.family, survivesCopyLoss(service));
    for (const zone of zones) shape.push(zone.id, survivesZoneLoss(service, zone.id));
    for (const { id: line, to, kind, synchronous, optional } of topology.outgoing(id))
      shape.push(line, to.id, kind, synchronous, optional);
  }
  return shape;
}
