import type { Element } from '../../model/design';

/** Hands out names that no element bears and that it has not handed out: `base`, else the first of `base 2`, `base 3`… */
export function nameGiver(elements: Iterable<Element>): (base: string) => string {
  const taken = new Set<string>();
  for (const { name } of elements) taken.add(name);
  const next = new Map<string, number>();
  return (base) => {
    let name = base;
    let number = next.get(base) ?? 2;
    for (; taken.has(name); number += 1) name = `${base} ${number}`;
    next.set(base, number);
    taken.add(name);
    return name;
  };
}

/** `base`, or the first of `base 2`, `base 3`… that no element bears. */
export const freeName = (elements: Iterable<Element>, base: string): string => nameGiver(elements)(base);
