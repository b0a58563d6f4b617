import { fail, ok, type Result } from '../util/result';
import type { Connection, Design, DesignHeader, Element } from './design';

/** One record before and after; null where it does not exist. Objects are compared by identity. */
export interface Change<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** An invertible change of a design. Keys are ids. */
export interface DesignDiff {
  readonly header: Change<DesignHeader> | null;
  readonly elements: ReadonlyMap<string, Change<Element>>;
  readonly connections: ReadonlyMap<string, Change<Connection>>;
}

export const emptyDiff: DesignDiff = { header: null, elements: new Map(), connections: new Map() };

export const isEmptyDiff = (diff: DesignDiff): boolean =>
  diff.header === null && diff.elements.size === 0 && diff.connections.size === 0;

const invertChanges = <T>(changes: ReadonlyMap<string, Change<T>>): Map<string, Change<T>> =>
  new Map([...changes].map(([id, { from, to }]) => [id, { from: to, to: from }]));

/** The diff that takes back what `diff` did. */
export const invert = (diff: DesignDiff): DesignDiff => ({
  header: diff.header && { from: diff.header.to, to: diff.header.from },
  elements: invertChanges(diff.elements),
  connections: invertChanges(diff.connections),
});

function mergeChanges<T>(
  first: ReadonlyMap<string, Change<T>>,
  second: ReadonlyMap<string, Change<T>>,
): ReadonlyMap<string, Change<T>> {
  if (second.size === 0) return first;
  if (first.size === 0) return second;
  const merged = new Map(first);
  for (const [id, change] of second) {
    const from = (merged.get(id) ?? change).from;
    if (from === change.to) merged.delete(id);
    else merged.set(id, { from, to: change.to });
  }
  return merged;
}

/** One diff with the effect of `first` followed by `second`; what cancels out is gone. */
export function compose(first: DesignDiff, second: DesignDiff): DesignDiff {
  const header =
    first.header && second.header ? { from: first.header.from, to: second.header.to } : (second.header ?? first.header);
  return {
    header: header && header.from === header.to ? null : header,
    elements: mergeChanges(first.elements, second.elements),
    connections: mergeChanges(first.connections, second.connections),
  };
}

function applyChanges<T>(
  records: ReadonlyMap<string, T>,
  changes: ReadonlyMap<string, Change<T>>,
): ReadonlyMap<string, T> {
  if (changes.size === 0) return records;
  const next = new Map(records);
  for (const [id, { to }] of changes) {
    if (to === null) next.delete(id);
    else next.set(id, to);
  }
  return next;
}

const findStale = <T>(records: ReadonlyMap<string, T>, changes: ReadonlyMap<string, Change<T>>): string | undefined => {
  for (const [id, { from }] of changes) if ((records.get(id) ?? null) !== from) return id;
  return undefined;
};

/**
 * The design after `diff`. Records the diff does not name keep their identity.
 * Fails with `stale-diff` where the design is not the one the diff was made for.
 */
export function applyDiff(design: Design, diff: DesignDiff): Result<Design> {
  const stale = findStale(design.elements, diff.elements) ?? findStale(design.connections, diff.connections);
  if (stale !== undefined || (diff.header && diff.header.from !== design.header))
    return fail(
      'stale-diff',
      `The change does not fit the design any more (${stale ?? 'design settings'}). Try again.`,
    );
  return ok({
    header: diff.header?.to ?? design.header,
    elements: applyChanges(design.elements, diff.elements),
    connections: applyChanges(design.connections, diff.connections),
  });
}

/** What differs between two sets of records, by id; records are compared by identity. Those that are new come last. */
export function changesBetween<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlyMap<string, Change<T>> {
  const changes = new Map<string, Change<T>>();
  if (before === after) return changes;
  let kept = 0;
  before.forEach((from, id) => {
    const to = after.get(id) ?? null;
    if (to !== null) kept += 1;
    if (from !== to) changes.set(id, { from, to });
  });
  if (kept === after.size) return changes;
  after.forEach((to, id) => {
    if (!before.has(id)) changes.set(id, { from: null, to });
  });
  return changes;
}

/** The diff that makes `after` of `before`. Records are compared by identity. */
export const diffBetween = (before: Design, after: Design): DesignDiff => ({
  header: before.header === after.header ? null : { from: before.header, to: after.header },
  elements: changesBetween(before.elements, after.elements),
  connections: changesBetween(before.connections, after.connections),
});
