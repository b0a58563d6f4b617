import type { Service, Topology } from '../topology/topology';
import { type FigureSource, lacksFigure, unitOf, zoneUp } from './component-availability';
import { anyBranch } from './probability';
import type { RequestGraph } from './request-graph';
import { bringCopies } from './tier-capacity';
import { MAX_ZONES, makeUnit, readUnits, sumOverZones, type Unit } from './zone-sum';

/** One thing that must work: a group of copies, or alternatives of which one is enough. */
export interface Part {
  /** Ids of its services. */
  readonly ids: readonly string[];
  readonly name: string;
  /** Undefined where it lies in too many zones to reckon with. */
  readonly unit: Unit | undefined;
  /** What it alone makes of the whole; 1 where it has no unit. */
  readonly availability: number;
  /** Ids of its services that have no figure. */
  readonly unknown: readonly string[];
}

export interface PartSource {
  readonly topology: Topology;
  readonly graph: RequestGraph;
  readonly source: FigureSource;
  /** Parts of groups, made once. */
  readonly cache: Map<number, Part>;
}

/** Copies of a group that must run, given what its tier needs and what the tier's other copies bring. */
function requiredOf({ topology, graph }: PartSource, members: readonly number[]): number {
  const services = members.map((node) => graph.nodes[node]).filter((service) => service !== undefined);
  const tier = topology.tier(services[0]?.tier?.id ?? '');
  const required = tier?.requiredCapacity ?? null;
  if (!tier || required === null || services.some(({ definition }) => definition.family !== 'compute')) return 1;
  const inGroup = new Set(services.map(({ id }) => id));
  const others = bringCopies(tier.members.filter(({ id }) => !inGroup.has(id)));
  return Math.max(1, Math.ceil(required) - others);
}

function makePart(source: FigureSource, services: readonly Service[], name: string, unit: Unit | undefined): Part {
  const availability = unit ? sumOverZones([unit], zoneUp(source)).value : 1;
  const unknown = services.filter((service) => lacksFigure(service, source)).map(({ id }) => id);
  return { ids: services.map(({ id }) => id), name, unit, availability, unknown };
}

function partOf(parts: PartSource, key: number, members: readonly number[]): Part {
  const known = parts.cache.get(key);
  if (known) return known;
  const services = members.flatMap((node) => parts.graph.nodes[node] ?? []);
  const [first, ...rest] = services;
  const name = rest.length === 0 ? (first?.name ?? '') : `${first?.name} and ${rest.length} more`;
  const part = makePart(parts.source, services, name, unitOf(services, requiredOf(parts, members), parts.source));
  parts.cache.set(key, part);
  return part;
}

/** The part a group of equal copies makes. */
export const groupPart = (parts: PartSource, group: number): Part =>
  partOf(parts, group, parts.graph.groups[group]?.members ?? []);

/** The part one node makes by itself, whatever group it is in. */
export const nodePart = (parts: PartSource, node: number): Part => partOf(parts, -1 - node, [node]);

interface Closure {
  /** Groups that are needed; with `through` those of alternatives too, of which any one will do. */
  readonly groups: Set<number>;
  /** Groups of alternatives met. */
  readonly alternatives: Set<number>;
  steps: number;
}

/**
 * Everything the source cannot do without. Alternatives are followed only where `through` says so, and then what any of them needs
 * counts as needed, which can only be too low. What leads back to the source's own group is not followed: while the source works,
 * so does the group.
 */
function close(graph: RequestGraph, source: number, through: boolean): Closure {
  const closure: Closure = { groups: new Set(), alternatives: new Set(), steps: 0 };
  const seen = new Uint8Array(graph.groups.length);
  const own = graph.groupOf[source];
  if (own !== undefined) seen[own] = 1;
  const stack = [source];
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    for (let at = graph.starts[node] ?? 0; at < (graph.starts[node + 1] ?? 0); at += 1) {
      closure.steps += 1;
      const group = graph.groupOf[graph.targets[at] ?? 0] ?? 0;
      if (seen[group]) continue;
      seen[group] = 1;
      const { members = [], alternatives = false } = graph.groups[group] ?? {};
      if (alternatives) closure.alternatives.add(group);
      if (through || !alternatives) closure.groups.add(group);
      const [first] = members;
      // Equal copies call the same, so one of them speaks for all.
      if (alternatives && through) stack.push(...members);
      else if (!alternatives && first !== undefined) stack.push(first);
    }
  return closure;
}

/** Most things that some but not all branches need of which every state is looked at; further ones count as needed by all. */
const MAX_COMMON = 8;

interface Way {
  readonly node: number;
  /** Groups it needs. */
  readonly groups: ReadonlySet<number>;
}

/** Groups that several ways need, but not all of them. Those that all need go into `shared`. */
function findCommon(ways: readonly Way[], shared: Set<number>): number[] {
  const needs = new Map<number, number>();
  for (const { groups } of ways) for (const group of groups) needs.set(group, (needs.get(group) ?? 0) + 1);
  const common: number[] = [];
  for (const [group, count] of needs) {
    if (shared.has(group) || count < 2) continue;
    // Needed by all where there are too many to tell apart: that can only be too low.
    if (count < ways.length && common.length < MAX_COMMON) common.push(group);
    else shared.add(group);
  }
  return common;
}

/** Any one of the ways, over the zones of all they need; undefined where that spans too many zones. */
function combineWays(parts: PartSource, ways: readonly Way[], common: readonly number[], shared: ReadonlySet<number>) {
  const groups = [...new Set(ways.flatMap((way) => [...way.groups]))].filter((group) => !shared.has(group));
  const found = [
    ...ways.map(({ node }) => nodePart(parts, node).unit),
    ...groups.map((group) => groupPart(parts, group).unit),
  ];
  const units = found.filter((unit) => unit !== undefined);
  const zones = [...new Set(units.flatMap((unit) => unit.zones))].sort();
  if (units.length < found.length || zones.length > MAX_ZONES) return undefined;
  const placeOf = new Map(groups.map((group, index) => [group, ways.length + index]));
  const places = (wanted: readonly number[]): number[] => wanted.flatMap((group) => placeOf.get(group) ?? []);
  const branches = ways.map((way, index) => ({
    own: [index, ...places([...way.groups].filter((group) => !common.includes(group)))],
    common: places(common.filter((group) => way.groups.has(group))),
  }));
  const commonPlaces = places(common);
  return makeUnit(
    zones,
    readUnits(units, zones, (values) => anyBranch(values, branches, commonPlaces)),
  );
}

/** Alternatives as one part, each with what only some of them need; what all need goes into `shared`. */
function alternativePart(parts: PartSource, group: number, shared: Set<number>): Part {
  const { graph } = parts;
  const members = graph.groups[group]?.members ?? [];
  const ways = members.map((node) => ({ node, groups: close(graph, node, true).groups }));
  const common = findCommon(ways, shared);
  const services = members.flatMap((node) => graph.nodes[node] ?? []);
  const unit = combineWays(parts, ways, common, shared);
  return makePart(parts.source, services, services.map(({ name }) => name).join(' or '), unit);
}

/** All parts an actor cannot do without. */
export function requiredParts(parts: PartSource, entry: number): { readonly parts: Part[]; readonly steps: number } {
  const closure = close(parts.graph, entry, false);
  const shared = new Set([...closure.groups, ...closure.alternatives]);
  const alternatives = [...closure.alternatives].map((group) => alternativePart(parts, group, shared));
  const needed = [...shared].filter((group) => !closure.alternatives.has(group));
  return { parts: [...needed.map((group) => groupPart(parts, group)), ...alternatives], steps: closure.steps };
}

/**
 * The parts on the way from an entry to a tier's members, these included; alternatives count as if all were needed.
 * `reached`: the nodes the entry reaches; `members`: those of the tier among them.
 */
export type WayFinder = (reached: readonly number[], members: readonly number[]) => Part[];

/** A finder that is used again and again without clearing arrays of the graph's size each time. */
export function makeWayFinder(parts: PartSource, effort: { steps: number }): WayFinder {
  const { graph } = parts;
  const reachedIn = new Int32Array(graph.nodes.length);
  const seenIn = new Int32Array(graph.nodes.length);
  const actors = parts.topology.actors.length;
  let round = 0;
  return (reached, members) => {
    round += 1;
    for (const node of reached) reachedIn[node] = round;
    const found = new Set<Part>();
    const queue = [...members];
    for (const node of queue) seenIn[node] = round;
    for (let index = 0; index < queue.length; index += 1) {
      const node = queue[index] ?? 0;
      const group = graph.groupOf[node] ?? 0;
      if (node >= actors)
        found.add(graph.groups[group]?.alternatives ? nodePart(parts, node) : groupPart(parts, group));
      for (let at = graph.callerStarts[node] ?? 0; at < (graph.callerStarts[node + 1] ?? 0); at += 1) {
        effort.steps += 1;
        const caller = graph.callers[at] ?? 0;
        if (seenIn[caller] === round || reachedIn[caller] !== round) continue;
        seenIn[caller] = round;
        queue.push(caller);
      }
    }
    return [...found];
  };
}
