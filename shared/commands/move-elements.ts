import { definitionOf } from '../catalog/catalog';
import { placementProblem, realContainer } from '../catalog/containment';
import type { Design, Element, ElementId } from '../model/design';
import { type DesignDiff, emptyDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { ancestorOfKind, ancestorsOf, subtreeOf } from '../model/hierarchy';
import { fail, ok, type Result } from '../util/result';
import { type DropTarget, dropTarget } from './drop-target';
import { containersAt } from './parts/containers-at';
import { originOf, type Point, snap, translate } from './parts/geometry';
import { lockedProblem } from './parts/locked';
import { missing } from './parts/missing';

export interface MoveElementsArgs {
  readonly ids: readonly ElementId[];
  /** Moves within the containers they lie in, in canvas pixels. */
  readonly by?: { readonly dx: number; readonly dy: number };
  /**
   * Moves into a container (a tier counts): the first element's top left corner goes to `at`, relative to it;
   * the others keep their distance from the first.
   */
  readonly to?: { readonly container: ElementId | null; readonly at: Point };
}

/** The elements to move: those inside another one that moves go along with it anyway. */
function rootsOf(design: Design, ids: readonly ElementId[]): Result<Element[]> {
  const wanted = new Set(ids);
  const roots: Element[] = [];
  for (const id of wanted) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    if (!ancestorsOf(design, element).some((container) => wanted.has(container.id))) roots.push(element);
  }
  return ok(roots);
}

function shift(design: Design, roots: readonly Element[], { dx, dy }: { dx: number; dy: number }): DesignDiff {
  const draft = draftOf(design);
  for (const { id, frame } of roots) {
    const next = { ...frame, x: snap(frame.x + dx), y: snap(frame.y + dy) };
    if (next.x !== frame.x || next.y !== frame.y) draft.patchElement(id, { frame: next });
  }
  return draft.diff();
}

const NETWORK_PARTS: ReadonlySet<string> = new Set(['availability-zone', 'subnet', 'tier']);

/** Zones, subnets and tiers are tied to the addresses and rows of their VPC. */
function foreignProblem(design: Design, element: Element, target: DropTarget): string | undefined {
  if (!NETWORK_PARTS.has(element.kind)) return undefined;
  const holder = target.container === null ? undefined : design.elements.get(target.container);
  const home = ancestorOfKind(design, element, 'vpc')?.id;
  const next = holder?.kind === 'vpc' ? holder.id : holder && ancestorOfKind(design, holder, 'vpc')?.id;
  return home !== undefined && home !== next
    ? `${element.name} belongs to its VPC and cannot leave it; add a new one to the other VPC instead.`
    : undefined;
}

/** A group may lie nearly anywhere, but not with what may not. */
function contentsProblem(design: Design, element: Element, container: ElementId | null): string | undefined {
  if (element.kind !== 'group') return undefined;
  const place = realContainer(design, container === null ? null : (design.elements.get(container) ?? null));
  for (const inside of subtreeOf(design, element.id)) {
    const holder = inside.parent === null ? undefined : design.elements.get(inside.parent);
    const isDirect = inside.kind !== 'group' && holder?.kind === 'group';
    const problem = isDirect ? placementProblem(inside.kind, place?.kind ?? null) : undefined;
    if (problem !== undefined) return `${element.name} holds ${inside.name}. ${problem}`;
  }
  return undefined;
}

/** What follows from the new place; a service that stays in its tier keeps the zones chosen for it. */
function placeIn(element: Element, target: DropTarget): Pick<Element, 'parent' | 'tier' | 'subnets'> {
  const scope = definitionOf(element.kind)?.scope;
  const stays = target.container === element.parent && target.tier === element.tier;
  const parent = target.container;
  if (scope === 'spanning') {
    const kept = stays && target.subnets.some((id) => element.subnets.includes(id));
    return { parent, tier: target.tier, subnets: kept ? element.subnets : target.subnets };
  }
  if (element.kind === 'subnet')
    return { parent, tier: target.container === element.parent ? element.tier : target.tier, subnets: [] };
  if (scope === 'zonal') return { parent, tier: target.tier, subnets: [] };
  return { parent, tier: target.tier ?? element.tier, subnets: element.subnets };
}

function carry(
  design: Design,
  roots: readonly Element[],
  { container, at }: { readonly container: ElementId | null; readonly at: Point },
): Result<DesignDiff> {
  const [first] = roots;
  if (!first) return ok(emptyDiff);
  const origin = originOf(design, first.id);
  const holders = new Set([...design.elements.values()].map(({ parent }) => parent));
  const draft = draftOf(design);
  for (const element of roots) {
    const own = originOf(design, element.id);
    const spot = { x: at.x + own.x - origin.x, y: at.y + own.y - origin.y };
    // Most hold nothing, and a thousand of them may be pasted at once.
    const moving = holders.has(element.id) ? subtreeOf(design, element.id).map(({ id }) => id) : [element.id];
    if (container !== null && moving.includes(container) && element.kind !== 'tier')
      return fail('illegal-placement', `${element.name} cannot be moved into itself.`);
    const containers = containersAt(design, container, spot).filter((id) => !moving.includes(id));
    const target = dropTarget(design, { kind: element.kind, containers, moving });
    const reason =
      target.reason ?? foreignProblem(design, element, target) ?? contentsProblem(design, element, target.container);
    if (reason !== undefined) return fail('illegal-placement', reason);
    const { x, y } = translate(design, spot, container, target.container);
    const frame = { ...element.frame, x: snap(x), y: snap(y) };
    draft.patchElement(element.id, { ...placeIn(element, target), frame });
  }
  return ok(draft.diff());
}

/**
 * Moves elements with all they hold, by an offset or into another container. Fails with `illegal-placement`,
 * or `locked`, and then moves none of them.
 */
export function moveElements(design: Design, { ids, by, to }: MoveElementsArgs): Result<DesignDiff> {
  const roots = rootsOf(design, ids);
  if (!roots.ok) return roots;
  const problem = lockedProblem(roots.value, 'move');
  if (problem !== undefined) return fail('locked', problem);
  if (to) {
    const known = to.container === null || design.elements.has(to.container);
    return known ? carry(design, roots.value, to) : missing('element', to.container ?? '');
  }
  return ok(by ? shift(design, roots.value, by) : emptyDiff);
}
