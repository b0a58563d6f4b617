import { divide, type Part, type Parts } from '../topology/parts';
import type { Topology } from '../topology/topology';
import type { Finding } from './rule';

/** What a row of validations, each of a design that follows from the one before, keeps from one to the next. */
export interface Memory {
  parts: Parts | undefined;
  /** What was found in each part. */
  found: WeakMap<Part, readonly Finding[]>;
  /** Under which it was found. */
  circumstances: readonly unknown[];
}

export const createMemory = (): Memory => ({ parts: undefined, found: new WeakMap(), circumstances: [] });

/**
 * What `check` finds in all parts of a design; parts that hold the same as last time, under the same circumstances (a list of
 * always the same length), are not looked at again. Undefined where the design has no parts.
 */
export function findByPart(
  topology: Topology,
  memory: Memory,
  circumstances: readonly unknown[],
  check: (part: Topology) => readonly Finding[],
): Finding[] | undefined {
  if (circumstances.some((item, at) => item !== memory.circumstances[at])) memory.found = new WeakMap();
  memory.circumstances = circumstances;
  memory.parts = divide(topology, memory.parts);
  if (!memory.parts) return undefined;
  const all: Finding[] = [];
  for (const part of memory.parts.values()) {
    const known = memory.found.get(part);
    const found = known ?? check(part.topology);
    if (!known) memory.found.set(part, found);
    for (const finding of found) all.push(finding);
  }
  return all;
}
