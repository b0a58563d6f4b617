import type { Design } from '../../../shared/model/design';
import { ancestorsOf } from '../../../shared/model/hierarchy';
import { collectFailures, type Failure, type FailureSet } from '../../../shared/resilience/failures';
import { type Outage, simulate } from '../../../shared/resilience/outage';
import { physicalZone } from '../../../shared/resilience/physical-zone';
import type { Topology } from '../../../shared/topology/topology';

/** `lost`: nothing of it is left. `within`: a container inside one that is lost. `stopped`: it runs, but not without what is gone. `cut-off`: it runs, but nobody reaches it. */
export type OutageState = 'lost' | 'within' | 'stopped' | 'degraded' | 'cut-off' | 'up';

/** An outage that is being looked at. Nothing of it is stored. */
export interface OutageView {
  readonly failures: readonly Failure[];
  /** What fails, as the user knows it; one name a failure. */
  readonly names: readonly string[];
  readonly result: Outage;
  /** By id of a service, actor or container; absent for what an outage says nothing of. */
  readonly stateOf: ReadonlyMap<string, OutageState>;
  /** What happened to a service, by id; absent where nothing did. */
  readonly reasonsOf: ReadonlyMap<string, readonly string[]>;
  /** Connections on the way from an actor to the first thing that is down. */
  readonly broken: ReadonlySet<string>;
}

export const outageWords: Readonly<Record<OutageState, string>> = {
  lost: 'down',
  within: 'down',
  stopped: 'stopped',
  degraded: 'degraded',
  'cut-off': 'cut off from users',
  up: 'works',
};

const NESTING: ReadonlySet<string> = new Set(['region', 'vpc', 'availability-zone', 'subnet']);

/** Containers of which the failure leaves nothing: zones and Regions with all that lies in them. */
function addLostContainers(
  design: Design,
  topology: Topology,
  failed: FailureSet,
  states: Map<string, OutageState>,
): void {
  const regions = topology.regions.filter(({ code }) => failed.regionCodes.has(code)).map(({ id }) => id);
  const roots = new Set([...failed.zones, ...failed.subnets, ...failed.vpcs, ...regions]);
  if (roots.size === 0) return;
  for (const element of design.elements.values()) {
    if (!NESTING.has(element.kind)) continue;
    const isInside = ancestorsOf(design, element).some(({ id }) => roots.has(id));
    if (isInside) states.set(element.id, 'within');
    else if (roots.has(element.id)) states.set(element.id, 'lost');
  }
}

/** Works out what the failures leave. Pure; a few milliseconds at 1,000 elements. */
export function viewOutage(topology: Topology, failures: readonly Failure[]): OutageView {
  const failed = collectFailures(topology, failures);
  const result = simulate(topology, failures);
  const stateOf = new Map<string, OutageState>();
  addLostContainers(topology.design, topology, failed, stateOf);
  for (const { id, state, cause, cutOff } of result.services) {
    const down = cause === 'lost' ? 'lost' : 'stopped';
    stateOf.set(id, state === 'down' ? down : cutOff ? 'cut-off' : state);
  }
  for (const { id, state } of result.entries) stateOf.set(id, state === 'down' ? 'stopped' : state);
  const broken = new Set<string>();
  for (const { brokenPaths } of result.entries)
    for (const { path } of brokenPaths) for (const id of path) if (topology.link(id)) broken.add(id);
  const reasonsOf = new Map(
    result.services.flatMap(({ id, reasons }) => (reasons.length > 0 ? [[id, reasons] as const] : [])),
  );
  return { failures, names: failed.names, result, stateOf, reasonsOf, broken };
}

/** What fails when an element is clicked; undefined for what cannot fail. A subnet goes with its zone. */
export function failureAt(topology: Topology, id: string): Failure | undefined {
  const element = topology.design.elements.get(id);
  if (element?.kind === 'region') return { kind: 'region', id };
  if (element?.kind === 'availability-zone') return { kind: 'zone', id };
  const zone = topology.subnet(id)?.zone;
  if (zone) return { kind: 'zone', id: zone.id };
  const isService = topology.service(id) !== undefined && !topology.actors.some((actor) => actor.id === id);
  return isService || topology.tier(id) ? { kind: 'element', id } : undefined;
}

/** The same thing fails: a zone that several VPCs draw is one. */
function isSameFailure(topology: Topology, a: Failure, b: Failure): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'zone') return a.id === b.id;
  const [one, other] = [a, b].map(({ id }) => topology.zones.find((zone) => zone.id === id));
  return one !== undefined && other !== undefined && physicalZone(one) === physicalZone(other);
}

/** Whether it was chosen to fail; what fails with something larger was not. */
export const isChosen = (topology: Topology, failures: readonly Failure[], failure: Failure): boolean =>
  failures.some((known) => isSameFailure(topology, known, failure));

/** The failures with one more, or without it where it was among them. */
export function toggleFailure(topology: Topology, failures: readonly Failure[], failure: Failure): readonly Failure[] {
  const others = failures.filter((known) => !isSameFailure(topology, known, failure));
  return others.length < failures.length ? others : [...failures, failure];
}
