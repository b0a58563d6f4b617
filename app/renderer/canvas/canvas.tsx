import { MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { useOutageMode } from '../outage/use-outage';
import { useApp } from '../store/app';
import { hiddenLayers } from '../store/layers';
import type { Tool } from '../store/state';
import { CanvasMenu } from './canvas-menu';
import { useCanvasPort, useFitOnOpen } from './canvas-port';
import { ConnectingLine } from './edges/connecting-line';
import { ConnectionOverlay } from './edges/connection-overlay';
import { EmptyCanvas } from './empty-canvas';
import { fixedOptions } from './flow-options';
import { ConnectMenus } from './interaction/connect-menus';
import { DropOverlay } from './interaction/drop-overlay';
import { GuideLines } from './interaction/guide-lines';
import { useBoardEvents } from './interaction/use-board-events';
import { handleCanvasKey, useFitKeys, useSpaceHeld } from './interaction/use-canvas-keys';
import { useMoving } from './interaction/use-moving';
import { detailAt, FarContext } from './nodes/far';
import type { FlowEdge, FlowNode } from './projection/flow-types';
import { ToolBar, ZoomBar } from './toolbar';
import { useProjection } from './use-projection';
import './canvas.css';

/** What dragging does, by tool. Space and the middle button always pan; a shown fix or outage is only looked at. */
const dragOptions = (tool: Tool, isPreviewing: boolean, isOutage: boolean) => ({
  nodesDraggable: tool === 'select' && !isPreviewing && !isOutage,
  elementsSelectable: tool !== 'hand' && !isOutage,
  selectionOnDrag: tool === 'select' && !isOutage,
  panOnDrag: tool === 'hand' || isOutage ? true : [1],
});

const miniClass = ({ type }: FlowNode): string => `canvas-mini canvas-mini--${type ?? 'service'}`;

const Board = () => {
  const root = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const { nodes: projected, edges, drawn } = useProjection();
  const moving = useMoving(projected);
  const events = useBoardEvents();
  const chosenTool = useApp(({ view }) => view.tool);
  const tool = useSpaceHeld() ? 'hand' : chosenTool;
  const ticket = useApp(({ document }) => document?.ticket);
  const isEmpty = useApp(({ design }) => design.elements.size === 0);
  const hidden = useApp(({ view }) => hiddenLayers(view.layers));
  const count = useApp(({ design }) => design.elements.size);
  const detail = useStore(({ transform }) => detailAt(transform[2], count));
  useCanvasPort(flow, root);
  useFitOnOpen(flow, root, ticket);
  useFitKeys();
  const isPreviewing = useApp(({ preview }) => preview !== null);
  const isOutage = useOutageMode();
  const options = useMemo(() => dragOptions(tool, isPreviewing, isOutage), [tool, isPreviewing, isOutage]);
  return (
    <FarContext value={detail === 'far'}>
      <CanvasMenu>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys come from the focused elements inside */}
        <div
          ref={root}
          className="canvas"
          data-tool={tool}
          data-detail={detail}
          data-hidden={hidden}
          data-outage={isOutage ? '' : undefined}
          tabIndex={-1}
          onKeyDown={handleCanvasKey}
          onPointerDownCapture={events.onPointerDownCapture}
        >
          <ReactFlow<FlowNode, FlowEdge> {...fixedOptions} {...options} {...events.flow} {...moving} edges={edges}>
            {isEmpty ? null : (
              <div className="canvas__corner">
                <MiniMap<FlowNode>
                  className="canvas__minimap"
                  style={{ width: 160, height: 104 }}
                  nodeClassName={miniClass}
                  pannable
                  zoomable
                  ariaLabel="Map of the drawing"
                />
                <ZoomBar />
              </div>
            )}
            {moving.nodes === projected ? <ConnectionOverlay edges={edges} drawn={drawn} /> : null}
            <ConnectingLine />
            <GuideLines />
          </ReactFlow>
          {isEmpty ? <EmptyCanvas /> : null}
          <ToolBar />
          <DropOverlay />
          <ConnectMenus />
        </div>
      </CanvasMenu>
    </FarContext>
  );
};

/** The drawing. React Flow shows it; the store holds it. */
export const Canvas = () => (
  <ReactFlowProvider>
    <Board />
  </ReactFlowProvider>
);
