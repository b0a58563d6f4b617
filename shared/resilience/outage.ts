import type { Service, Topology } from '../topology/topology';
import { assessDamage, type Damage } from './damage';
import { sayDegradation } from './degradation';
import { type Effort, type EntryOutage, findEntryOutages, makeWalker, type State, type Walker } from './entry-outage';
import { collectFailures, type Failure } from './failures';
import { findLostSessions, type LostSessions } from './lost-sessions';
import { summarise } from './outage-summary';
import { type Recovery, recoverService } from './recovery';
import { worse } from './recovery-times';
import { isDeadly } from './service-loss';
import { measureTiers, type TierCapacity } from './tier-capacity';

export interface ServiceOutage {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  /** `lost`: nothing of it is left; `dependency`: it runs, but not without what is gone; null unless down. */
  readonly cause: 'lost' | 'dependency' | null;
  /** It runs, but no actor that reached it before still does. */
  readonly cutOff: boolean;
  /** What happened to it, the gravest first; empty where nothing did. */
  readonly reasons: readonly string[];
}

export interface RecoveryEstimate extends Recovery {
  /** A service or a tier. */
  readonly id: string;
  readonly name: string;
}

export interface TierOutage extends TierCapacity {
  /** Of what the tier has lost: the longest recovery and the largest loss; null where it lost nothing. */
  readonly recovery: Recovery | null;
}

/** A what-if. Nothing of it is stored; the design stays as it is. */
export interface Outage {
  readonly failures: readonly Failure[];
  /** Failures that name nothing in this design. */
  readonly unknown: readonly Failure[];
  /** Every service of the design, in the order of ids. */
  readonly services: readonly ServiceOutage[];
  readonly tiers: readonly TierOutage[];
  /** One for each actor that sends requests. */
  readonly entries: readonly EntryOutage[];
  readonly lostSessions: readonly LostSessions[];
  /** Recovery of the stateful services that were hit; estimates, each with its assumption. */
  readonly recoveries: readonly RecoveryEstimate[];
  /** One sentence. */
  readonly summary: string;
  /** The design is so large that not all paths were followed. */
  readonly cutShort: boolean;
  /** State of one element; `up` for what is not a service. */
  stateOf(id: string): State;
}

const NO_REASONS: readonly string[] = [];

/** What each service is left with, by node. */
function gatherReasons(topology: Topology, damage: Damage, tiers: readonly TierCapacity[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  const say = (service: Service, reason: string): void => {
    const list = reasons.get(service.id);
    if (!list) reasons.set(service.id, [reason]);
    else if (!list.includes(reason)) list.push(reason);
  };
  const { graph, lost, down } = damage;
  graph.nodes.forEach((service, node) => {
    if (!down[node]) return;
    const loss = damage.losses.get(service.id);
    const unreachable = damage.unreachable.get(service.id);
    if (loss && isDeadly(loss.kind)) say(service, loss.tell());
    if (unreachable) say(service, unreachable);
    const cause = graph.nodes[damage.causeOf[node] ?? -1];
    if (!lost[node] && cause) say(service, `Cannot serve without ${cause.name}, which is down.`);
  });
  sayDegradation(topology, damage, tiers, say);
  return reasons;
}

function recoverAll(topology: Topology, damage: Damage): Map<string, Recovery> {
  const found = new Map<string, Recovery>();
  const isAlive = ({ id }: Service): boolean => damage.lost[damage.graph.indexOf.get(id) ?? -1] !== 1;
  for (const [id, loss] of damage.losses) {
    const service = topology.service(id);
    if (service) found.set(id, recoverService(topology, service, loss.kind, isAlive));
  }
  return found;
}

function recoverTier(members: readonly Service[], recoveries: ReadonlyMap<string, Recovery>): Recovery | null {
  let worst: Recovery | null = null;
  for (const { id } of members) {
    const next = recoveries.get(id);
    if (next) worst = worst ? { rto: worse(worst.rto, next.rto), rpo: worse(worst.rpo, next.rpo) } : next;
  }
  return worst;
}

function listServices(damage: Damage, reasons: ReadonlyMap<string, string[]>, walker: Walker, actors: number) {
  const { graph, lost, down } = damage;
  const cutOff = new Set(walker.reach(graph.entries, null));
  for (const node of walker.reach(graph.entries, lost)) cutOff.delete(node);
  return graph.nodes.slice(actors).map(({ id, name }, index): ServiceOutage => {
    const node = index + actors;
    const why = reasons.get(id) ?? NO_REASONS;
    return {
      id,
      name,
      state: down[node] ? 'down' : why.length > 0 ? 'degraded' : 'up',
      cause: down[node] ? (lost[node] ? 'lost' : 'dependency') : null,
      cutOff: !lost[node] && cutOff.has(node),
      reasons: why,
    };
  });
}

/**
 * What happens when all of `failures` fail at once. Pure; takes a few milliseconds at 1,000 elements.
 * Failures that name nothing are listed in `unknown` and change nothing.
 */
export function simulate(topology: Topology, failures: readonly Failure[]): Outage {
  const failed = collectFailures(topology, failures);
  const damage = assessDamage(topology, failed);
  const { graph, lost, down } = damage;
  const isLost = ({ id }: Service): boolean => lost[graph.indexOf.get(id) ?? -1] === 1;
  const capacities = measureTiers(topology, damage.losses, isLost);
  const reasons = gatherReasons(topology, damage, capacities);
  const effort: Effort = { steps: 0, cutShort: false };
  const walker = makeWalker(graph, effort);
  const services = listServices(damage, reasons, walker, topology.actors.length);
  const degraded = Uint8Array.from(graph.nodes, ({ id }, node) => (down[node] || reasons.has(id) ? 1 : 0));
  const entries = findEntryOutages(damage, degraded, walker, effort);
  const recovered = recoverAll(topology, damage);
  const tiers = capacities.map((capacity) => ({
    ...capacity,
    recovery: recoverTier(topology.tier(capacity.id)?.members ?? [], recovered),
  }));
  const recoveries = topology.services.flatMap(({ id, name, traits }) => {
    const found = traits.stateful ? recovered.get(id) : undefined;
    return found ? [{ id, name, ...found }] : [];
  });
  const lostSessions = findLostSessions(topology, damage.losses, isLost);
  const states = new Map(services.map(({ id, state }) => [id, state]));
  return {
    failures,
    unknown: failed.unknown,
    services,
    tiers,
    entries,
    lostSessions,
    recoveries,
    summary: summarise(failed, services, entries, lostSessions),
    cutShort: effort.cutShort,
    stateOf: (id) => states.get(id) ?? entries.find((entry) => entry.id === id)?.state ?? 'up',
  };
}
