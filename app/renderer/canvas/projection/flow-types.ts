import type { Edge, Node } from '@xyflow/react';
import type { Point, Rect } from '../geometry/rect';

/** What a shown fix does to an element or connection. */
export type Mark = 'added' | 'removed' | 'changed';

export type Shape = 'container' | 'tier' | 'group' | 'note' | 'service' | 'collapsed';

export interface NodeData extends Record<string, unknown> {
  readonly mark: Mark | null;
}

/** An element as React Flow sees it. All else a node shows it reads from the store by its id. */
export type FlowNode = Node<NodeData, Shape>;

export interface EdgeData extends Record<string, unknown> {
  readonly mark: Mark | null;
  readonly kind: string;
  readonly points: readonly Point[];
  /** Ids of the connections it stands for: its own, or those of several drawn as one. */
  readonly of: readonly string[];
  /** Corners set by hand. */
  readonly bends: readonly Point[] | undefined;
  /** Where the two ends lay when `points` were worked out. */
  readonly fromRect: Rect;
  readonly toRect: Rect;
}

/** A connection as React Flow sees it. */
export type FlowEdge = Edge<EdgeData, 'connection'>;
