import type { ServiceKind } from '../catalog/catalog';
import type { Service, Topology } from '../topology/topology';

const NONE: readonly Service[] = [];

/**
 * The services of some kinds, kind by kind: for rules that have nothing to say of others. Which kinds those are is told by the catalog
 * (`kindsOfFamily`, `kindsWithSetting`), so that a new one is among them.
 */
export const ofKinds = (topology: Topology, kinds: readonly ServiceKind[]): readonly Service[] =>
  // Joins whole lists at once, where `flatMap` takes one service after the other.
  NONE.concat(...kinds.map((kind) => topology.ofKind(kind)));
