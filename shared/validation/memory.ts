import { divide, type Part, type Parts } from '../topology/parts';
import type { Topology } from '../topology/topology';
import { holdsSame } from '../util/lists';
import { type LossAnalysis, lossShape, renewLosses } from './graph/losses';
import type { FoundByRule } from './order';
import type { Finding } from './rule';

/** What some rules found in each part of a design. */
export interface Found {
  inPart: WeakMap<Part, FoundByRule>;
  /** Under which it was found. */
  circumstances: readonly unknown[];
}

/** What a row of validations, each of a design that follows from the one before, keeps from one to the next. */
export interface Memory {
  parts: Parts | undefined;
  /** By the rules that look at nothing but the part. */
  readonly alone: Found;
  /** By those that ask for the losses too. */
  readonly withLosses: Found;
  /** What decides the losses, of each part. */
  readonly lossShapes: WeakMap<Part, readonly unknown[]>;
  losses: LossAnalysis | undefined;
}

const nothing = (): Found => ({ inPart: new WeakMap(), circumstances: [] });

export const createMemory = (): Memory => ({
  parts: undefined,
  alone: nothing(),
  withLosses: nothing(),
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

/** Divides a design, undefined where it has no parts; forgets losses that may be others, and what was found with them. */
export function recall(topology: Topology, memory: Memory): Parts | undefined {
  const before = memory.parts;
  const parts = divide(topology, before);
  memory.parts = parts;
  const stays = before && parts && hasSameLosses(memory, before, parts);
  memory.losses = stays ? memory.losses && renewLosses(memory.losses, topology) : undefined;
  if (!memory.losses) memory.withLosses.inPart = new WeakMap();
  return parts;
}

/**
 * What `check` finds in all parts of a design; parts that hold the same as last time, under the same circumstances (a list of always
 * the same length), are not looked at again.
 */
export function findByPart(
  parts: Parts,
  known: Found,
  circumstances: readonly unknown[],
  check: (part: Topology) => FoundByRule,
): FoundByRule {
  if (!holdsSame(circumstances, known.circumstances)) known.inPart = new WeakMap();
  known.circumstances = circumstances;
  const all = new Map<string, Finding[]>();
  for (const part of parts.values()) {
    const last = known.inPart.get(part);
    const found = last ?? check(part.topology);
    if (!last) known.inPart.set(part, found);
    for (const [ruleId, findings] of found) {
      const others = all.get(ruleId);
      if (!others) all.set(ruleId, [...findings]);
      else for (const finding of findings) others.push(finding);
    }
  }
  return all;
}
