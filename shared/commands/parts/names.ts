import type { Element } from '../../model/design';

/** `base`, or the first of `base 2`, `base 3`… that no element bears. */
export function freeName(elements: Iterable<Element>, base: string): string {
  const taken = new Set<string>();
  for (const { name } of elements) taken.add(name);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}
