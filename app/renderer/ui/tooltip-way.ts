interface Point {
  readonly x: number;
  readonly y: number;
}

/** What of an element's `DOMRect` matters here. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether the pointer that left a control, or its tooltip, may be on its way to the other: it is within what the two span. */
export const isOnTheWay = ({ x, y }: Point, control: Area, tooltip: Area): boolean =>
  x >= Math.min(control.left, tooltip.left) &&
  x <= Math.max(control.right, tooltip.right) &&
  y >= Math.min(control.top, tooltip.top) &&
  y <= Math.max(control.bottom, tooltip.bottom);
