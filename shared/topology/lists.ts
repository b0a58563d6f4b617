import type { Change } from '../model/diff';
import { compareText } from '../util/sorting';

interface Named {
  readonly id: string;
}

/** Designs come sorted from their files; what is drawn since stands at the end. */
export function sortById<T extends Named>(items: T[]): T[] {
  let before = '';
  for (const { id } of items) {
    if (id < before) return items.sort((a, b) => compareText(a.id, b.id));
    before = id;
  }
  return items;
}

/** The place of an id in a list in the order of ids, or the place where it would be. */
function placeOf(items: readonly Named[], id: string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && item.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What has an id in a list in the order of ids. */
export function findById<T extends Named>(items: readonly T[], id: string): T | undefined {
  const found = items[placeOf(items, id)];
  return found?.id === id ? found : undefined;
}

/** What a change is about: before and after it has the same id. */
const idOf = ({ from, to }: Change<Named>): string => from?.id ?? to?.id ?? '';

/** Changes in the order of the ids of what they are about. */
export const inOrder = <T extends Named>(changes: readonly Change<T>[]): Change<T>[] =>
  sortById(changes.map((change) => ({ id: idOf(change), change }))).map(({ change }) => change);

/** A list in the order of ids after changes in the same order; the same list where there are none. */
export function withChanges<T extends Named>(items: readonly T[], changes: readonly Change<T>[]): readonly T[] {
  if (changes.length === 0) return items;
  if (changes.every(({ from, to }) => from && to)) {
    const next = items.slice();
    for (const { to } of changes) if (to) next[placeOf(items, to.id)] = to;
    return next;
  }
  const next: T[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    for (; at < end; at += 1) {
      const item = items[at];
      if (item) next.push(item);
    }
  };
  for (const change of changes) {
    copyTo(placeOf(items, idOf(change)));
    if (change.from) at += 1;
    if (change.to) next.push(change.to);
  }
  copyTo(items.length);
  return next;
}

/**
 * Changes by the group that each is in, in their order. What moves from one group to another leaves the first and comes to the
 * second. `keyBefore` and `keyAfter` say in which group something is.
 */
export function changesByGroup<T, K>(
  changes: readonly Change<T>[],
  keyBefore: (item: T) => K,
  keyAfter: (item: T) => K = keyBefore,
): Map<K, Change<T>[]> {
  const groups = new Map<K, Change<T>[]>();
  const note = (key: K, change: Change<T>): void => {
    const known = groups.get(key);
    if (known) known.push(change);
    else groups.set(key, [change]);
  };
  for (const change of changes) {
    const { from, to } = change;
    const [left, entered] = [from && keyBefore(from), to && keyAfter(to)];
    if (from && to && left === entered) note(keyAfter(to), change);
    else {
      if (from) note(keyBefore(from), { from, to: null });
      if (to) note(keyAfter(to), { from: null, to });
    }
  }
  return groups;
}
