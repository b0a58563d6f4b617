import { definitionOf } from '../catalog/catalog';
import type { Design, Element, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { type Draft, draftOf } from '../model/draft';
import { byStacking } from '../model/stacking';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

export type Stacking = 'front' | 'back' | 'forward' | 'backward';

const GRID_PARTS: Readonly<Record<string, string>> = {
  'availability-zone': 'a column',
  tier: 'a row',
  subnet: 'a cell',
};

/** Containers are drawn beneath the connections, all else above them; the two kinds never change places. */
const isContainer = ({ kind }: Element): boolean => definitionOf(kind)?.scope === 'container' && kind !== 'note';

/** One step up for the chosen: each passes the next one that is not chosen itself. */
function raise(stack: readonly Element[], chosen: ReadonlySet<ElementId>): Element[] {
  const next = [...stack];
  for (let index = next.length - 2; index >= 0; index -= 1) {
    const [low, high] = [next[index], next[index + 1]];
    if (low && high && chosen.has(low.id) && !chosen.has(high.id)) next.splice(index, 2, high, low);
  }
  return next;
}

function restack(stack: readonly Element[], chosen: ReadonlySet<ElementId>, to: Stacking): readonly Element[] {
  if (to === 'forward') return raise(stack, chosen);
  if (to === 'backward') return raise(stack.toReversed(), chosen).toReversed();
  const moving = stack.filter(({ id }) => chosen.has(id));
  const staying = stack.filter(({ id }) => !chosen.has(id));
  return to === 'front' ? [...staying, ...moving] : [...moving, ...staying];
}

function put(draft: Draft, element: Element, order: number): void {
  if ((element.order ?? 0) === order) return;
  const { order: _old, ...plain } = element;
  draft.putElement(order === 0 ? plain : { ...plain, order });
}

/** Gives the stack orders that say the same, changing as few as it can. Going back counts down from the lowest that stays. */
function number(draft: Draft, stack: readonly Element[], chosen: ReadonlySet<ElementId>, to: Stacking): void {
  const isDown = to === 'back' || to === 'backward';
  const walk = isDown ? stack.toReversed() : stack;
  let last: { readonly element: Element; readonly order: number } | undefined;
  for (const element of walk) {
    const own = element.order ?? 0;
    if (!last) {
      last = { element, order: own };
      continue;
    }
    const natural = Math.sign(byStacking({ ...last.element, order: 0 }, { ...element, order: 0 }));
    const isTieRight = isDown ? natural > 0 : natural < 0;
    const limit = isTieRight ? last.order : last.order + (isDown ? -1 : 1);
    const wanted = chosen.has(element.id) ? limit : isDown ? Math.min(own, limit) : Math.max(own, limit);
    put(draft, element, wanted);
    last = { element, order: wanted };
  }
}

/**
 * Brings elements to the front or the back of their siblings, or one step that way; several keep their order among themselves.
 * Fails with `illegal-placement` for what the grid of a VPC places.
 */
export function orderElements(
  design: Design,
  { ids, to }: { readonly ids: readonly ElementId[]; readonly to: Stacking },
): Result<DesignDiff> {
  const chosen = new Set(ids);
  const draft = draftOf(design);
  const stacks = new Map<string, Element[]>();
  const keyOf = (element: Element): string => `${isContainer(element)} ${element.parent ?? ''}`;
  for (const id of chosen) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    const part = GRID_PARTS[element.kind];
    if (part !== undefined)
      return fail(
        'illegal-placement',
        `${element.name} is ${part} of its VPC’s grid and lies neither before nor behind others.`,
      );
    stacks.set(keyOf(element), []);
  }
  for (const element of design.elements.values())
    if (GRID_PARTS[element.kind] === undefined) stacks.get(keyOf(element))?.push(element);
  for (const stack of stacks.values()) {
    const before = stack.sort(byStacking);
    const after = restack(before, chosen, to);
    if (after.some((element, index) => element !== before[index])) number(draft, after, chosen, to);
  }
  return ok(draft.diff());
}
