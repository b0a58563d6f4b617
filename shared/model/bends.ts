import type { Connection, Design, ElementId, Place } from './design';
import { type DesignDiff, emptyDiff } from './diff';
import { draftOf } from './draft';

/** The connection with its corners moved by an offset; the very same one where it has none. */
export const shiftBends = <T extends Connection>(connection: T, by: { readonly dx: number; readonly dy: number }): T =>
  connection.bends
    ? { ...connection, bends: connection.bends.map(({ x, y }) => ({ x: x + by.dx, y: y + by.dy })) }
    : connection;

/** Where an element's upper left corner lies on the canvas; undefined for one that is not there. */
function cornerOf(design: Pick<Design, 'elements'>, id: ElementId): Place | undefined {
  let element = design.elements.get(id);
  if (!element) return undefined;
  let { x, y } = element.frame;
  const seen = new Set<ElementId>([id]);
  while (element?.parent != null && !seen.has(element.parent)) {
    seen.add(element.parent);
    element = design.elements.get(element.parent);
    x += element?.frame.x ?? 0;
    y += element?.frame.y ?? 0;
  }
  return { x, y };
}

/** How far both ends moved; null where they moved apart, or not at all. */
function commonShift(before: Design, after: Design, { from, to }: Connection): { dx: number; dy: number } | null {
  const [fromBefore, fromAfter] = [cornerOf(before, from), cornerOf(after, from)];
  const [toBefore, toAfter] = [cornerOf(before, to), cornerOf(after, to)];
  if (!fromBefore || !fromAfter || !toBefore || !toAfter) return null;
  const dx = fromAfter.x - fromBefore.x;
  const dy = fromAfter.y - fromBefore.y;
  const isCommon = dx === toAfter.x - toBefore.x && dy === toAfter.y - toBefore.y;
  return isCommon && (dx !== 0 || dy !== 0) ? { dx, dy } : null;
}

/**
 * Takes the corners of bent connections along where both ends moved together. `edited` is the design after a command and
 * `after` the one after what followed from it: corners the command itself set were set for `edited`.
 */
export function carryBends(before: Design, edited: Design, after: Design): DesignDiff {
  const bent = [...after.connections.values()].filter(({ bends }) => bends !== undefined);
  if (bent.length === 0) return emptyDiff;
  const draft = draftOf(after);
  for (const connection of bent) {
    const old = before.connections.get(connection.id);
    const isUntouched = old?.bends === connection.bends && old?.from === connection.from && old.to === connection.to;
    const shift = commonShift(isUntouched ? before : edited, after, connection);
    if (shift) draft.putConnection(shiftBends(connection, shift));
  }
  return draft.diff();
}
