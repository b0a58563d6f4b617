import type { Service, Topology } from '../topology/topology';
import { compareBy } from '../util/sorting';
import { type FigureSource, zoneUp } from './component-availability';
import { type Effort, makeWalker } from './entry-outage';
import { MINUTES_A_MONTH } from './probability';
import { requestGraph } from './request-graph';
import { groupPart, makeWayFinder, nodePart, type Part, type PartSource, requiredParts } from './required-parts';
import { type SlaFigures, slaFigures } from './sla-figures';
import { bringCopies, servesLoad } from './tier-capacity';
import { sumOverZones } from './zone-sum';

export interface AvailabilityOptions {
  /** Instead of the bundled figures. */
  readonly figures?: SlaFigures;
  /** Availability of single elements by id, 0 to 1, instead of their kind's figure. Zone failures come on top. */
  readonly overrides?: ReadonlyMap<string, number>;
}

/** A component and what it alone costs. */
export interface Limit {
  readonly ids: readonly string[];
  readonly name: string;
  readonly availability: number;
  readonly minutesDown: number;
}

/** Always an estimate: promises multiplied out, no measurement. */
export interface Estimate {
  /** 0 to 1. */
  readonly availability: number;
  /** Minutes a month. */
  readonly minutesDown: number;
  /** The true value is at most this: something in it has no figure and was taken never to fail. */
  readonly atMost: boolean;
  /** Ids of what has no figure. */
  readonly unknown: readonly string[];
  /** The three components that cost the most minutes, the worst first. */
  readonly limiting: readonly Limit[];
}

export interface TierEstimate extends Estimate {
  readonly id: string;
  readonly name: string;
}

export interface EntryEstimate extends Estimate {
  readonly id: string;
  readonly name: string;
  /** For each tier it reaches: that the way there and the tier work. */
  readonly tiers: readonly TierEstimate[];
}

export interface AvailabilityReport {
  readonly kind: 'estimate';
  /** For each actor that sends requests: that all it cannot do without works. */
  readonly entries: readonly EntryEstimate[];
  /** Each tier by itself, without what it needs. */
  readonly tiers: readonly TierEstimate[];
  /** What the figures rest on, a sentence each. */
  readonly assumptions: readonly string[];
  /** The design is so large that something was left out or is a lower bound. */
  readonly cutShort: boolean;
}

/** Most connections and parts looked at; beyond that the report says it was cut short. */
const MAX_STEPS = 1_000_000;

type Estimator = (parts: readonly Part[]) => Estimate;

const byAvailability = compareBy<Part>(
  ({ availability: value }) => value,
  ({ ids }) => ids[0] ?? '',
);

/** The three worst, the worst first. */
function findLimits(parts: readonly Part[]): Limit[] {
  const worst: Part[] = [];
  for (const part of parts) {
    const last = worst[2];
    if (part.availability >= 1 || (last && byAvailability(part, last) > 0)) continue;
    worst.push(part);
    worst.sort(byAvailability);
    worst.length = Math.min(worst.length, 3);
  }
  return worst.map(({ ids, name, availability: value }) => ({
    ids,
    name,
    availability: value,
    minutesDown: (1 - value) * MINUTES_A_MONTH,
  }));
}

function makeEstimator({ source }: PartSource, effort: Effort): Estimator {
  const up = zoneUp(source);
  return (parts) => {
    effort.steps += parts.length * 4;
    const units = parts.flatMap(({ unit }) => unit ?? []);
    const sum = sumOverZones(units, up);
    const isWhole = units.length === parts.length;
    if (sum.cutShort || !isWhole) effort.cutShort = true;
    const unknown = parts.flatMap((part) => part.unknown);
    return {
      availability: sum.value,
      minutesDown: (1 - sum.value) * MINUTES_A_MONTH,
      atMost: unknown.length > 0 || !isWhole,
      unknown,
      limiting: findLimits(parts),
    };
  };
}

function estimateTiers(parts: PartSource, estimate: Estimator): TierEstimate[] {
  const { topology, graph } = parts;
  return topology.tiers.map(({ id, element, members }) => {
    const found = new Set<Part>();
    for (const member of members.filter(servesLoad)) {
      const node = graph.indexOf.get(member.id) ?? 0;
      const group = graph.groupOf[node] ?? 0;
      found.add(graph.groups[group]?.alternatives ? nodePart(parts, node) : groupPart(parts, group));
    }
    return { id, name: element.name, ...estimate([...found]) };
  });
}

type EntryEstimator = (entry: number) => Omit<EntryEstimate, 'id' | 'name'>;

function makeEntryEstimator(parts: PartSource, estimate: Estimator, effort: Effort): EntryEstimator {
  const { topology, graph } = parts;
  const walker = makeWalker(graph, effort);
  const findWay = makeWayFinder(parts, effort);
  const memberTiers = graph.nodes.map((service) => (service.tier && servesLoad(service) ? service.tier.id : null));
  return (entry) => {
    const required = requiredParts(parts, entry);
    effort.steps += required.steps;
    const reached = walker.reach([entry], null);
    const byTier = new Map<string, number[]>();
    for (const node of reached) {
      const id = memberTiers[node] ?? null;
      if (id === null) continue;
      const members = byTier.get(id);
      if (members) members.push(node);
      else byTier.set(id, [node]);
    }
    const tiers = [...byTier].flatMap(([id, members]): TierEstimate[] => {
      const tier = topology.tier(id);
      return tier ? [{ id, name: tier.element.name, ...estimate(findWay(reached, members)) }] : [];
    });
    return { ...estimate(required.parts), tiers: tiers.sort(compareBy(({ id }) => id)) };
  };
}

/** Actors that call the same share their estimate. */
function estimateEntries(parts: PartSource, estimate: Estimator, effort: Effort): EntryEstimate[] {
  const { graph } = parts;
  const estimateEntry = makeEntryEstimator(parts, estimate, effort);
  const known = new Map<string, ReturnType<EntryEstimator>>();
  const found: EntryEstimate[] = [];
  for (const entry of graph.entries) {
    const { id = '', name = '' } = graph.nodes[entry] ?? {};
    const targets = graph.targets
      .slice(graph.starts[entry], graph.starts[entry + 1])
      .sort()
      .join(',');
    let result = known.get(targets);
    if (!result && effort.steps > MAX_STEPS) {
      effort.cutShort = true;
      continue;
    }
    result ??= estimateEntry(entry);
    known.set(targets, result);
    found.push({ id, name, ...result });
  }
  return found;
}

const runsCopies = ({ definition }: Service): boolean => definition.family === 'compute';

function tellAssumptions(topology: Topology, source: FigureSource): string[] {
  const told = [
    `Zones fail independently; each is up ${source.figures.zone.percent} % of the time (an assumption).`,
    'Figures are what AWS promises, not what was measured; your own software, deployments and load are not in them.',
    'A figure for one copy includes the failures of its zone; those are counted once for all that share the zone.',
  ];
  if (source.figures.fleet)
    told.push(`No fleet of machines is taken to be better than ${source.figures.fleet.percent} %.`);
  for (const { element, requiredCapacity, members } of topology.tiers) {
    const copies = bringCopies(members);
    if (requiredCapacity === null) {
      if (members.some(runsCopies))
        told.push(`${element.name}: one copy is taken to carry the load, since nobody said how many are needed.`);
    } else if (copies < requiredCapacity)
      told.push(`${element.name} needs ${requiredCapacity} copies and has ${copies}: it never carries its load.`);
  }
  return told;
}

/** Estimates how available the design is to each actor, and each tier by itself. Pure; formulas in docs/resilience.md. */
export function availability(topology: Topology, options: AvailabilityOptions = {}): AvailabilityReport {
  const source: FigureSource = {
    figures: options.figures ?? slaFigures,
    overrides: options.overrides ?? new Map(),
  };
  const parts: PartSource = { topology, graph: requestGraph(topology), source, cache: new Map() };
  const effort: Effort = { steps: 0, cutShort: false };
  const estimate = makeEstimator(parts, effort);
  const entries = estimateEntries(parts, estimate, effort);
  const tiers = estimateTiers(parts, estimate);
  return {
    kind: 'estimate',
    entries,
    tiers,
    assumptions: tellAssumptions(topology, source),
    cutShort: effort.cutShort,
  };
}
