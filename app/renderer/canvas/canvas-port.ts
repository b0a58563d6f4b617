import type { ReactFlowInstance } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { app } from '../store/app';
import type { CanvasPort } from '../store/canvas-port';
import { isFitted, keepFitted, leaveFitted } from './fitted-view';
import { boundsOf, type Rect } from './geometry/rect';
import { setStage } from './interaction/stage';
import { collapsedView, drawnRects } from './projection/collapsed-view';
import type { FlowEdge, FlowNode } from './projection/flow-types';

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 3;
/** Room for the floating toolbar below, px. */
const MARGINS = { top: 32, right: 32, bottom: 80, left: 32 };

type Flow = ReactFlowInstance<FlowNode, FlowEdge>;

const duration = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

/** The map and the zoom control in the lower right corner, px. */
const CORNER = { width: 192, height: 192 };

/** Shows a rectangle of the canvas as large as it fits, never above 100 %, clear of the corner where there is room beside it. */
function show(flow: Flow, root: HTMLElement, bounds: Rect, milliseconds: number): void {
  const width = root.clientWidth - MARGINS.left - MARGINS.right;
  const height = root.clientHeight - MARGINS.top - MARGINS.bottom;
  const zoom = Math.min(1, Math.max(MIN_ZOOM, Math.min(width / bounds.width, height / bounds.height)));
  const slackX = (width - bounds.width * zoom) / 2;
  const slackY = (height - bounds.height * zoom) / 2;
  const overX = Math.max(0, CORNER.width - MARGINS.right - slackX);
  const overY = Math.max(0, CORNER.height - MARGINS.bottom - slackY);
  // The cheaper of the two moves, where there is room for it.
  const isSideways = slackX >= overX && (overX <= overY || slackY < overY);
  const left = MARGINS.left + slackX - (overY > 0 && isSideways ? overX : 0);
  const top = MARGINS.top + slackY - (overX > 0 && !isSideways ? Math.min(slackY, overY) : 0);
  const x = left - bounds.x * zoom;
  const y = top - bounds.y * zoom;
  void flow.setViewport({ x: Math.round(x), y: Math.round(y), zoom }, { duration: milliseconds });
}

/** Shows the whole design, and goes on doing so while the canvas changes its size. */
function showAll(flow: Flow, root: HTMLElement, milliseconds: number): void {
  const { design, preview } = app.getState();
  const bounds = boundsOf(drawnRects(preview?.design ?? design).values());
  if (!bounds) return;
  show(flow, root, bounds, milliseconds);
  keepFitted();
}

/** Elements a shown fix adds count where they would be drawn. */
function boundsOfIds(ids: readonly string[]): Rect | undefined {
  const { design: now, preview } = app.getState();
  const design = preview?.design ?? now;
  const rects = drawnRects(design);
  const { standIn } = collapsedView(design);
  const elements = ids.flatMap((id) => {
    const connection = design.connections.get(id);
    return connection ? [connection.from, connection.to] : [id];
  });
  return boundsOf(elements.flatMap((id) => rects.get(standIn(id)) ?? []));
}

function showOnly(flow: Flow, root: HTMLElement, ids: readonly string[]): void {
  const bounds = boundsOfIds(ids);
  if (!bounds) return;
  leaveFitted();
  show(flow, root, bounds, duration());
}

function reveal(flow: Flow, root: HTMLElement, ids: readonly string[]): void {
  const bounds = boundsOfIds(ids);
  if (!bounds) return;
  const { x, y, zoom } = flow.getViewport();
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  const isSeen =
    left >= 0 &&
    top >= 0 &&
    left + bounds.width * zoom <= root.clientWidth &&
    top + bounds.height * zoom <= root.clientHeight - MARGINS.bottom / 2;
  if (isSeen) return;
  leaveFitted();
  const fits = bounds.width * zoom <= root.clientWidth && bounds.height * zoom <= root.clientHeight - MARGINS.bottom;
  if (!fits) show(flow, root, bounds, duration());
  else void flow.setCenter(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, { zoom, duration: duration() });
}

/** A little longer than the transition of nodes in `canvas.css`. */
const GLIDE_MS = 220;

function glide(root: HTMLElement): void {
  root.dataset.gliding = '';
  window.setTimeout(() => delete root.dataset.gliding, GLIDE_MS);
}

function makePort(flow: Flow, root: HTMLElement): CanvasPort {
  const options = () => {
    leaveFitted();
    return { duration: duration() };
  };
  return {
    zoomIn: () => void flow.zoomIn(options()),
    zoomOut: () => void flow.zoomOut(options()),
    zoomTo: (zoom) => void flow.zoomTo(zoom, options()),
    fit: () => showAll(flow, root, duration()),
    show: (ids) => showOnly(flow, root, ids),
    glide: () => glide(root),
    reveal: (ids) => reveal(flow, root, ids),
    focus: (id) => {
      const box = id === undefined ? undefined : collapsedView(app.getState().design).standIn(id);
      const wanted =
        box === undefined ? null : root.querySelector<HTMLElement>(`[data-element-id="${CSS.escape(box)}"]`);
      const first = root.querySelector<HTMLElement>('[data-element-id]');
      (wanted ?? first ?? root).focus({ preventScroll: true });
    },
    visibleCentre: () => {
      const { left, top, width, height } = root.getBoundingClientRect();
      return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
    },
  };
}

/** Tells the store and the gestures where the canvas is, while it is on screen. */
export function useCanvasPort(flow: Flow, root: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    app.setCanvas(makePort(flow, element));
    setStage({
      toCanvas: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
      covers: ({ x, y }) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && element.contains(hit) && hit.closest('.canvas__bar, .react-flow__panel') === null;
      },
    });
    return () => {
      app.setCanvas(null);
      setStage(null);
    };
  }, [flow, root]);
}

/** Shows the whole design when another document is opened, and again when the canvas changes its size before anybody has moved it. */
export function useFitOnOpen(flow: Flow, root: RefObject<HTMLDivElement | null>, ticket: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new ticket is what asks for it
  useEffect(() => {
    const frame = requestAnimationFrame(() => (root.current ? showAll(flow, root.current, 0) : undefined));
    return () => cancelAnimationFrame(frame);
  }, [flow, root, ticket]);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => (isFitted() ? showAll(flow, element, 0) : undefined));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [flow, root]);
}
