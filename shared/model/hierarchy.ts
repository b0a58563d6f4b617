import type { Design, Element, ElementId } from './design';

/** The containers around an element, nearest first. Stops at a cycle. */
export function ancestorsOf(design: Pick<Design, 'elements'>, element: Element): Element[] {
  const found: Element[] = [];
  const seen = new Set<ElementId>([element.id]);
  let parent = element.parent;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const container = design.elements.get(parent);
    if (!container) break;
    found.push(container);
    parent = container.parent;
  }
  return found;
}

export const ancestorOfKind = (design: Pick<Design, 'elements'>, element: Element, kind: string): Element | undefined =>
  ancestorsOf(design, element).find((container) => container.kind === kind);

/** Children by parent id; null holds what lies on the canvas itself. One pass over the design. */
export function childrenByParent(design: Pick<Design, 'elements'>): Map<ElementId | null, Element[]> {
  const children = new Map<ElementId | null, Element[]>();
  for (const element of design.elements.values()) {
    const siblings = children.get(element.parent);
    if (siblings) siblings.push(element);
    else children.set(element.parent, [element]);
  }
  return children;
}

/** The element and everything inside it, parents before children. Stops at a cycle, which leads back to the element itself. */
export function subtreeOf(design: Pick<Design, 'elements'>, id: ElementId): Element[] {
  const children = childrenByParent(design);
  const root = design.elements.get(id);
  const found: Element[] = root ? [root] : [];
  for (let index = 0; index < found.length; index += 1) {
    const element = found[index];
    if (element) found.push(...(children.get(element.id) ?? []).filter((child) => child !== root));
  }
  return found;
}
