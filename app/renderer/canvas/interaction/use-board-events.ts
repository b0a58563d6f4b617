import type { ReactFlowProps } from '@xyflow/react';
import { type PointerEvent, useMemo, useRef } from 'react';
import { isOutageMode } from '../../outage/use-outage';
import { app } from '../../store/app';
import { useZoom } from '../../store/zoom';
import { leaveFitted } from '../fitted-view';
import { drawnRects } from '../projection/collapsed-view';
import { isContainerKind } from '../projection/drawing-order';
import type { FlowEdge, FlowNode } from '../projection/flow-types';
import { addAt, innermost } from './add-from-palette';
import { setCollapsed } from './collapsing';
import { startConnecting } from './connecting';
import { containersAt } from './containers-at';
import { setMarquee, takeEdgeSelection } from './select-changes';
import { currentStage } from './stage';
import { startRenaming } from './use-canvas-keys';

type FlowEvents = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  | 'onEdgesChange'
  | 'onNodeClick'
  | 'onNodeDoubleClick'
  | 'onNodeContextMenu'
  | 'onEdgeContextMenu'
  | 'onPaneContextMenu'
  | 'onNodeMouseEnter'
  | 'onNodeMouseLeave'
  | 'onEdgeMouseEnter'
  | 'onEdgeMouseLeave'
  | 'onSelectionStart'
  | 'onSelectionEnd'
  | 'onMoveStart'
  | 'onMove'
  | 'onMoveEnd'
>;

export interface BoardEvents {
  onPointerDownCapture(event: PointerEvent<HTMLElement>): void;
  readonly flow: FlowEvents;
}

const isChosen = (id: string): boolean => {
  const { elements, connections } = app.getState().selection;
  return elements.includes(id) || connections.includes(id);
};

/** Puts a note where the pointer is and opens it for writing. */
function placeNote(event: PointerEvent<HTMLElement>): void {
  const stage = currentStage();
  const pointer = { x: event.clientX, y: event.clientY };
  if (!stage?.covers(pointer)) return;
  event.stopPropagation();
  event.preventDefault();
  const { design } = app.getState();
  const point = stage.toCanvas(pointer);
  const container = innermost(design, containersAt(design, drawnRects(design), point));
  const isAdded = addAt({ kind: 'note', title: 'Note', icon: 'lucide/sticky-note' }, container, point);
  app.setView({ tool: 'select' });
  const [added] = app.getState().selection.elements;
  if (isAdded && added !== undefined) startRenaming(added);
}

/** A second click opens a collapsed container; it renames everything else. */
function openOrRename(id: string): void {
  if (app.getState().design.elements.get(id)?.collapsed) setCollapsed([id], false);
  else startRenaming(id);
}

function beginConnection(event: PointerEvent<HTMLElement>): void {
  const id =
    event.target instanceof Element ? event.target.closest('[data-element-id]')?.getAttribute('data-element-id') : null;
  const element = id == null ? undefined : app.getState().design.elements.get(id);
  if (!element || isContainerKind(element.kind)) return;
  event.stopPropagation();
  event.preventDefault();
  startConnecting(element.id, event.nativeEvent);
}

function press(event: PointerEvent<HTMLElement>): void {
  const { outage, view } = app.getState();
  if (event.button !== 0 || outage) return;
  const { tool } = view;
  if (tool === 'note') placeNote(event);
  else if (tool === 'connect') beginConnection(event);
}

/** A plain click on one of several selected elements leaves only that one selected. */
const narrowTo = (id: string): void => {
  if (app.getState().selection.elements.length > 1) app.select({ elements: [id] });
};

/** What the pointer does on the drawing, apart from moving things. */
export function useBoardEvents(): BoardEvents {
  const isMarquee = useRef(false);
  const zoomFrame = useRef(0);
  const isViewMoving = useRef(false);
  const passing = useRef<string | null>(null);
  return useMemo<BoardEvents>(() => {
    // What slides past under a resting pointer is not meant; what it rests on in the end is.
    const hoverAt = (event: { readonly buttons: number } | null, id: string | null) => {
      if (event && event.buttons !== 0) return;
      if (isViewMoving.current) passing.current = id;
      else app.hover(id);
    };
    return {
      onPointerDownCapture: press,
      flow: {
        // A marquee picks elements; connections between them come along with every edit anyway.
        onEdgesChange: (changes) => (isMarquee.current ? undefined : takeEdgeSelection(changes)),
        onSelectionStart: () => {
          isMarquee.current = true;
          setMarquee(true);
        },
        onSelectionEnd: () => {
          isMarquee.current = false;
          setMarquee(false);
        },
        onNodeClick: (event, { id }) => {
          if (isOutageMode(app.getState())) return app.toggleFailure(id);
          if (!event.shiftKey && !event.ctrlKey && !event.metaKey) narrowTo(id);
        },
        onNodeDoubleClick: (_event, { id }) => (isOutageMode(app.getState()) ? undefined : openOrRename(id)),
        onNodeContextMenu: (_event, { id }) =>
          isChosen(id) || isOutageMode(app.getState()) ? undefined : app.select({ elements: [id] }),
        onEdgeContextMenu: (_event, { id }) =>
          isChosen(id) || isOutageMode(app.getState()) ? undefined : app.select({ connections: [id] }),
        onPaneContextMenu: () => app.select({}),
        onNodeMouseEnter: (event, { id }) => hoverAt(event, id),
        // A gesture may end over a node the pointer entered with a button held.
        onNodeMouseMove: (event: MouseEvent, { id }: FlowNode) => hoverAt(event, id),
        onNodeMouseLeave: () => hoverAt(null, null),
        onEdgeMouseEnter: (event, { id }) => hoverAt(event, id),
        onEdgeMouseLeave: () => hoverAt(null, null),
        // The page's own moves come without an event.
        onMoveStart: (event) => {
          if (!event) return;
          isViewMoving.current = true;
          passing.current = app.getState().hover;
          leaveFitted();
        },
        onMoveEnd: () => {
          if (isViewMoving.current) app.hover(passing.current);
          isViewMoving.current = false;
        },
        onMove: (_event, { zoom }) => {
          if (useZoom.getState().zoom === zoom) return;
          cancelAnimationFrame(zoomFrame.current);
          zoomFrame.current = requestAnimationFrame(() => useZoom.setState({ zoom }));
        },
      },
    };
  }, []);
}
