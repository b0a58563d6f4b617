import { definitionOf } from '../catalog/catalog';
import type { Design, Element, ElementId, Frame } from '../model/design';
import { childrenByParent } from '../model/hierarchy';
import { compareText } from '../util/sorting';

/** The drawing while it is being tidied: new frames beside the old ones. */
export interface Board {
  readonly design: Design;
  /** In the order of ids, so that the result does not depend on the order of drawing. */
  children(id: ElementId | null): readonly Element[];
  frame(element: Element): Frame;
  place(element: Element, frame: Frame): void;
  readonly frames: ReadonlyMap<ElementId, Frame>;
}

const NONE: readonly Element[] = [];

export function makeBoard(design: Design): Board {
  const children = childrenByParent(design);
  for (const siblings of children.values()) siblings.sort((a, b) => compareText(a.id, b.id));
  const frames = new Map<ElementId, Frame>();
  return {
    design,
    children: (id) => children.get(id) ?? NONE,
    frame: (element) => frames.get(element.id) ?? element.frame,
    place: (element, frame) => {
      frames.set(element.id, frame);
    },
    frames,
  };
}

export const isSpanning = ({ kind }: Element): boolean => definitionOf(kind)?.scope === 'spanning';
