import { definitionOf } from '../../catalog/catalog';
import type { TierRole } from '../../catalog/kind';
import { kinds } from '../../catalog/services';
import { type Element, type ElementId, makeElement, type NewId } from '../../model/design';
import type { Draft } from '../../model/draft';
import { fail, ok, type Result } from '../../util/result';
import { freeName } from './names';
import { cidrAllocator, noFreeCidrMessage, subnetsOfTier, zoneLetter } from './network';

/** Exposure of the subnets a tier gets where nobody said: only load balancers need to be reached from the internet. */
export const EXPOSURE_OF_ROLE: Readonly<Record<TierRole, 'public' | 'private' | 'isolated'>> = {
  'load-balancing': 'public',
  web: 'private',
  app: 'private',
  cache: 'isolated',
  database: 'isolated',
  ancillary: 'private',
};

/** "Web tier" and zone a make "Web a". */
const subnetName = (tier: Element | null, zone: Element): string =>
  tier ? `${tier.name.replace(/ tier\b/i, '')} ${zoneLetter(zone)}` : `Subnet ${zoneLetter(zone)}`;

/** Gaps between new rows are the layout's business; a new subnet only has to come after those above it. */
const lastRow = (draft: Draft, zone: Element): number => {
  let bottom = 0;
  for (const { parent, frame } of draft.elements())
    if (parent === zone.id) bottom = Math.max(bottom, frame.y + frame.height);
  return bottom;
};

/** Adds the subnet of each pair of tier (or none) and zone, with free CIDR blocks. Fails once there is none left. */
export function addSubnets(
  draft: Draft,
  vpc: Element,
  crossings: readonly (readonly [tier: Element | null, zone: Element])[],
  newId: NewId,
): Result<readonly Element[]> {
  const nextCidr = cidrAllocator(draft.design(), vpc);
  const size = definitionOf('subnet')?.size ?? { width: 208, height: 128 };
  const added: Element[] = [];
  for (const [tier, zone] of crossings) {
    const cidr = nextCidr();
    if (cidr === undefined) return fail('no-free-cidr', noFreeCidrMessage(vpc));
    const exposure = tier ? kinds.tier.read(tier.settings).exposure : 'private';
    const subnet = makeElement({
      id: newId('subnet'),
      kind: 'subnet',
      name: freeName(draft.elements(), subnetName(tier, zone)),
      parent: zone.id,
      tier: tier?.id ?? null,
      frame: { x: 16, y: lastRow(draft, zone), ...size },
      settings: exposure === 'private' ? { cidr } : { cidr, exposure },
    });
    draft.putElement(subnet);
    added.push(subnet);
  }
  return ok(added);
}

/** Spanning services that lay in all subnets of a tier take its new ones too: what spans a tier goes on spanning it. */
export function widenSpanning(draft: Draft, before: ReadonlyMap<ElementId, readonly ElementId[]>): void {
  const design = draft.design();
  for (const service of design.elements.values()) {
    const { tier } = service;
    const former = tier === null ? undefined : before.get(tier);
    if (tier === null || !former || definitionOf(service.kind)?.scope !== 'spanning') continue;
    if (!former.every((id) => service.subnets.includes(id))) continue;
    const now = subnetsOfTier(design, tier).map(({ id }) => id);
    if (now.length === former.length) continue;
    const others = service.subnets.filter((id) => !now.includes(id));
    draft.patchElement(service.id, { subnets: [...now, ...others] });
  }
}
