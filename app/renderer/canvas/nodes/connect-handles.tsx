import type { PointerEvent } from 'react';
import { startConnecting } from '../interaction/connecting';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Dots at the edges of a service; dragging one to another service connects the two. The keyboard has "Connect to…". */
export const ConnectHandles = ({ id }: { readonly id: string }) =>
  SIDES.map((side) => (
    <span
      key={side}
      className="canvas-handle nodrag nopan"
      data-side={side}
      data-connect-handle={side}
      aria-hidden="true"
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.preventDefault();
        startConnecting(id, event.nativeEvent);
      }}
    />
  ));
