import type { Design, Element, Frame } from '../../shared/model/design';
import { childrenByParent } from '../../shared/model/hierarchy';
import { byStacking } from '../../shared/model/stacking';

export interface Box {
  readonly element: Element;
  /** On the canvas itself, in pixels at 100 %. */
  readonly rect: Frame;
}

const LAYERS: Readonly<Record<string, number>> = {
  region: 0,
  vpc: 1,
  tier: 2,
  'availability-zone': 3,
  subnet: 4,
  group: 5,
};

const layerOf = (kind: string): number => LAYERS[kind] ?? 6;

/** True for what holds others and lies beneath the lines; a collapsed container is a box like any other. */
export const isGround = ({ kind, collapsed }: Element): boolean => Object.hasOwn(LAYERS, kind) && collapsed !== true;

/** Everything that shows, parents before children, bottom layer first: what lies in a collapsed container does not. */
export function placeBoxes(design: Design): Box[] {
  const children = childrenByParent(design);
  const boxes: Box[] = [];
  const visit = (parent: string | null, x: number, y: number): void => {
    const inside = (children.get(parent) ?? []).toSorted(
      (a, b) => layerOf(a.kind) - layerOf(b.kind) || byStacking(a, b),
    );
    for (const element of inside) {
      const { frame } = element;
      const rect = { ...frame, x: x + frame.x, y: y + frame.y };
      boxes.push({ element, rect });
      if (element.collapsed !== true) visit(element.id, rect.x, rect.y);
    }
  };
  visit(null, 0, 0);
  return boxes;
}

/** The smallest rectangle around all boxes, with a margin; undefined for none. */
export function boundsOf(boxes: readonly Box[], margin: number): Frame | undefined {
  if (boxes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rect } of boxes) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}
