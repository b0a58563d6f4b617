import { moveElements } from '../../../shared/commands/move-elements';
import type { Design } from '../../../shared/model/design';
import { applyDiff, compose, type DesignDiff, emptyDiff } from '../../../shared/model/diff';
import { ancestorsOf } from '../../../shared/model/hierarchy';
import { ok, type Result } from '../../../shared/util/result';
import { absoluteRects, type Rect } from '../canvas/geometry/rect';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Direction = 'across' | 'down';

interface Shift {
  readonly dx: number;
  readonly dy: number;
}

export type Arrange = (rects: readonly Rect[]) => readonly Shift[];

const across = (dx: number): Shift => ({ dx, dy: 0 });
const down = (dy: number): Shift => ({ dx: 0, dy });

const leftOf = ({ x }: Rect): number => x;
const rightOf = ({ x, width }: Rect): number => x + width;
const topOf = ({ y }: Rect): number => y;
const bottomOf = ({ y, height }: Rect): number => y + height;

/** What brings rectangles to one edge or middle line of the whole they make. */
export const alignTo =
  (alignment: Alignment): Arrange =>
  (rects) => {
    const left = Math.min(...rects.map(leftOf));
    const right = Math.max(...rects.map(rightOf));
    const top = Math.min(...rects.map(topOf));
    const bottom = Math.max(...rects.map(bottomOf));
    const shifts: Readonly<Record<Alignment, (rect: Rect) => Shift>> = {
      left: (rect) => across(left - rect.x),
      centre: (rect) => across((left + right - rect.width) / 2 - rect.x),
      right: (rect) => across(right - rightOf(rect)),
      top: (rect) => down(top - rect.y),
      middle: (rect) => down((top + bottom - rect.height) / 2 - rect.y),
      bottom: (rect) => down(bottom - bottomOf(rect)),
    };
    return rects.map(shifts[alignment]);
  };

/** What leaves equal gaps between rectangles in their order; the outermost two stay where they are. */
export const spread =
  (direction: Direction): Arrange =>
  (rects) => {
    const start = direction === 'across' ? leftOf : topOf;
    const size = (rect: Rect): number => (direction === 'across' ? rect.width : rect.height);
    const shift = direction === 'across' ? across : down;
    const order = rects.map((_rect, index) => index).sort((a, b) => startOf(a) - startOf(b) || a - b);
    function startOf(index: number): number {
      const rect = rects[index];
      return rect ? start(rect) : 0;
    }
    const sizeAt = (index: number): number => {
      const rect = rects[index];
      return rect ? size(rect) : 0;
    };
    const first = order[0] ?? 0;
    const last = order.at(-1) ?? 0;
    const room = startOf(last) + sizeAt(last) - startOf(first) - order.reduce((sum, index) => sum + sizeAt(index), 0);
    const gap = order.length > 2 ? room / (order.length - 1) : 0;
    const shifts: Shift[] = rects.map(() => across(0));
    let at = startOf(first);
    for (const index of order) {
      if (order.length > 2) shifts[index] = shift(at - startOf(index));
      at += sizeAt(index) + gap;
    }
    return shifts;
  };

/** The elements that an arrangement moves: those inside another chosen one go along with it. */
export function outermostOf(design: Design, ids: readonly string[]): readonly string[] {
  const chosen = new Set(ids);
  return ids.filter((id) => {
    const element = design.elements.get(id);
    return element !== undefined && !ancestorsOf(design, element).some((container) => chosen.has(container.id));
  });
}

/** Moves elements as an arrangement of their places on the canvas asks. */
export function arrangeElements(design: Design, ids: readonly string[], arrange: Arrange): Result<DesignDiff> {
  const outermost = outermostOf(design, ids);
  const rects = absoluteRects(design);
  const shifts = arrange(outermost.flatMap((id) => rects.get(id) ?? []));
  let diff: DesignDiff = emptyDiff;
  let current = design;
  for (const [index, id] of outermost.entries()) {
    const { dx, dy } = shifts[index] ?? across(0);
    if (dx === 0 && dy === 0) continue;
    const moved = moveElements(current, { ids: [id], by: { dx, dy } });
    if (!moved.ok) return moved;
    const next = applyDiff(current, moved.value);
    if (!next.ok) return next;
    diff = compose(diff, moved.value);
    current = next.value;
  }
  return ok(diff);
}
