import { type Ends, isVertical, type Lanes, type Side } from './candidate-paths';
import type { Obstacles } from './obstacles';
import { cheapestPath } from './path-cost';
import { centreOf, type Point, type Rect } from './rect';

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const SIDE_PAIRS: readonly (readonly [Side, Side])[] = [
  ['bottom', 'top'],
  ['top', 'bottom'],
  ['right', 'left'],
  ['left', 'right'],
  ['right', 'top'],
  ['left', 'top'],
  ['right', 'bottom'],
  ['left', 'bottom'],
  ['bottom', 'left'],
  ['bottom', 'right'],
  ['top', 'left'],
  ['top', 'right'],
  ['right', 'right'],
  ['left', 'left'],
  ['bottom', 'bottom'],
  ['top', 'top'],
];

/** Distance between lines that meet the same side, and how near they come to its corners. */
const SPACING = 14;
const CORNER = 16;

const NO_LANES: Lanes = { from: 0, to: 0 };

const range = (rect: Rect, side: Side): readonly [number, number] => {
  const [start, length] = isVertical(side) ? [rect.x, rect.width] : [rect.y, rect.height];
  const margin = Math.min(CORNER, length / 3);
  return [start + margin, start + length - margin];
};

/** Where the two ends best sit: opposite each other where the boxes overlap, else as near to the other box as a side allows. */
function idealEnds(fromRect: Rect, toRect: Rect, fromSide: Side, toSide: Side): Ends {
  const [fromLow, fromHigh] = range(fromRect, fromSide);
  const [toLow, toHigh] = range(toRect, toSide);
  const fromCentre = centreOf(fromRect);
  const toCentre = centreOf(toRect);
  const middle = (rect: Rect, side: Side): number => (isVertical(side) ? centreOf(rect).x : centreOf(rect).y);
  if (isVertical(fromSide) !== isVertical(toSide) || fromSide === toSide)
    return { fromSide, toSide, fromAt: middle(fromRect, fromSide), toAt: middle(toRect, toSide) };
  const low = Math.max(fromLow, toLow);
  const high = Math.min(fromHigh, toHigh);
  if (low <= high) {
    const [narrow, wide] = fromHigh - fromLow <= toHigh - toLow ? [fromCentre, toCentre] : [toCentre, fromCentre];
    const wanted = isVertical(fromSide) ? narrow.x : narrow.y;
    const other = isVertical(fromSide) ? wide.x : wide.y;
    const at = wanted >= low && wanted <= high ? wanted : Math.min(high, Math.max(low, other));
    return { fromSide, toSide, fromAt: at, toAt: at };
  }
  return { fromSide, toSide, fromAt: middle(fromRect, fromSide), toAt: middle(toRect, toSide) };
}

function chooseSides(line: Line, from: Rect, to: Rect, obstacles: Obstacles): Ends {
  let best = idealEnds(from, to, 'bottom', 'bottom');
  let lowest = Number.POSITIVE_INFINITY;
  for (const [fromSide, toSide] of SIDE_PAIRS) {
    const ends = idealEnds(from, to, fromSide, toSide);
    const request = { from, to, ends, obstacles, except: [line.from, line.to], lanes: NO_LANES };
    const cost = cheapestPath(request)?.cost ?? Number.POSITIVE_INFINITY;
    if (cost < lowest) {
      lowest = cost;
      best = ends;
    }
  }
  return best;
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

type Planned = { readonly line: Line; readonly from: Rect; readonly to: Rect; ends: Ends; lanes: Lanes };

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

function spreadEnds(plans: ReadonlyMap<string, Planned>): void {
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
    spreadSlots(slots, ...range(rect, side));
    const ranks = rankSlots(slots);
    for (const slot of slots) {
      const plan = plans.get(slot.lineId);
      if (!plan) continue;
      plan.ends = slot.end === 'from' ? { ...plan.ends, fromAt: slot.at } : { ...plan.ends, toAt: slot.at };
      plan.lanes = { ...plan.lanes, [slot.end]: ranks.get(slot) ?? 0 };
    }
  }
}

/** A jog of a few pixels looks like a mistake: the end that can follow the other does. */
function straighten({ from, to, ends }: Planned): Ends {
  const opposite = isVertical(ends.fromSide) === isVertical(ends.toSide) && ends.fromSide !== ends.toSide;
  if (!opposite || Math.abs(ends.fromAt - ends.toAt) > SPACING) return ends;
  const fits = (at: number, rect: Rect, side: Side): boolean => {
    const [low, high] = range(rect, side);
    return at >= low && at <= high;
  };
  if (fits(ends.toAt, from, ends.fromSide)) return { ...ends, fromAt: ends.toAt };
  if (fits(ends.fromAt, to, ends.toSide)) return { ...ends, toAt: ends.fromAt };
  return ends;
}

/**
 * Right-angled paths for all lines, by id: leaving and entering by the sides that cross the fewest boxes with the fewest
 * bends, lines between the same boxes side by side. Lines whose ends are unknown or the same box are left out.
 */
export function routeConnections(
  lines: Iterable<Line>,
  rects: ReadonlyMap<string, Rect>,
  obstacles: Obstacles,
): Map<string, readonly Point[]> {
  const plans = new Map<string, Planned>();
  for (const line of lines) {
    const from = rects.get(line.from);
    const to = rects.get(line.to);
    if (!from || !to || line.from === line.to) continue;
    plans.set(line.id, { line, from, to, ends: chooseSides(line, from, to, obstacles), lanes: NO_LANES });
  }
  spreadEnds(plans);
  const routes = new Map<string, readonly Point[]>();
  for (const plan of plans.values()) {
    const ends = straighten(plan);
    const { line, from, to, lanes } = plan;
    const choice = cheapestPath({ from, to, ends, obstacles, except: [line.from, line.to], lanes });
    const fallback = (): readonly Point[] => [centreOf(plan.from), centreOf(plan.to)];
    routes.set(plan.line.id, choice?.points ?? fallback());
  }
  return routes;
}
