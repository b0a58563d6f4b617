import type { Topology } from '../topology/topology';
import { type FigureSource, unitOf } from './component-availability';
import type { RequestGraph } from './request-graph';
import { bringCopies } from './tier-capacity';
import { MAX_ZONES, readUnits, type Unit } from './zone-sum';

/** One thing that must work: a group of copies, or alternatives of which one is enough. */
export interface Part {
  /** Ids of its services. */
  readonly ids: readonly string[];
  readonly name: string;
  /** Undefined where it lies in too many zones to reckon with. */
  readonly unit: Unit | undefined;
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

function partOf(parts: PartSource, key: number, members: readonly number[]): Part {
  const known = parts.cache.get(key);
  if (known) return known;
  const services = members.map((node) => parts.graph.nodes[node]).filter((service) => service !== undefined);
  const [first, ...rest] = services;
  const part: Part = {
    ids: services.map(({ id }) => id),
    name: rest.length === 0 ? (first?.name ?? '') : `${first?.name} and ${rest.length} more`,
    unit: unitOf(services, requiredOf(parts, members), parts.source),
  };
  parts.cache.set(key, part);
  return part;
}

/** The part a group of equal copies makes. */
export const groupPart = (parts: PartSource, group: number): Part =>
  partOf(parts, group, parts.graph.groups[group]?.members ?? []);

/** The part one node makes by itself, whatever group it is in. */
export const nodePart = (parts: PartSource, node: number): Part => partOf(parts, -1 - node, [node]);

interface Closure {
  /** Groups of equal copies. */
  readonly groups: Set<number>;
  /** Groups of alternatives met; what they need is not followed. */
  readonly alternatives: Set<number>;
  steps: number;
}

/** Everything the sources cannot do without. Alternatives are followed only where `through` says so. */
function close(graph: RequestGraph, sources: readonly number[], through: boolean): Closure {
  const closure: Closure = { groups: new Set(), alternatives: new Set(), steps: 0 };
  const seen = new Uint8Array(graph.groups.length);
  const stack = [...sources];
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    for (let at = graph.starts[node] ?? 0; at < (graph.starts[node + 1] ?? 0); at += 1) {
      closure.steps += 1;
      const group = graph.groupOf[graph.targets[at] ?? 0] ?? 0;
      if (seen[group]) continue;
      seen[group] = 1;
      const { members = [], alternatives = false } = graph.groups[group] ?? {};
      if (alternatives) closure.alternatives.add(group);
      if (!alternatives) closure.groups.add(group);
      const [first] = members;
      // Equal copies call the same, so one of them speaks for all.
      if (alternatives && through) stack.push(...members);
      else if (!alternatives && first !== undefined) stack.push(first);
    }
  return closure;
}

/** Alternatives as one part: 1 − Π(1 − branch), each branch with what only some of the branches need. */
function alternativePart(parts: PartSource, group: number, shared: Set<number>): Part {
  const { graph } = parts;
  const members = graph.groups[group]?.members ?? [];
  const branches = members.map((node) => {
    const closure = close(graph, [node], true);
    return { node, groups: closure.groups };
  });
  for (const candidate of branches[0]?.groups ?? [])
    if (branches.every(({ groups }) => groups.has(candidate))) shared.add(candidate);
  const units = branches.map(({ node, groups }) => [
    nodePart(parts, node).unit,
    ...[...groups].filter((item) => !shared.has(item)).map((item) => groupPart(parts, item).unit),
  ]);
  const services = members.flatMap((node) => graph.nodes[node] ?? []);
  const ids = services.map(({ id }) => id);
  const name = services.map((service) => service.name).join(' or ');
  const whole = units.flat().filter((unit) => unit !== undefined);
  const zones = [...new Set(whole.flatMap((unit) => unit.zones))].sort();
  if (whole.length < units.flat().length || zones.length > MAX_ZONES) return { ids, name, unit: undefined };
  const tables = units.map((branch) => ({
    zones,
    table: readUnits(
      branch.filter((unit) => unit !== undefined),
      zones,
      (values) => values.reduce((product, value) => product * value, 1),
    ),
  }));
  const table = readUnits(tables, zones, (values) => 1 - values.reduce((product, value) => product * (1 - value), 1));
  return { ids, name, unit: { zones, table } };
}

/** All parts an actor cannot do without. */
export function requiredParts(parts: PartSource, entry: number): { readonly parts: Part[]; readonly steps: number } {
  const closure = close(parts.graph, [entry], false);
  const shared = new Set(closure.groups);
  const alternatives = [...closure.alternatives].map((group) => alternativePart(parts, group, shared));
  return { parts: [...[...shared].map((group) => groupPart(parts, group)), ...alternatives], steps: closure.steps };
}

/** The parts on the way from what an actor reaches to a tier, the tier included; alternatives count as if all were needed. */
export function partsToTier(parts: PartSource, reached: Uint8Array, members: readonly string[]): Part[] {
  const { graph } = parts;
  const onWay = new Uint8Array(graph.nodes.length);
  const stack: number[] = [];
  const add = (node: number): void => {
    if (onWay[node] || !reached[node]) return;
    onWay[node] = 1;
    stack.push(node);
  };
  for (const id of members) add(graph.indexOf.get(id) ?? -1);
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    for (let at = graph.callerStarts[node] ?? 0; at < (graph.callerStarts[node + 1] ?? 0); at += 1)
      add(graph.callers[at] ?? 0);
  const found = new Set<Part>();
  for (let node = parts.topology.actors.length; node < onWay.length; node += 1) {
    if (!onWay[node]) continue;
    const group = graph.groupOf[node] ?? 0;
    found.add(graph.groups[group]?.alternatives ? nodePart(parts, node) : groupPart(parts, group));
  }
  return [...found];
}
