import type { Service, Topology } from '../topology/topology';
import { fail, ok, type Result } from '../util/result';
import { physicalZone } from './physical-zone';

/** Something that is down: a zone or Region by id or code, or any element by id (a NAT gateway, a subnet, a tier…). */
export interface Failure {
  readonly kind: 'zone' | 'region' | 'element';
  readonly id: string;
}

/** What a list of failures takes away, with the words for each. */
export interface FailureSet {
  /** Ids of zones; all that are drawn for the same physical zone. */
  readonly zones: ReadonlySet<string>;
  readonly subnets: ReadonlySet<string>;
  readonly vpcs: ReadonlySet<string>;
  readonly regionCodes: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** One name per failure, as the user knows it. */
  readonly names: readonly string[];
  /** Failures that name nothing in this design. */
  readonly unknown: readonly Failure[];
}

const PREFIXES: Readonly<Record<string, Failure['kind']>> = {
  az: 'zone',
  zone: 'zone',
  region: 'region',
  element: 'element',
  nat: 'element',
};

interface Draft {
  readonly zones: Set<string>;
  readonly subnets: Set<string>;
  readonly vpcs: Set<string>;
  readonly regionCodes: Set<string>;
  readonly services: Set<string>;
}

function failZone(topology: Topology, id: string, draft: Draft): string | undefined {
  const hit = topology.zones.filter((zone) => zone.id === id || zone.code === id);
  const keys = new Set(hit.map(physicalZone));
  for (const zone of hit.length > 0 ? topology.zones : hit) if (keys.has(physicalZone(zone))) draft.zones.add(zone.id);
  const [first] = hit;
  return first && (first.vpc?.region ? first.code : first.element.name);
}

function failRegion(topology: Topology, id: string, draft: Draft): string | undefined {
  const hit = topology.regions.find((region) => region.id === id || region.code === id);
  if (hit) draft.regionCodes.add(hit.code);
  return hit?.code;
}

function failElement(topology: Topology, id: string, draft: Draft): string | undefined {
  const element = topology.design.elements.get(id);
  if (!element) return undefined;
  if (element.kind === 'availability-zone') return failZone(topology, id, draft);
  if (element.kind === 'region') return failRegion(topology, id, draft);
  const tier = topology.tier(id);
  if (tier) for (const member of tier.members) draft.services.add(member.id);
  else if (element.kind === 'vpc') draft.vpcs.add(id);
  else if (topology.subnet(id)) draft.subnets.add(id);
  else if (topology.service(id) && !topology.actors.some((actor) => actor.id === id)) draft.services.add(id);
  else return undefined;
  return element.name;
}

const FAIL = { zone: failZone, region: failRegion, element: failElement } as const;

/** Looks up what the failures name. Unknown ones are listed, not thrown. */
export function collectFailures(topology: Topology, failures: readonly Failure[]): FailureSet {
  const draft: Draft = {
    zones: new Set(),
    subnets: new Set(),
    vpcs: new Set(),
    regionCodes: new Set(),
    services: new Set(),
  };
  const names = new Set<string>();
  const unknown: Failure[] = [];
  for (const failure of failures) {
    const name = FAIL[failure.kind](topology, failure.id, draft);
    if (name === undefined) unknown.push(failure);
    else names.add(name);
  }
  return { ...draft, names: [...names], unknown };
}

/** What can fail and has that name; the drawing shows names, and ids nowhere. */
function failuresNamed(topology: Topology, name: string): readonly Failure[] {
  const wanted = name.toLowerCase();
  return [...topology.design.elements.values()]
    .filter((element) => element.name.toLowerCase() === wanted)
    .map(({ id }) => ({ kind: 'element' as const, id }))
    .filter((failure) => collectFailures(topology, [failure]).unknown.length === 0);
}

/**
 * Reads a failure as a person writes it: `az:us-east-1a`, `region:us-east-1`, `element:web-1`, `nat:nat-a`, or the bare id, code or name.
 * Fails where nothing in the design is called that, or several elements are.
 */
export function parseFailure(topology: Topology, text: string): Result<Failure> {
  const [, prefix = '', rest = ''] = /^([a-z]+):(.+)$/.exec(text) ?? [];
  const stated = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  const id = stated ? rest : text;
  const candidates: readonly Failure['kind'][] = stated ? [stated] : ['element', 'zone', 'region'];
  for (const kind of candidates)
    if (collectFailures(topology, [{ kind, id }]).unknown.length === 0) return ok({ kind, id });
  const named = stated === undefined || stated === 'element' ? failuresNamed(topology, id) : [];
  const [only] = named;
  if (only && named.length === 1) return ok(only);
  if (only)
    return fail('unknown-element', `Several elements of this design are called "${id}". Write one of their ids.`, [
      named.map((failure) => `element:${failure.id}`).join(', '),
    ]);
  const zones = [...new Set(topology.zones.map(({ code }) => code))].slice(0, 8).join(', ') || 'none';
  return fail('unknown-element', `Nothing in this design is called "${text}", so it cannot be made to fail.`, [
    `Availability Zones of this design: ${zones}.`,
    'Write az:us-east-1a, region:us-east-1 or element: and the id or name of an element.',
  ]);
}

/** Why the service as a whole is gone; undefined where it is not. */
export function wholeLoss(
  service: Service,
  failed: FailureSet,
): { readonly why: string; readonly region: boolean } | undefined {
  const code = service.region?.code;
  if (code !== undefined && failed.regionCodes.has(code)) return { why: `Region ${code} is down.`, region: true };
  if (failed.services.has(service.id)) return { why: `${service.name} itself has failed.`, region: false };
  if (service.vpc && failed.vpcs.has(service.vpc.id))
    return { why: `${service.vpc.element.name} is down.`, region: false };
  return undefined;
}
