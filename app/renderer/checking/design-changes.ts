import type { Connection, Design, DesignHeader, Element } from '../../../shared/model/design';
import { emptyDesign } from '../../../shared/model/design';

type Records<T> = readonly (readonly [id: string, record: T | null])[];

/** What makes one design of another; records that are gone are null. Plain data that travels between threads. */
export interface DesignChanges {
  readonly header: DesignHeader | null;
  readonly elements: Records<Element>;
  readonly connections: Records<Connection>;
}

function compare<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Records<T> {
  if (before === after) return [];
  const changes: [string, T | null][] = [];
  for (const [id, record] of after) if (before.get(id) !== record) changes.push([id, record]);
  for (const id of before.keys()) if (!after.has(id)) changes.push([id, null]);
  return changes;
}

/** Records are compared by identity: designs that follow from one another share what did not change. */
export const changesBetween = (before: Design, after: Design): DesignChanges => ({
  header: before.header === after.header ? null : after.header,
  elements: compare(before.elements, after.elements),
  connections: compare(before.connections, after.connections),
});

function patch<T>(records: ReadonlyMap<string, T>, changes: Records<T>): ReadonlyMap<string, T> {
  if (changes.length === 0) return records;
  const next = new Map(records);
  for (const [id, record] of changes) {
    if (record === null) next.delete(id);
    else next.set(id, record);
  }
  return next;
}

/** The design after the changes. Records they do not name keep their identity. */
export const applyChanges = (design: Design, { header, elements, connections }: DesignChanges): Design => ({
  header: header ?? design.header,
  elements: patch(design.elements, elements),
  connections: patch(design.connections, connections),
});

/** Where both sides begin. */
export const blankDesign: Design = emptyDesign();
