import type { Design } from '../../../../shared/model/design';
import { useZoom } from '../../store/zoom';
import { type Guide, makeGuide } from '../geometry/guides';
import { absoluteRects, boundsOf, type Point, type Rect } from '../geometry/rect';
import { gestures } from './gestures';

/** Page pixels within which things snap into line. */
const REACH = 6;

type Positions = ReadonlyMap<string, Point>;

/** Guides for one drag. */
export interface GuideSession {
  /** Positions, relative to the parents, of what is dragged: brought into line with its siblings. */
  snap(positions: Positions): Positions;
  end(): void;
}

/** Where elements are placed by the grid of their VPC, guides would promise what does not come. */
const GRID_HOLDERS: ReadonlySet<string> = new Set(['vpc', 'availability-zone']);

function siblingsOf(design: Design, rects: ReadonlyMap<string, Rect>, ids: ReadonlySet<string>): readonly Rect[] {
  const [first] = ids;
  const parent = design.elements.get(first ?? '')?.parent ?? null;
  const holder = parent === null ? undefined : design.elements.get(parent);
  if (holder && GRID_HOLDERS.has(holder.kind)) return [];
  const siblings: Rect[] = [];
  for (const element of design.elements.values()) {
    const rect = element.parent === parent && !ids.has(element.id) ? rects.get(element.id) : undefined;
    if (rect) siblings.push(rect);
  }
  return siblings;
}

/** Alt or Ctrl lets things go where the hand takes them. */
function watchModifiers(): { readonly isFree: () => boolean; readonly stop: () => void } {
  const watcher = new AbortController();
  let isFree = false;
  const look = (event: PointerEvent | KeyboardEvent): void => {
    isFree = event.altKey || event.ctrlKey || event.metaKey;
  };
  const options = { capture: true, signal: watcher.signal };
  window.addEventListener('pointermove', look, options);
  window.addEventListener('keydown', look, options);
  window.addEventListener('keyup', look, options);
  return { isFree: () => isFree, stop: () => watcher.abort() };
}

const samePlaces = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

function shiftAll(positions: Positions, { x, y }: Point): Positions {
  if (x === 0 && y === 0) return positions;
  return new Map([...positions].map(([id, at]) => [id, { x: at.x + x, y: at.y + y }]));
}

/** Begins to guide a drag of elements; the first is the one under the pointer. */
export function beginGuides(design: Design, ids: readonly string[]): GuideSession {
  const rects = absoluteRects(design);
  const dragged = new Set(ids);
  const [lead = ''] = ids;
  const home = design.elements.get(lead)?.frame;
  const bounds = boundsOf(ids.flatMap((id) => rects.get(id) ?? []));
  const modifiers = watchModifiers();
  let guide: Guide | null = null;
  const clear = (): void => {
    if (gestures.getState().guides.length > 0) gestures.setState({ guides: [] });
  };
  return {
    snap: (positions) => {
      const at = positions.get(lead);
      if (!home || !bounds || !at || modifiers.isFree() || samePlaces(at, home)) {
        clear();
        return positions;
      }
      guide ??= makeGuide(siblingsOf(design, rects, dragged));
      const moving = { ...bounds, x: bounds.x + at.x - home.x, y: bounds.y + at.y - home.y };
      const { dx, dy, lines } = guide(moving, REACH / useZoom.getState().zoom);
      if (lines.length > 0) gestures.setState({ guides: lines });
      else clear();
      return shiftAll(positions, { x: dx, y: dy });
    },
    end: () => {
      modifiers.stop();
      clear();
    },
  };
}
