import { kinds } from '../../catalog/services';
import { type Cidr, formatCidr, nextFreeCidr, parseCidr } from '../../model/cidr';
import type { Design, Element, ElementId } from '../../model/design';
import { ancestorOfKind } from '../../model/hierarchy';
import { compareBy } from '../../util/sorting';

type Elements = Pick<Design, 'elements'>;

/** The elements of one kind in a VPC, at any depth. */
function inVpc(design: Elements, vpcId: ElementId, kind: string): Element[] {
  const found: Element[] = [];
  for (const element of design.elements.values())
    if (element.kind === kind && ancestorOfKind(design, element, 'vpc')?.id === vpcId) found.push(element);
  return found;
}

export const zoneLetter = (zone: Element): string => kinds['availability-zone'].read(zone.settings).zone;

/** The zones of a VPC as the columns stand: left to right. */
export const zonesOf = (design: Elements, vpcId: ElementId): Element[] =>
  inVpc(design, vpcId, 'availability-zone').sort(
    compareBy(
      ({ frame }) => frame.x,
      zoneLetter,
      ({ id }) => id,
    ),
  );

/** The tiers of a VPC as the rows stand: top down. */
export const tiersOf = (design: Elements, vpcId: ElementId): Element[] =>
  inVpc(design, vpcId, 'tier').sort(
    compareBy(
      ({ frame }) => frame.y,
      ({ id }) => id,
    ),
  );

const zoneRank = (zone: Element | undefined): number => zone?.frame.x ?? Number.MAX_SAFE_INTEGER;

/** The subnets of a tier, column by column. */
export function subnetsOfTier(design: Elements, tierId: ElementId): Element[] {
  const found: { subnet: Element; zone: Element | undefined }[] = [];
  for (const element of design.elements.values())
    if (element.kind === 'subnet' && element.tier === tierId)
      found.push({ subnet: element, zone: ancestorOfKind(design, element, 'availability-zone') });
  const order = compareBy<{ subnet: Element; zone: Element | undefined }>(
    ({ zone }) => zoneRank(zone),
    ({ zone }) => (zone ? zoneLetter(zone) : ''),
    ({ subnet }) => subnet.frame.y,
    ({ subnet }) => subnet.id,
  );
  return found.sort(order).map(({ subnet }) => subnet);
}

/** Letters of zones the VPC does not have yet; those of `ignored` zones count as free. */
export function freeZoneLetters(design: Elements, vpcId: ElementId, ignored: readonly ElementId[] = []): string[] {
  const zones = zonesOf(design, vpcId).filter(({ id }) => !ignored.includes(id));
  const taken = new Set(zones.map(zoneLetter));
  return ['a', 'b', 'c'].filter((letter) => !taken.has(letter));
}

/** The usual size of a subnet: /24, or a quarter of a VPC that is too small for that. AWS allows /28 at the smallest. */
const subnetPrefix = (vpc: Cidr): number => Math.min(28, Math.max(24, vpc.prefix + 2));

/** Hands out free CIDR blocks of a VPC; undefined once there is none, or where the VPC's own block cannot be read. */
export function cidrAllocator(design: Elements, vpc: Element): () => string | undefined {
  const outer = parseCidr(kinds.vpc.read(vpc.settings).cidr);
  const taken = inVpc(design, vpc.id, 'subnet').flatMap(
    ({ settings }) => parseCidr(kinds.subnet.read(settings).cidr) ?? [],
  );
  return () => {
    const free = outer && nextFreeCidr(outer, taken, subnetPrefix(outer));
    if (!free) return undefined;
    taken.push(free);
    return formatCidr(free);
  };
}

export const noFreeCidrMessage = (vpc: Element): string => {
  const { cidr } = kinds.vpc.read(vpc.settings);
  return parseCidr(cidr)
    ? `${vpc.name} (${cidr}) has no free block for another subnet. Widen its CIDR block or delete a subnet.`
    : `${vpc.name} has the CIDR block "${cidr}", which is none. Correct it first.`;
};
