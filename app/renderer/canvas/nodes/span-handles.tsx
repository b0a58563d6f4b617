import type { PointerEvent } from 'react';
import { type Edge, startSpanning } from '../interaction/spanning';

const EDGES: readonly Edge[] = ['left', 'right'];

/** The edges of a service that may span Availability Zones, to be dragged over them. The keyboard has the zones in the inspector. */
export const SpanHandles = ({ id }: { readonly id: string }) =>
  EDGES.map((edge) => (
    <span
      key={edge}
      className="canvas-span nodrag nopan"
      data-edge={edge}
      data-span-handle={edge}
      aria-hidden="true"
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.preventDefault();
        startSpanning(id, edge, event.nativeEvent);
      }}
    />
  ));
