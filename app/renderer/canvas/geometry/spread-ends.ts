import { type Ends, isVertical, type Lanes, type Side } from './candidate-paths';
import { centreOf, type Point, type Rect } from './rect';
import { rangeOf, SPACING } from './side-range';

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Corners set by hand. */
  readonly bends?: readonly Point[] | undefined;
}

/** A line on its way to a path: the sides it uses, and its place among those that share them. */
export interface Planned {
  readonly line: Line;
  readonly from: Rect;
  readonly to: Rect;
  readonly ends: Ends;
  readonly lanes: Lanes;
}

interface Slot {
  at: number;
  readonly lineId: string;
  readonly end: 'from' | 'to';
  readonly towards: number;
}

/** Pushes the ends that share a side apart, in the order in which their other ends lie. */
function spreadSlots(slots: Slot[], low: number, high: number): void {
  slots.sort((a, b) => a.at - b.at || a.towards - b.towards || (a.lineId < b.lineId ? -1 : 1));
  const gap = Math.min(SPACING, (high - low) / Math.max(1, slots.length - 1));
  for (let index = 1; index < slots.length; index += 1) {
    const before = slots[index - 1];
    const slot = slots[index];
    if (before && slot && slot.at - before.at < gap) {
      const middle = (slot.at + before.at) / 2;
      const shift = Math.min(0, high - (middle + gap / 2));
      before.at = Math.max(low, middle - gap / 2 + shift);
      slot.at = before.at + gap;
    }
  }
  let limit = high;
  for (const slot of slots.toReversed()) {
    slot.at = Math.min(slot.at, limit);
    limit = slot.at - gap;
  }
}

/**
 * Lines that turn off in the same direction nest like brackets: the one that has to go furthest past the others runs
 * outermost, so that none crosses its neighbour.
 */
function rankSlots(slots: readonly Slot[]): ReadonlyMap<Slot, number> {
  const ranks = new Map<Slot, number>();
  const back = slots.filter(({ at, towards }) => towards < at);
  const forth = slots.filter(({ at, towards }) => towards >= at).toReversed();
  for (const group of [back, forth]) for (const [rank, slot] of group.entries()) ranks.set(slot, rank);
  return ranks;
}

/** Gives lines that share a side of a box places of their own on it. Changes the map's entries. */
export function spreadEnds(plans: Map<string, Planned>): void {
  const bySide = new Map<string, { slots: Slot[]; rect: Rect; side: Side }>();
  const put = (id: string, rect: Rect, side: Side, slot: Slot): void => {
    const key = `${id}|${side}`;
    const group = bySide.get(key) ?? { slots: [], rect, side };
    group.slots.push(slot);
    bySide.set(key, group);
  };
  for (const { line, from, to, ends } of plans.values()) {
    const towards = (rect: Rect, side: Side): number => (isVertical(side) ? centreOf(rect).x : centreOf(rect).y);
    const base = { lineId: line.id };
    put(line.from, from, ends.fromSide, { ...base, at: ends.fromAt, end: 'from', towards: towards(to, ends.fromSide) });
    put(line.to, to, ends.toSide, { ...base, at: ends.toAt, end: 'to', towards: towards(from, ends.toSide) });
  }
  for (const { slots, rect, side } of bySide.values()) {
    if (slots.length < 2) continue;
    spreadSlots(slots, ...rangeOf(rect, side));
    const ranks = rankSlots(slots);
    for (const slot of slots) {
      const plan = plans.get(slot.lineId);
      if (!plan) continue;
      const ends = slot.end === 'from' ? { ...plan.ends, fromAt: slot.at } : { ...plan.ends, toAt: slot.at };
      plans.set(slot.lineId, { ...plan, ends, lanes: { ...plan.lanes, [slot.end]: ranks.get(slot) ?? 0 } });
    }
  }
}
