import { sortById } from '../topology/lists';
import type { Topology } from '../topology/topology';
import type { Facts } from './facts';

interface Named {
  readonly id: string;
}

/** One list after the other, each of them in the order of ids; in that order as a whole too. */
function join<T extends Named>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const all: T[] = [];
  let isInOrder = true;
  for (const list of lists) {
    const [last, first] = [all.at(-1), list[0]];
    if (last && first && first.id < last.id) isInOrder = false;
    for (const item of list) all.push(item);
  }
  return isInOrder ? all : sortById(all);
}

/**
 * For rules about the design as a whole: what `look` finds in all of its parts, in the order of ids, looked for once in each. It may read
 * what a rule that is `byPart` may, but for the facts, and finds things in the order of ids.
 */
export function findInParts<T extends Named>(look: (part: Topology) => readonly T[]): (facts: Facts) => readonly T[] {
  const known = new WeakMap<Topology, readonly T[]>();
  const lookOnce = (part: Topology): readonly T[] => {
    const found = known.get(part) ?? look(part);
    known.set(part, found);
    return found;
  };
  return ({ parts }) => join(parts.map(lookOnce));
}
