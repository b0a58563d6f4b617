import { isKind } from '../catalog/catalog';
import type { DesignHeader } from '../model/design';
import { groupBy } from '../util/grouping';
import { whenAsked } from '../util/when-asked';
import { sortById } from './lists';
import type { Service, Topology } from './topology';
import { type Cell, workingsOf } from './workings';

/**
 * A part of a design that can be looked at by itself: a VPC with everything in it and the services outside of any that are connected
 * with this VPC alone; or all the rest, Regions, people and notes among it.
 */
export interface Part {
  /** The topology with the lists of this part alone; `links` and `connections` are those that leave it. What is asked by id is answered for the whole design. */
  readonly topology: Topology;
  /** Everything it holds. */
  readonly cell: Cell;
}

/** Parts by the id of their VPC; the rest has none. */
export type Parts = ReadonlyMap<string, Part>;

function viewOf(whole: Topology, { vpc, subnets, tiers, services: inside, others }: Cell): Topology {
  const ofKind = whenAsked(() => groupBy<Service, Service['kind']>(inside, ({ kind }) => kind));
  const ofRole = whenAsked(() => groupBy<Service, Service['role']>(inside, ({ role }) => role));
  const links = sortById(inside.flatMap(({ id }) => whole.outgoing(id)));
  const regions = vpc ? [] : whole.regions;
  const vpcs = vpc ? [vpc] : [];
  const zones = vpc?.zones ?? [];
  const placed = [regions, vpcs, zones, subnets, tiers, inside].flat().map(({ element }) => element);
  return {
    ...whole,
    regions,
    vpcs,
    zones,
    subnets,
    tiers,
    services: inside.filter(({ role }) => role !== 'actor'),
    actors: inside.filter(({ role }) => role === 'actor'),
    links,
    arrivals: sortById(inside.flatMap(({ id }) => whole.incoming(id))),
    elements: sortById([...placed, ...others]),
    connections: links.map(({ connection }) => connection),
    unknown: others.filter(({ kind }) => !isKind(kind)),
    ofKind: (kind) => ofKind().get(kind) ?? [],
    ofRole: (role) => ofRole().get(role) ?? [],
  };
}

/** Whether two headers say the same of every part: what holds for the whole design holds for each of its parts. */
const saysSame = (a: DesignHeader, b: DesignHeader): boolean =>
  a.settings === b.settings && a.tags === b.tags && a.requiredTags === b.requiredTags;

/**
 * Divides a topology into its parts. One that holds the very same as before is the same object. Undefined where VPCs hang
 * together, so that none can be looked at by itself.
 */
export function divide(topology: Topology, before?: Parts): Parts | undefined {
  const workings = workingsOf(topology);
  if (!workings?.isTidy()) return undefined;
  const { header } = topology.design;
  const parts = new Map<string, Part>();
  for (const [key, cell] of workings.cells().byKey) {
    const known = before?.get(key);
    const isKnown = known?.cell === cell && saysSame(known.topology.design.header, header);
    parts.set(key, isKnown ? known : { topology: viewOf(topology, cell), cell });
  }
  return parts;
}
