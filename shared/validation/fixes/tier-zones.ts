import { definitionOf } from '../../catalog/catalog';
import { readScaling } from '../../catalog/scaling-groups';
import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { ownSubnets, reachFromLoadBalancers } from './load-balance';
import { openSite, type Site, subnetIn } from './site';
import { chooseZones, extendTo, homeZone, subnetNeed, zonesOfSubnets } from './spread';
import { raiseCounts } from './two-copies';

/** Copies that a group keeps running; any number for what is no group. */
const copiesKept = (element: Element): number => readScaling(element)?.min ?? Number.POSITIVE_INFINITY;

/** Moves one of several instances into the zone. */
function moveInstance(site: Site, id: string, zoneIds: readonly string[]): Result<void> {
  const element = site.draft.element(id);
  const [home] = ownSubnets(site, id);
  const zone = site.draft.element(zoneIds.find((zone) => zone !== (element && homeZone(site, element)?.id)) ?? '');
  if (!element || !zone || home === undefined) return ok(undefined);
  const subnet = subnetIn(site, zone, subnetNeed(site, { ...element, subnets: [home] }, 'private'));
  if (!subnet.ok) return subnet;
  site.draft.patchElement(id, { parent: subnet.value.id });
  return ok(undefined);
}

/**
 * Spreads the members of a tier over two zones: spanning ones get a subnet there, and of several instances the last one
 * moves. Load balancers in front follow.
 */
export function spreadTier(design: Design, newId: NewId, memberIds: readonly string[]): Result<DesignDiff> {
  const opened = openSite(design, newId, memberIds[0] ?? '');
  if (!opened.ok) return opened;
  const site = opened.value;
  const tier = site.draft.element(memberIds[0] ?? '')?.tier ?? null;
  const have = zonesOfSubnets(
    site,
    memberIds.flatMap((id) => ownSubnets(site, id)),
  );
  const zones = chooseZones(site, tier, have);
  if (!zones.ok) return zones;
  const zonal: string[] = [];
  for (const id of memberIds) {
    const element = site.draft.element(id);
    if (!element) continue;
    if (definitionOf(element.kind)?.scope !== 'spanning') zonal.push(id);
    else {
      if (copiesKept(element) < 2) raiseCounts(site, element);
      const extended = extendTo(site, id, zones.value);
      if (!extended.ok) return extended;
    }
  }
  const last = zonal.at(-1);
  if (last !== undefined && zonal.length > 1) {
    // A member with subnets in both zones may still run in the one that all instances are in.
    const homes = zonesOfSubnets(
      site,
      zonal.flatMap((id) => ownSubnets(site, id)),
    );
    const others = zones.value.map(({ id }) => id).filter((id) => !homes.includes(id));
    const moved = moveInstance(site, last, others);
    if (!moved.ok) return moved;
  }
  for (const id of memberIds) {
    const reached = reachFromLoadBalancers(site, id);
    if (!reached.ok) return reached;
  }
  return ok(site.draft.diff());
}
