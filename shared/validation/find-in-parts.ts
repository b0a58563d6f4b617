import { sortById } from '../topology/lists';
import type { Topology } from '../topology/topology';

import type { Facts } from './facts';

/**
 * For rules about the design as a whole: what `look` finds in all of its parts, in the order of ids, looked for once in each. It may read
 * what a rule that is `byPart` may, but for the facts.
 */
export function findInParts<T extends { readonly id: string }>(
  look: (part: Topology) => readonly T[],
): (facts: Facts) => readonly T[] {
  const known = new WeakMap<Topology, readonly T[]>();
  const lookOnce = (part: Topology): readonly T[] => {
    const found = known.get(part) ?? look(part);
    known.set(part, found);
    return found;
  };
  return ({ parts }) => sortById(parts.flatMap(lookOnce));
}
