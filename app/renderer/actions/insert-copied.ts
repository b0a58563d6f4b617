import { dropTarget } from '../../../shared/commands/drop-target';
import { moveElements } from '../../../shared/commands/move-elements';
import { nameGiver } from '../../../shared/commands/parts/names';
import { carryBends, shiftBends } from '../../../shared/model/bends';
import type { Design, NewId } from '../../../shared/model/design';
import { applyDiff, compose, type DesignDiff } from '../../../shared/model/diff';
import { draftOf } from '../../../shared/model/draft';
import { fail, ok, type Result } from '../../../shared/util/result';
import { absoluteRects, boundsOf, centreOf, type Point } from '../canvas/geometry/rect';
import { containerChain } from '../canvas/interaction/containers-at';
import { isContainerKind } from '../canvas/projection/drawing-order';

/** The first of the places that all kinds can lie in; undefined where there is none. */
export function findPlace(
  design: Design,
  kinds: ReadonlySet<string>,
  wanted: readonly (string | null)[],
): string | null | undefined {
  const holders = [...design.elements.values()].flatMap(({ id, kind }) => (isContainerKind(kind) ? [id] : []));
  return [...wanted, null, ...holders].find((container) => {
    const containers = container === null ? [] : containerChain(design, container);
    return [...kinds].every((kind) => dropTarget(design, { kind, containers }).reason === undefined);
  });
}

export interface InsertArgs {
  /** Containers to try first, the likeliest at the beginning. */
  readonly wanted: readonly (string | null)[];
  /** Where the middle of what is inserted goes, in canvas pixels. */
  readonly middle: Point;
  readonly newId: NewId;
}

/** Puts the elements and connections of another design into this one, under new ids and free names. */
export function insertCopied(
  design: Design,
  copied: Design,
  { wanted, middle, newId }: InsertArgs,
): Result<DesignDiff> {
  const roots = [...copied.elements.values()].filter(({ parent }) => parent === null);
  const container = findPlace(design, new Set(roots.map(({ kind }) => kind)), wanted);
  const [first] = roots;
  if (container === undefined || !first)
    return fail(
      'illegal-placement',
      `No container of this design can hold ${first ? `“${first.name}”` : 'what was copied'}. Add one first, such as a VPC with a subnet.`,
    );
  const ids = new Map([...copied.elements.values()].map(({ id, kind }) => [id, newId(kind)]));
  const renamed = (id: string): string => ids.get(id) ?? id;
  const nameFor = nameGiver(design.elements.values());
  const bounds = boundsOf(roots.map(({ frame }) => frame));
  const from = bounds ? centreOf(bounds) : middle;
  const draft = draftOf(design);
  for (const { locked: _locked, ...element } of copied.elements.values()) {
    const { frame, parent, tier } = element;
    const moved = { ...frame, x: Math.round(frame.x + middle.x - from.x), y: Math.round(frame.y + middle.y - from.y) };
    draft.putElement({
      ...element,
      id: renamed(element.id),
      name: nameFor(element.name),
      parent: parent === null ? null : renamed(parent),
      tier: tier === null ? null : renamed(tier),
      subnets: element.subnets.map(renamed),
      frame: parent === null ? moved : frame,
    });
  }
  const shift = { dx: Math.round(middle.x - from.x), dy: Math.round(middle.y - from.y) };
  for (const connection of copied.connections.values()) {
    const id = newId(connection.kind);
    draft.putConnection({
      ...shiftBends(connection, shift),
      id,
      from: renamed(connection.from),
      to: renamed(connection.to),
    });
  }
  const inserted = draft.diff();
  if (container === null) return ok(inserted);
  const origin = absoluteRects(design).get(container) ?? { x: 0, y: 0 };
  const at = { x: first.frame.x + middle.x - from.x - origin.x, y: first.frame.y + middle.y - from.y - origin.y };
  const whole = applyDiff(design, inserted);
  if (!whole.ok) return whole;
  const settled = moveElements(whole.value, { ids: roots.map(({ id }) => renamed(id)), to: { container, at } });
  const landed = settled.ok ? applyDiff(whole.value, settled.value) : settled;
  if (!settled.ok || !landed.ok) return settled;
  const carried = carryBends(whole.value, whole.value, landed.value);
  return ok(compose(compose(inserted, settled.value), carried));
}
