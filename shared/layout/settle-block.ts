import type { Design, Element, ElementId, Frame } from '../model/design';
import { type DesignDiff, emptyDiff } from '../model/diff';
import { reframe } from './fit';
import { APART, snapUp } from './measures';
import { overlaps } from './overlap';

/** Larger blocks are moved by the rectangle around them: quick, if a little farther than needed. */
const CLOSELY_LOOKED_AT = 50;

/** The grid of a VPC finds places for what lies in these. */
const GRID_HOLDERS: ReadonlySet<string> = new Set(['vpc', 'availability-zone', 'subnet', 'tier']);

function boundsOf(frames: readonly Frame[]): Frame {
  const x = frames.reduce((least, frame) => Math.min(least, frame.x), Number.POSITIVE_INFINITY);
  const y = frames.reduce((least, frame) => Math.min(least, frame.y), Number.POSITIVE_INFINITY);
  const right = frames.reduce((most, frame) => Math.max(most, frame.x + frame.width), Number.NEGATIVE_INFINITY);
  const bottom = frames.reduce((most, frame) => Math.max(most, frame.y + frame.height), Number.NEGATIVE_INFINITY);
  return { x, y, width: right - x, height: bottom - y };
}

/** How far right (down) a block must go until none of it lies over the others. */
function clearance(block: readonly Frame[], others: readonly Frame[], axis: 'x' | 'y'): number {
  const size = axis === 'x' ? 'width' : 'height';
  let by = 0;
  const push = (): boolean => {
    for (const member of block) {
      const moved = { ...member, [axis]: member[axis] + by };
      const hit = others.find((other) => overlaps(moved, other));
      if (!hit) continue;
      by = snapUp(hit[axis] + hit[size] + APART - member[axis]);
      return true;
    }
    return false;
  };
  while (push());
  return by;
}

function groupNewcomers(before: Design, after: Design): ReadonlyMap<ElementId | null, readonly Element[]> {
  const groups = new Map<ElementId | null, Element[]>();
  for (const element of after.elements.values()) {
    const { parent, kind } = element;
    const holder = parent === null ? undefined : after.elements.get(parent);
    const isRoot = !before.elements.has(element.id) && (parent === null || before.elements.has(parent));
    if (!isRoot || kind === 'tier' || (holder && GRID_HOLDERS.has(holder.kind))) continue;
    const group = groups.get(parent) ?? [];
    group.push(element);
    groups.set(parent, group);
  }
  return groups;
}

/**
 * The change that moves what was added as a whole to where it lies over none of its siblings, so that pasted elements keep the places
 * they have to one another. Nothing to do for a single one, which gives way by itself.
 */
export function settleBlock(before: Design, after: Design): DesignDiff {
  const frames = new Map<ElementId, Frame>();
  for (const [parent, group] of groupNewcomers(before, after)) {
    if (group.length < 2) continue;
    const own = new Set(group.map(({ id }) => id));
    const others = [...after.elements.values()].flatMap((element) =>
      element.parent === parent && !own.has(element.id) && element.kind !== 'tier' && element.order === undefined
        ? [element.frame]
        : [],
    );
    const members = group.map(({ frame }) => frame);
    const block = group.length > CLOSELY_LOOKED_AT ? [boundsOf(members)] : members;
    const [right, down] = [clearance(block, others, 'x'), clearance(block, others, 'y')];
    const isSideways = right < down;
    for (const { id, frame } of group)
      frames.set(id, isSideways ? { ...frame, x: frame.x + right } : { ...frame, y: frame.y + down });
  }
  return frames.size === 0 ? emptyDiff : reframe(after, frames);
}
