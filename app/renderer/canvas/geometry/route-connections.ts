import { pathOverBends } from './bent-path';
import { type Ends, isVertical, type Lanes, type Side } from './candidate-paths';
import { indexObstacles, type Obstacle, type Obstacles } from './obstacles';
import { cheapestPath } from './path-cost';
import { boundsOf, centreOf, isSameRect, overlaps, type Point, type Rect } from './rect';
import { rangeOf, SPACING } from './side-range';
import { type Line, type Planned, spreadEnds } from './spread-ends';

export type { Line } from './spread-ends';

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

const NO_LANES: Lanes = { from: 0, to: 0 };

/** Where the two ends best sit: opposite each other where the boxes overlap, else as near to the other box as a side allows. */
function idealEnds(fromRect: Rect, toRect: Rect, fromSide: Side, toSide: Side): Ends {
  const [fromLow, fromHigh] = rangeOf(fromRect, fromSide);
  const [toLow, toHigh] = rangeOf(toRect, toSide);
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

/** How far an end moves aside where its line would run along the border of a container, px. */
const ASIDE = 14;

/** The same sides with one end or both a little aside. */
function asides(ends: Ends, from: Rect, to: Rect): readonly Ends[] {
  const within = (at: number, [low, high]: readonly [number, number]): boolean => at >= low && at <= high;
  const [fromRange, toRange] = [rangeOf(from, ends.fromSide), rangeOf(to, ends.toSide)];
  const shifts = [0, -ASIDE, ASIDE];
  return shifts
    .flatMap((fromShift) => shifts.map((toShift) => [fromShift, toShift] as const))
    .map(([fromShift, toShift]) => ({ ...ends, fromAt: ends.fromAt + fromShift, toAt: ends.toAt + toShift }))
    .filter(({ fromAt, toAt }) => within(fromAt, fromRange) && within(toAt, toRange));
}

function chooseEnds(line: Line, from: Rect, to: Rect, obstacles: Obstacles): Ends {
  const choices = SIDE_PAIRS.map(([fromSide, toSide]) => idealEnds(from, to, fromSide, toSide));
  const request = { from, to, obstacles, except: [line.from, line.to], lanes: NO_LANES };
  const best = cheapestPath(request, choices);
  if (!best?.crossed.some(({ along }) => along)) return best?.ends ?? idealEnds(from, to, 'bottom', 'bottom');
  return cheapestPath(request, [best.ends, ...asides(best.ends, from, to)])?.ends ?? best.ends;
}

/** A jog of a few pixels looks like a mistake: the end that can follow the other does. */
function straighten({ from, to, ends }: Planned): Ends {
  const opposite = isVertical(ends.fromSide) === isVertical(ends.toSide) && ends.fromSide !== ends.toSide;
  if (!opposite || Math.abs(ends.fromAt - ends.toAt) > SPACING) return ends;
  const fits = (at: number, rect: Rect, side: Side): boolean => {
    const [low, high] = rangeOf(rect, side);
    return at >= low && at <= high;
  };
  if (fits(ends.toAt, from, ends.fromSide)) return { ...ends, fromAt: ends.toAt };
  if (fits(ends.fromAt, to, ends.toSide)) return { ...ends, toAt: ends.fromAt };
  return ends;
}

function findPath({ line, from, to, lanes }: Planned, ends: Ends, obstacles: Obstacles): readonly Point[] {
  const choice = cheapestPath({ from, to, obstacles, except: [line.from, line.to], lanes }, [ends]);
  return choice?.points ?? [centreOf(from), centreOf(to)];
}

/** What is remembered of a line from one time to the next. */
interface Remembered {
  readonly from: Rect;
  readonly to: Rect;
  readonly ends: Ends;
  /** Everything that could bear on the choice lies in here. */
  readonly watched: Rect;
  readonly finalEnds: Ends;
  readonly lanes: Lanes;
  readonly points: readonly Point[];
}

const WATCH_MARGIN = 40;

function watchedBy(from: Rect, to: Rect, points: readonly Point[]): Rect {
  const spots = points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
  const { x, y, width, height } = boundsOf([from, to, ...spots]) ?? from;
  return {
    x: x - WATCH_MARGIN,
    y: y - WATCH_MARGIN,
    width: width + 2 * WATCH_MARGIN,
    height: height + 2 * WATCH_MARGIN,
  };
}

/** Where something came, went or moved. */
function changedPlaces(before: ReadonlyMap<string, Obstacle>, after: ReadonlyMap<string, Obstacle>): Rect[] {
  const places: Rect[] = [];
  for (const [id, { rect }] of after) {
    const known = before.get(id);
    if (!known) places.push(rect);
    else if (!isSameRect(known.rect, rect)) places.push(known.rect, rect);
  }
  for (const [id, { rect }] of before) if (!after.has(id)) places.push(rect);
  return places;
}

const sameEnds = (a: Ends, b: Ends): boolean =>
  a.fromSide === b.fromSide && a.toSide === b.toSide && a.fromAt === b.fromAt && a.toAt === b.toAt;

export type Router = (
  lines: Iterable<Line>,
  rects: ReadonlyMap<string, Rect>,
  boxes: readonly Obstacle[],
) => ReadonlyMap<string, readonly Point[]>;

/**
 * Makes right-angled paths for lines, by id: leaving and entering by the sides that cross the fewest boxes with the fewest
 * corners, lines between the same boxes side by side, those bent by hand over their corners. Lines whose ends are unknown or the same box are left out. Called
 * again, it works out only what a change can have touched.
 */
export function createRouter(): Router {
  let memory = new Map<string, Remembered>();
  let known: ReadonlyMap<string, Obstacle> = new Map();
  return (lines, rects, boxes) => {
    const obstacles = indexObstacles(boxes);
    const current = new Map(boxes.map((box) => [box.id, box]));
    const changed = changedPlaces(known, current);
    const plans = new Map<string, Planned>();
    const kept = new Map<string, Remembered>();
    const paths = new Map<string, readonly Point[]>();
    for (const line of lines) {
      const from = rects.get(line.from);
      const to = rects.get(line.to);
      if (!from || !to || line.from === line.to) continue;
      const bent = line.bends && pathOverBends(from, to, line.bends);
      if (bent) {
        paths.set(line.id, bent);
        continue;
      }
      const old = memory.get(line.id);
      const stands =
        old !== undefined &&
        isSameRect(old.from, from) &&
        isSameRect(old.to, to) &&
        !changed.some((place) => overlaps(place, old.watched));
      if (stands) kept.set(line.id, old);
      const ends = stands ? old.ends : chooseEnds(line, from, to, obstacles);
      plans.set(line.id, { line, from, to, ends, lanes: NO_LANES });
    }
    const chosen = new Map([...plans].map(([id, { ends }]) => [id, ends]));
    spreadEnds(plans);
    const next = new Map<string, Remembered>();
    for (const [id, plan] of plans) {
      const finalEnds = straighten(plan);
      const { from, to, lanes } = plan;
      const old = kept.get(id);
      const stands =
        old && sameEnds(old.finalEnds, finalEnds) && old.lanes.from === lanes.from && old.lanes.to === lanes.to;
      const points = stands ? old.points : findPath(plan, finalEnds, obstacles);
      const ends = chosen.get(id) ?? finalEnds;
      next.set(id, stands ? old : { from, to, ends, watched: watchedBy(from, to, points), finalEnds, lanes, points });
    }
    memory = next;
    known = current;
    for (const [id, { points }] of next) paths.set(id, points);
    return paths;
  };
}

/** The path of a single line with nothing in its way, for what is drawn while things move. */
export const routeFreely = (from: Rect, to: Rect, bends?: readonly Point[]): readonly Point[] =>
  createRouter()(
    [{ id: 'line', from: 'from', to: 'to', bends }],
    new Map([
      ['from', from],
      ['to', to],
    ]),
    [],
  ).get('line') ?? [];
