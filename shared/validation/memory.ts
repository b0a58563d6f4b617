import { divide, type Part, type Parts } from '../topology/parts';
import type { Topology } from '../topology/topology';
import { holdsSame } from '../util/lists';
import { type LossAnalysis, lossShape, renewLosses } from './graph/losses';
import type { FoundByRule } from './order';
import type { Finding } from './rule';

/** What a row of validations, each of a design that follows from the one before, keeps from one to the next. */
export interface Memory {
  parts: Parts | undefined;
  /** What was found in each part. */
  found: WeakMap<Part, FoundByRule>;
  /** Under which it was found. */
  circumstances: readonly unknown[];
  /** What decides the losses, of each part. */
  readonly lossShapes: WeakMap<Part, readonly unknown[]>;
  losses: LossAnalysis | undefined;
}

export const createMemory = (): Memory => ({
  parts: undefined,
  found: new WeakMap(),
  circumstances: [],
  lossShapes: new WeakMap(),
  losses: undefined,
});

function shapeOf({ lossShapes }: Memory, part: Part): readonly unknown[] {
  const known = lossShapes.get(part);
  if (known) return known;
  const { topology } = part;
  const shape = lossShape(topology, [...topology.actors, ...topology.services]);
  lossShapes.set(part, shape);
  return shape;
}

/** Whether the same is lost with the same in both, by what differs between them. */
function hasSameLosses(memory: Memory, before: Parts, after: Parts): boolean {
  if (before.size !== after.size) return false;
  for (const [key, part] of after) {
    const last = before.get(key);
    if (last !== part && !(last && holdsSame(shapeOf(memory, last), shapeOf(memory, part)))) return false;
  }
  return true;
}

/** Divides a design; forgets what was found under other circumstances (a list of always the same length) and losses that may be others. */
function recall(topology: Topology, memory: Memory, circumstances: readonly unknown[]): Parts | undefined {
  if (!holdsSame(circumstances, memory.circumstances)) memory.found = new WeakMap();
  memory.circumstances = circumstances;
  const before = memory.parts;
  const parts = divide(topology, before);
  memory.parts = parts;
  const stays = before && parts && hasSameLosses(memory, before, parts);
  memory.losses = stays ? memory.losses && renewLosses(memory.losses, topology) : undefined;
  return parts;
}

/**
 * What `check` finds in all parts of a design; parts that hold the same as last time, under the same circumstances, are not looked
 * at again. Undefined where the design has no parts.
 */
export function findByPart(
  topology: Topology,
  memory: Memory,
  circumstances: readonly unknown[],
  check: (part: Topology) => FoundByRule,
): FoundByRule | undefined {
  const parts = recall(topology, memory, circumstances);
  if (!parts) return undefined;
  const all = new Map<string, Finding[]>();
  for (const part of parts.values()) {
    const known = memory.found.get(part);
    const found = known ?? check(part.topology);
    if (!known) memory.found.set(part, found);
    for (const [ruleId, findings] of found) {
      const others = all.get(ruleId);
      if (!others) all.set(ruleId, [...findings]);
      else for (const finding of findings) others.push(finding);
    }
  }
  return all;
}
