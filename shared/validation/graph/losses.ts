import type { Service, Topology, Zone } from '../../topology/topology';
import type { Evidence } from '../evidence';
import { findCircles } from './circles';
import { findDominators } from './dominators';
import { lossEvidence } from './loss-evidence';
import { buildRequestGraph, markReached, nodeIn, type RequestGraph } from './request-graph';
import { survivesCopyLoss, survivesEachZone, survivesZoneLoss } from './survival';

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

/** What was found out: it holds for every design that has the same `lossShape`. */
interface Cuts {
  /** By node. */
  readonly services: ReadonlyMap<number, Tally>;
  /** Nodes of the failing services, by the id of each zone. */
  readonly zones: ReadonlyMap<string, readonly number[]>;
  readonly skipped: readonly string[];
  readonly circles: readonly (readonly string[])[];
}

export interface LossAnalysis {
  readonly graph: RequestGraph;
  readonly cuts: Cuts;
  /** Actors that were not followed, because there are too many ways through the design. */
  readonly skipped: readonly Service[];
  /** Services that wait for one another, each circle in the order of ids. */
  readonly circles: readonly (readonly Service[])[];
  /** What the failure of a service alone takes from the users; undefined where it takes nothing. */
  cutOf(service: Service): ServiceCut | undefined;
  /** The same for a zone. */
  zoneCutOf(zone: Zone): ZoneCut | undefined;
  /** What users lose when these services fail together; worked out when first read. */
  evidence(services: readonly Service[], zones?: readonly Zone[]): Evidence;
}

/** Nodes that may be visited before the rest of the actors is left out: about a second of work. */
const MOST_VISITS = 20_000_000;
/** Making room for a node costs a fraction of visiting it. */
const ROOM = 1 / 8;

const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

interface Work {
  left: number;
}

interface Tally {
  lost: number;
  readonly entries: string[];
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
  const actor = graph.services[entry]?.id;
  for (let at = 1; at < order.length; at += 1) {
    const node = order[at] ?? 0;
    if (!cuts[node] || !fragile[node] || actor === undefined) continue;
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

function findServiceCuts(graph: RequestGraph, most: number): { tallies: Cuts['services']; followed: number } {
  const tallies = new Map<number, Tally>();
  const fragile = markFragile(graph);
  const work: Work = { left: most };
  let followed = 0;
  for (const entry of graph.entries) {
    if (work.left <= 0) break;
    work.left -= tallyEntry(graph, entry, fragile, tallies) + graph.size * ROOM;
    followed += 1;
  }
  return { tallies, followed };
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

function findZoneCuts(graph: RequestGraph, work: Work): Cuts['zones'] {
  const failing = new Map<Zone, number[]>();
  graph.services.forEach((service, node) => {
    if (graph.groupOf[node] === -1 || survivesEachZone(service)) return;
    for (const zone of service.zones) {
      if (survivesZoneLoss(service, zone.id)) continue;
      const nodes = failing.get(zone);
      if (nodes) nodes.push(node);
      else failing.set(zone, [node]);
    }
  });
  const cuts = new Map<string, readonly number[]>();
  for (const [zone, nodes] of [...failing].sort(([a], [b]) => (a.id < b.id ? -1 : 1))) {
    const noticed = findNoticed(graph, nodes, work);
    if (noticed.length > 0) cuts.set(zone.id, noticed);
  }
  return cuts;
}

const present = <T>(found: T | undefined): readonly T[] => (found === undefined ? [] : [found]);

/** What was found out, told of the services and zones of a design. */
function tell(topology: Topology, graph: RequestGraph, cuts: Cuts): LossAnalysis {
  const named = (ids: readonly string[]): Service[] => ids.flatMap((id) => present(topology.service(id)));
  return {
    graph,
    cuts,
    skipped: named(cuts.skipped),
    circles: cuts.circles.map(named),
    cutOf: (service) => {
      const cut = cuts.services.get(nodeIn(graph, service));
      return cut && { service, lost: cut.lost, entries: named(cut.entries) };
    },
    zoneCutOf: (zone) => {
      const failing = cuts.zones.get(zone.id);
      return failing && { zone, failing: named(failing.flatMap((node) => present(graph.services[node]?.id))) };
    },
    evidence: (services, zones = []) => lossEvidence(topology, graph, services, zones),
  };
}

/** Finds every single failure that users notice: of one service, and of one zone. Past `most` visits, further actors are left out. */
export function analyseLosses(topology: Topology, most = MOST_VISITS): LossAnalysis {
  const graph = buildRequestGraph(topology);
  const { tallies: services, followed } = findServiceCuts(graph, most);
  const work: Work = { left: most };
  const zones = findZoneCuts(graph, work);
  const seen = work.left <= 0 ? Math.min(followed, 1) : followed;
  const skipped = idsOf(topology.actors.slice(seen));
  return tell(topology, graph, { services, zones, skipped, circles: findCircles(topology).map(idsOf) });
}

/** The same losses in a design that has the same `lossShape`. */
export const renewLosses = ({ graph, cuts }: LossAnalysis, topology: Topology): LossAnalysis =>
  tell(topology, { ...graph, tiers: topology.tiers }, cuts);

/** Everything about some services that decides what is lost with what, one after the other. */
export function lossShape(topology: Topology, services: readonly Service[]): readonly unknown[] {
  const shape: unknown[] = [];
  for (const service of services) {
    const { id, slot, tier, role, definition, zones } = service;
    shape.push(id, slot, tier?.id, role, definition.family, survivesCopyLoss(service));
    for (const zone of zones) shape.push(zone.id, survivesZoneLoss(service, zone.id));
    for (const { id: line, to, kind, synchronous, optional } of topology.network.outgoing[slot] ?? [])
      shape.push(line, to.id, kind, synchronous, optional);
  }
  return shape;
}
