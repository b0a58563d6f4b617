import { useInternalNode, ViewportPortal } from '@xyflow/react';
import { arrowHead, pathThrough } from '../geometry/path';
import { routeFreely } from '../geometry/route-connections';
import { type ConnectingState, useGesture } from '../interaction/gestures';
import type { FlowNode } from '../projection/flow-types';

const ARROW = 7;

const Line = ({ connecting }: { readonly connecting: ConnectingState }) => {
  const source = useInternalNode<FlowNode>(connecting.from);
  const target = useInternalNode<FlowNode>(connecting.target ?? '');
  if (!source) return null;
  const rectOf = (node: typeof source) => ({
    ...node.internals.positionAbsolute,
    width: node.width ?? 0,
    height: node.height ?? 0,
  });
  const way = routeFreely(rectOf(source), target ? rectOf(target) : { ...connecting.end, width: 1, height: 1 });
  const points = connecting.isReversed ? way.toReversed() : way;
  return (
    <ViewportPortal>
      <svg className="canvas-connecting" data-legal={connecting.target === null ? undefined : ''} aria-hidden="true">
        <path className="canvas-connecting__line" d={pathThrough(points, ARROW)} />
        <path className="canvas-connecting__head" d={arrowHead(points, ARROW + 1)} />
      </svg>
    </ViewportPortal>
  );
};

/** The line from a service to the pointer while the two are being connected. */
export const ConnectingLine = () => {
  const connecting = useGesture((state) => state.connecting);
  return connecting ? <Line connecting={connecting} /> : null;
};
