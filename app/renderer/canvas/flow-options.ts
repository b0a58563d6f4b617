import type { EdgeTypes, NodeTypes, ReactFlowProps } from '@xyflow/react';
import { MAX_ZOOM, MIN_ZOOM } from './canvas-port';
import { ConnectionEdge } from './edges/connection-edge';
import { CollapsedNode } from './nodes/collapsed-node';
import { ContainerNode } from './nodes/container-node';
import { GroupNode } from './nodes/group-node';
import { NoteNode } from './nodes/note-node';
import { ServiceNode } from './nodes/service-node';
import { TierNode } from './nodes/tier-node';
import type { FlowEdge, FlowNode } from './projection/flow-types';

export const nodeTypes: NodeTypes = {
  container: ContainerNode,
  tier: TierNode,
  group: GroupNode,
  note: NoteNode,
  service: ServiceNode,
  collapsed: CollapsedNode,
};

export const edgeTypes: EdgeTypes = { connection: ConnectionEdge };

/** What never changes. Sizes are given with the nodes, so React Flow measures nothing and mounts only what is visible. */
export const fixedOptions: ReactFlowProps<FlowNode, FlowEdge> = {
  nodeTypes,
  edgeTypes,
  onlyRenderVisibleElements: true,
  zIndexMode: 'manual',
  elevateNodesOnSelect: false,
  minZoom: MIN_ZOOM,
  maxZoom: MAX_ZOOM,
  snapToGrid: true,
  snapGrid: [4, 4],
  nodeDragThreshold: 3,
  nodesConnectable: false,
  connectOnClick: false,
  zoomOnDoubleClick: false,
  panOnScroll: true,
  zoomOnScroll: false,
  zoomOnPinch: true,
  zoomActivationKeyCode: ['Meta', 'Control'],
  // Space is the page's own affair (useSpaceHeld): React Flow would go on dragging nodes while it is held.
  panActivationKeyCode: null,
  // A marquee that starts near the edge must not run away.
  autoPanOnSelection: false,
  selectionKeyCode: 'Shift',
  multiSelectionKeyCode: ['Shift', 'Meta', 'Control'],
  // Deleting is an action of the page, so that menus and shortcuts do the same.
  deleteKeyCode: null,
  disableKeyboardA11y: true,
  autoPanOnNodeFocus: false,
  proOptions: { hideAttribution: true },
};
