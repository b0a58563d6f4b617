import type { Design, Element } from '../../../../shared/model/design';
import { childrenByParent } from '../../../../shared/model/hierarchy';
import { byStacking } from '../../../../shared/model/stacking';
import type { Shape } from './flow-types';

const SHAPES: Readonly<Record<string, Shape>> = {
  region: 'container',
  vpc: 'container',
  'availability-zone': 'container',
  subnet: 'container',
  tier: 'tier',
  group: 'group',
  note: 'note',
};

export const shapeOf = (kind: string): Shape => SHAPES[kind] ?? 'service';

/** Kinds that hold others; a drop can land in them. */
export const isContainerKind = (kind: string): boolean => {
  const shape = shapeOf(kind);
  return shape === 'container' || shape === 'tier' || shape === 'group';
};

/** Containers at the bottom, then the lines, then notes and services: a line may pass beneath a service, never beneath a band. */
const LAYERS: Readonly<Record<string, number>> = {
  region: 0,
  vpc: 10,
  tier: 20,
  'availability-zone': 30,
  subnet: 40,
  group: 50,
};
export const EDGE_LAYER = 100;
export const SELECTED_EDGE_LAYER = 101;
export const SERVICE_LAYER = 200;

export const layerOf = (kind: string): number => LAYERS[kind] ?? SERVICE_LAYER;

/** All elements, parents before children, siblings from the bottom layer up, then from back to front, then in reading order. */
export function inDrawingOrder(design: Pick<Design, 'elements'>): Element[] {
  const children = childrenByParent(design);
  const byPlace = (a: Element, b: Element): number => layerOf(a.kind) - layerOf(b.kind) || byStacking(a, b);
  const found: Element[] = [];
  const add = (elements: readonly Element[]): void => {
    for (const element of elements.toSorted(byPlace)) {
      found.push(element);
      const inside = children.get(element.id);
      if (inside) add(inside);
    }
  };
  const roots = children.get(null) ?? [];
  const orphans = [...design.elements.values()].filter(({ parent }) => parent !== null && !design.elements.has(parent));
  add([...roots, ...orphans]);
  return found;
}
