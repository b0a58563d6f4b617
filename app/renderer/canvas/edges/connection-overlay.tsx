import { EdgeLabelRenderer, useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { Design } from '../../../../shared/model/design';
import { app, useApp } from '../../store/app';
import type { AppState } from '../../store/state';
import { placeLabels } from '../geometry/place-labels';
import { absoluteRects, overlaps, type Point, type Rect } from '../geometry/rect';
import { type Detail, detailAt } from '../nodes/far';
import type { FlowEdge } from '../projection/flow-types';
import { obstacleOf } from '../projection/obstacle-of';
import { BendHandles } from './bend-handles';
import { listPills, type Pill } from './connection-words';

/** Pills keep their size for the reader, so they are larger on the drawing the further away it is; see `edges.css`. */
const SIZES: Readonly<Record<Detail, { readonly height: number; readonly letter: number; readonly most: number }>> = {
  full: { height: 20, letter: 6.2, most: 240 },
  names: { height: 24, letter: 7.4, most: 240 },
  bare: { height: 32, letter: 10, most: 360 },
  icons: { height: 0, letter: 0, most: 0 },
  far: { height: 0, letter: 0, most: 0 },
};
const PADDING = 18;

/** Of more lines in the light at once, the words would cover the drawing rather than explain it. */
const MOST_PILLS = 100;

export interface Placed extends Pill {
  readonly at: Point;
  readonly rect: Rect;
}

function place(pills: readonly Pill[], edges: readonly FlowEdge[], boxes: readonly Rect[], detail: Detail): Placed[] {
  const { height, letter, most } = SIZES[detail];
  const pointsOf = new Map(edges.flatMap(({ id, data }) => (data ? [[id, data.points] as const] : [])));
  const requests = pills.flatMap((pill) => {
    const points = pointsOf.get(pill.id);
    const width = Math.min(most, pill.text.length * letter + PADDING);
    return points ? [{ ...pill, points, width, height }] : [];
  });
  const places = placeLabels(requests, (rect) => boxes.filter((box) => overlaps(rect, box)));
  return requests.flatMap(({ id, text, width }) => {
    const at = places.get(id);
    return at ? [{ id, text, at, rect: { x: at.x - width / 2, y: at.y - height / 2, width, height } }] : [];
  });
}

function useBoxes(drawn: Pick<Design, 'elements'>, isNeeded: boolean): readonly Rect[] {
  return useMemo(() => {
    if (!isNeeded) return [];
    const rects = absoluteRects(drawn);
    return [...drawn.elements.values()].flatMap((element) => obstacleOf(element, rects).map(({ rect }) => rect));
  }, [drawn, isNeeded]);
}

function usePills(edges: readonly FlowEdge[]): readonly Pill[] {
  const selection = useApp((state) => state.selection);
  const hover = useApp((state) => state.hover);
  const highlight = useApp((state) => state.highlight);
  const topology = useApp((state) => state.topology);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what the words depend on, read from the state at once
  return useMemo(() => {
    const pills = listPills(
      app.getState(),
      edges.map(({ id, source, target, data }) => ({ id, source, target, count: data?.of.length ?? 1 })),
    );
    return pills.length > MOST_PILLS ? [] : pills;
  }, [edges, selection, hover, highlight, topology]);
}

/** The one connection that is selected, where it can be edited. */
const selectHandled = ({ selection, view, outage, preview }: AppState): string | null => {
  const [id, ...others] = selection.connections;
  const isAlone = id !== undefined && others.length === 0 && selection.elements.length === 0;
  return isAlone && view.tool === 'select' && !outage && !preview ? id : null;
};

interface OverlayProps {
  readonly edges: readonly FlowEdge[];
  readonly drawn: Pick<Design, 'elements'>;
}

const Overlay = ({ edges, drawn }: OverlayProps) => {
  const detail = useStore(({ transform }) => detailAt(transform[2], drawn.elements.size));
  const pills = usePills(edges);
  const handled = useApp(selectHandled);
  const boxes = useBoxes(drawn, pills.length > 0);
  const placed = useMemo(
    () => (SIZES[detail].height === 0 ? [] : place(pills, edges, boxes, detail)),
    [pills, edges, boxes, detail],
  );
  const bent = handled === null ? undefined : edges.find(({ id }) => id === handled)?.data;
  if (placed.length === 0 && !bent) return null;
  return (
    <EdgeLabelRenderer>
      {placed.map(({ id, text, at }) => (
        <span
          key={id}
          className="canvas-pill ui-truncate"
          dir="auto"
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        >
          {text}
        </span>
      ))}
      {bent && handled !== null && detail !== 'far' ? (
        <BendHandles key={handled} id={handled} points={bent.points} avoid={placed.map(({ rect }) => rect)} />
      ) : null}
    </EdgeLabelRenderer>
  );
};

/** Above the elements: what the connections in the light say, and the handles of the one that is selected. */
export const ConnectionOverlay = memo(Overlay);
ConnectionOverlay.displayName = 'ConnectionOverlay';
