import type { Connection, Design, Element } from '../model/design';
import type { Change } from '../model/diff';
import type { Places } from './resolve-places';
import type { ServiceDraft } from './resolve-services';
import type { Link, Network, Subnet, Tier, Topology, Vpc } from './topology';

export type DraftLink = Link<ServiceDraft>;

/** A VPC with the services in it and those outside of any that are connected with this VPC alone; or all the rest, Regions among it. */
export interface Cell {
  readonly vpc: Vpc | null;
  readonly subnets: readonly Subnet[];
  readonly tiers: readonly Tier[];
  /** Services and actors. */
  readonly services: readonly ServiceDraft[];
  /** What is no place, service or actor: all in the rest. */
  readonly others: readonly Element[];
}

/** A topology divided. A cell is the same object as before as long as all in it, the connections there and what users depend on are the same. */
export interface Cells {
  /** By the id of their VPC; the rest has none. */
  readonly byKey: ReadonlyMap<string, Cell>;
  /** The VPC that each service outside of any belongs to, by ids. */
  readonly neighbours: ReadonlyMap<string, string>;
}

/** How a topology was made, for making the next one. Lists are in the order of ids. */
export interface Workings {
  readonly design: Design;
  readonly elements: readonly Element[];
  /** Those that are no place, service or actor: notes, groups, unknown kinds. */
  readonly others: readonly Element[];
  /** In the order of the design. */
  readonly connections: readonly Connection[];
  readonly places: Places;
  /** Services and actors. */
  readonly all: readonly ServiceDraft[];
  readonly services: readonly ServiceDraft[];
  readonly actors: readonly ServiceDraft[];
  readonly ofKind: ReadonlyMap<string, readonly ServiceDraft[]>;
  readonly links: readonly DraftLink[];
  /** The slot of each service and actor, by id. What is gone keeps its slot, in case it comes back. */
  readonly slots: ReadonlyMap<string, number>;
  readonly bySlot: readonly (ServiceDraft | undefined)[];
  readonly network: Network<ServiceDraft>;
  /** Whether each VPC can be resolved by itself. */
  readonly isTidy: () => boolean;
  readonly cells: () => Cells;
}

/** What differs between two topologies, in the order of ids. */
export interface Changes {
  readonly services: readonly Change<ServiceDraft>[];
  readonly links: readonly Change<DraftLink>[];
  /** Ids of the VPCs that are other objects. */
  readonly vpcs: ReadonlySet<string>;
}

const workings = new WeakMap<Topology, Workings>();

export const workingsOf = (topology: Topology): Workings | undefined => workings.get(topology);

export const keepWorkings = (topology: Topology, made: Workings): void => {
  workings.set(topology, made);
};
