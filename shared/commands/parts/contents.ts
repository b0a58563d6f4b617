import { definitionOf } from '../../catalog/catalog';
import type { Design, Element, ElementId } from '../../model/design';
import { childrenByParent } from '../../model/hierarchy';

/**
 * The elements named and everything they hold, parents before children. A tier holds its subnets and the services of the VPC that span them;
 * regional services that merely belong to it stay.
 */
export function contentsOf(design: Pick<Design, 'elements'>, ids: Iterable<ElementId>): Map<ElementId, Element> {
  const children = childrenByParent(design);
  const members = new Map<ElementId, Element[]>();
  for (const element of design.elements.values()) {
    if (element.tier === null) continue;
    const isHeld = element.kind === 'subnet' || definitionOf(element.kind)?.scope === 'spanning';
    if (isHeld) members.set(element.tier, [...(members.get(element.tier) ?? []), element]);
  }
  const found = new Map<ElementId, Element>();
  const queue = [...ids].flatMap((id) => design.elements.get(id) ?? []);
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (!element || found.has(element.id)) continue;
    found.set(element.id, element);
    queue.push(...(children.get(element.id) ?? []));
    if (element.kind === 'tier') queue.push(...(members.get(element.id) ?? []));
  }
  return found;
}
