import type { Element } from '../../model/design';

/** Why locked elements cannot be moved, resized or deleted; undefined where none of them is locked. */
export function lockedProblem(elements: Iterable<Element>, verb: string): string | undefined {
  const locked = [...elements].filter((element) => element.locked);
  const [first] = locked;
  if (!first) return undefined;
  const others = locked.length - 1;
  return others === 0
    ? `${first.name} is locked. Unlock it to ${verb} it.`
    : `${first.name} and ${others} more are locked. Unlock them to ${verb} them.`;
}

/** Why elements cannot be deleted with their contents: something inside is locked. Undefined where nothing is. */
export function lockedInside(roots: readonly Element[], contents: Iterable<Element>): string | undefined {
  const found = [...contents].find((element) => element.locked);
  if (!found) return undefined;
  const [only, ...others] = roots;
  return only && others.length === 0
    ? `${only.name} holds ${found.name}, which is locked. Unlock it first.`
    : `${found.name}, which would be deleted too, is locked. Unlock it first.`;
}
