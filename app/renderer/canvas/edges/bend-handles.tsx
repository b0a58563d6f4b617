import { useStore } from '@xyflow/react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { nearestPiece } from '../geometry/bent-path';
import { isInside, type Point, type Rect } from '../geometry/rect';
import { bend, isUpright, startBending } from '../interaction/bending';
import { openReattachSearch } from '../interaction/connect-menu-state';
import { type End, startReattaching } from '../interaction/connecting';

/** Shortest piece that gets a handle, and how far from a box the handle of an end sits; px on the screen. */
const SHORTEST = 32;
const END_DISTANCE = 9;
/** How far an arrow key pushes a piece, in canvas pixels. */
const STEP = 8;
const SHARES = [0.5, 0.3, 0.7, 0.2, 0.8];

const lengthBetween = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

const placeOf = ({ x, y }: Point, zoom: number): string =>
  `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${1 / zoom})`;

interface HandleProps {
  readonly id: string;
  readonly points: readonly Point[];
  readonly zoom: number;
}

const WORDS: Readonly<Record<End, string>> = {
  from: 'Start of the connection: drag it to another element, or press Enter to choose one',
  to: 'End of the connection: drag it to another element, or press Enter to choose one',
};

const EndHandle = ({ id, points, zoom, end }: HandleProps & { readonly end: End }) => {
  const way = end === 'from' ? points : points.toReversed();
  const [tip, next] = way;
  if (!tip || !next) return null;
  const length = lengthBetween(tip, next);
  const at = length === 0 ? tip : between(tip, next, Math.min(0.4, END_DISTANCE / zoom / length));
  return (
    <button
      type="button"
      className="canvas-grip canvas-grip--end nodrag nopan"
      data-end={end}
      aria-label={WORDS[end]}
      style={{ transform: placeOf(at, zoom) }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        startReattaching(id, end, event.nativeEvent);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        openReattachSearch(id, end);
      }}
    />
  );
};

const PUSHES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Pieces long enough to be gripped, each with the place of its handle, clear of the labels. */
function gripsOn(points: readonly Point[], zoom: number, avoid: readonly Rect[]) {
  return points.slice(0, -1).flatMap((start, index) => {
    const end = points[index + 1];
    if (!end || lengthBetween(start, end) * zoom < SHORTEST) return [];
    const places = SHARES.map((share) => between(start, end, share));
    const at = places.find((place) => !avoid.some((rect) => isInside(rect, place))) ?? between(start, end, 0.5);
    return [{ index, at, upright: isUpright(points, index) }];
  });
}

/** Handles on the selected connection: its ends go to other elements, its pieces are pushed aside. */
export const BendHandles = ({ id, points, avoid }: Omit<HandleProps, 'zoom'> & { readonly avoid: readonly Rect[] }) => {
  const zoom = useStore(({ transform }) => transform[2]);
  const root = useRef<HTMLDivElement>(null);
  const pushed = useRef<Point | null>(null);
  // A pushed piece has another number when a bridge came of a straight line: the focus stays with the piece.
  useLayoutEffect(() => {
    if (!pushed.current) return;
    const piece = nearestPiece(points, pushed.current);
    pushed.current = null;
    root.current?.querySelector<HTMLElement>(`[data-piece="${piece}"]`)?.focus({ preventScroll: true });
  }, [points]);
  const push = (event: KeyboardEvent, index: number, at: Point): void => {
    const way = PUSHES[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const by = isUpright(points, index) ? way[0] : way[1];
    if (by === 0) return;
    pushed.current = isUpright(points, index) ? { x: at.x + by, y: at.y } : { x: at.x, y: at.y + by };
    bend(id, points, index, by);
  };
  return (
    <div ref={root}>
      {gripsOn(points, zoom, avoid).map(({ index, at, upright }) => (
        <button
          key={index}
          type="button"
          className="canvas-grip canvas-grip--piece nodrag nopan"
          data-piece={index}
          data-upright={upright ? '' : undefined}
          aria-label={`Bend the connection here, with the ${upright ? 'left and right' : 'up and down'} arrow keys or by dragging`}
          style={{ transform: placeOf(at, zoom) }}
          onPointerDown={(event) => {
            event.stopPropagation();
            startBending(id, points, index, event.nativeEvent);
          }}
          onKeyDown={(event) => push(event, index, at)}
        />
      ))}
      <EndHandle id={id} points={points} zoom={zoom} end="from" />
      <EndHandle id={id} points={points} zoom={zoom} end="to" />
    </div>
  );
};
