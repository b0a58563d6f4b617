import { definitionOf } from '../../catalog/catalog';
import type { Design, Element, ElementId } from '../../model/design';
import { ancestorOfKind, ancestorsOf } from '../../model/hierarchy';
import { isInside, type Point, translate } from './geometry';

const isContainer = ({ kind }: Element): boolean => definitionOf(kind)?.scope === 'container';

/** Children of a container under a point that is relative to it. */
function childrenAt(design: Pick<Design, 'elements'>, holder: Element, at: Point): Element[] {
  const found: Element[] = [];
  for (const element of design.elements.values())
    if (element.parent === holder.id && isContainer(element) && isInside(element.frame, at)) found.push(element);
  return found;
}

/**
 * The containers at a point, innermost first, given the one the caller saw there. Inside a VPC that may be less than what lies under
 * the point, because tiers, zones and subnets overlap; so the frames are asked too.
 */
export function containersAt(
  design: Pick<Design, 'elements'>,
  container: ElementId | null,
  at: Point,
): readonly ElementId[] {
  const seen = container === null ? undefined : design.elements.get(container);
  if (!seen) return [];
  const chain = [seen, ...ancestorsOf(design, seen)];
  const vpc = chain.find(({ kind }) => kind === 'vpc') ?? ancestorOfKind(design, seen, 'vpc');
  const inner: Element[] = [];
  if (vpc && (seen.kind === 'vpc' || seen.kind === 'availability-zone' || seen.kind === 'tier')) {
    const inVpc = translate(design, at, seen.id, vpc.id);
    const zone = childrenAt(design, vpc, inVpc).find(({ kind }) => kind === 'availability-zone');
    const tier = seen.kind === 'tier' ? seen : childrenAt(design, vpc, inVpc).find(({ kind }) => kind === 'tier');
    const inZone = zone && { x: inVpc.x - zone.frame.x, y: inVpc.y - zone.frame.y };
    const subnet = zone && inZone && childrenAt(design, zone, inZone).find(({ kind }) => kind === 'subnet');
    if (subnet && (!tier || subnet.tier === tier.id)) inner.push(subnet);
    if (tier) inner.push(tier);
    if (zone) inner.push(zone);
  }
  return [...new Set([...inner, ...chain].map(({ id }) => id))];
}
