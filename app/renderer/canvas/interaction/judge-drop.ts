import { type DropTarget, dropTarget } from '../../../../shared/commands/drop-target';
import type { Design } from '../../../../shared/model/design';
import { shorten } from '../../format';
import type { Point, Rect } from '../geometry/rect';
import { isContainerKind } from '../projection/drawing-order';
import { containerChain, containersAt } from './containers-at';

/** What the drop of one kind would do at a point. */
export interface Verdict {
  readonly target: DropTarget;
  /** Containers under the point, innermost first. */
  readonly containers: readonly string[];
  /** What to outline. */
  readonly targets: ReadonlySet<string>;
}

/** A collapsed container takes nothing: what is dropped would be out of sight at once. */
export function collapsedReason(design: Pick<Design, 'elements'>, containers: readonly string[]): string | undefined {
  const shut = containers.map((id) => design.elements.get(id)).find((element) => element?.collapsed);
  return shut && `${shorten(shut.name, 60)} is collapsed. Expand it first.`;
}

const reasonAgainst = (design: Design, kind: string, containers: readonly string[]): string | undefined =>
  collapsedReason(design, containers) ?? dropTarget(design, { kind, containers }).reason;

/** Elements no part of which could take an element of the kind: to be dimmed while it is dragged. */
export function findUnfit(design: Design, kind: string, moving: ReadonlySet<string> = new Set()): Set<string> {
  const unfit = new Set<string>();
  for (const element of design.elements.values()) {
    if (moving.has(element.id)) continue;
    if (!isContainerKind(element.kind)) unfit.add(element.id);
    else if (reasonAgainst(design, kind, containerChain(design, element.id)) !== undefined) unfit.add(element.id);
  }
  return unfit;
}

/** Judges a drop at a point of the canvas. `moving` are the dragged elements themselves, looked through. */
export function judgeDrop(
  design: Design,
  rects: ReadonlyMap<string, Rect>,
  kind: string,
  point: Point,
  moving: ReadonlySet<string> = new Set(),
): Verdict {
  const containers = containersAt(design, rects, point, moving);
  const judged = dropTarget(design, { kind, containers, moving: [...moving] });
  const shut = collapsedReason(design, containers);
  const target = shut === undefined ? judged : { ...judged, reason: shut };
  const targets = new Set<string>();
  if (target.reason === undefined) {
    if (target.subnets.length > 0) for (const id of target.subnets) targets.add(id);
    else if (target.container !== null) targets.add(target.container);
    if (target.tier !== null && target.subnets.length > 0) targets.add(target.tier);
  }
  return { target, containers, targets };
}

const listNames = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** Where a legal drop would go, in words: "In Web tier, over web-a and web-b". */
export function describeTarget(design: Pick<Design, 'elements'>, { container, tier, subnets }: DropTarget): string {
  const nameOf = (id: string): string => design.elements.get(id)?.name ?? id;
  const place = subnets.length > 0 && tier !== null ? tier : container;
  if (place === null) return 'On the canvas';
  if (subnets.length === 0) return `In ${nameOf(place)}`;
  return `In ${nameOf(place)}, over ${listNames(subnets.map(nameOf))}`;
}
