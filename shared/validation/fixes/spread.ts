import { definitionOf } from '../../catalog/catalog';
import { kinds } from '../../catalog/services';
import type { Element } from '../../model/design';
import { ancestorOfKind } from '../../model/hierarchy';
import type { SubnetClass } from '../../topology/topology';
import { ok, type Result } from '../../util/result';
import { addZone, type Site, type SubnetNeed, subnetIn, subnetsOf, zonesOf } from './site';

/** Ids of the zones the subnets lie in, in order. */
export function zonesOfSubnets(site: Site, subnetIds: readonly string[]): string[] {
  const zoneOf = new Map(subnetsOf(site).map(({ subnet, zone }) => [subnet.id, zone]));
  return [...new Set(subnetIds.map((id) => zoneOf.get(id) ?? null))].filter((zone) => zone !== null);
}

/** At least `count` zones of the VPC: those in `have` and `prefer`, then zones with a subnet of the tier, then any, then new ones. */
export function chooseZones(
  site: Site,
  tier: string | null,
  have: readonly string[],
  prefer: readonly string[] = [],
  count = 2,
): Result<Element[]> {
  const tierZones = subnetsOf(site).filter(({ subnet }) => tier !== null && subnet.tier === tier);
  const rank = (zone: Element): number => {
    if (have.includes(zone.id)) return 0;
    if (prefer.includes(zone.id)) return 1;
    return tierZones.some((entry) => entry.zone === zone.id) ? 2 : 3;
  };
  const ranked = zonesOf(site)
    .map((zone, index) => ({ zone, order: rank(zone) * 100 + index }))
    .sort((a, b) => a.order - b.order)
    .map(({ zone }) => zone);
  const wanted = Math.max(count, new Set([...have, ...prefer]).size);
  while (ranked.length < count) {
    const added = addZone(site);
    if (!added.ok) return added;
    ranked.push(added.value);
  }
  return ok(ranked.slice(0, wanted));
}

/** Databases and caches: nothing on the internet may reach them. */
export const isDataStore = ({ kind }: Element): boolean => {
  const family = definitionOf(kind)?.family;
  return family === 'relational' || family === 'cache';
};

/** What a new subnet for a spanning service must be like: as those it has, else as its tier says. */
export function subnetNeed(site: Site, element: Element, fallback: SubnetClass): SubnetNeed {
  const first = element.subnets.map((id) => site.draft.element(id)).find((subnet) => subnet?.kind === 'subnet');
  if (first) return { tier: first.tier, exposure: kinds.subnet.read(first.settings).exposure };
  const tier = element.tier === null ? undefined : site.draft.element(element.tier);
  const exposure = tier ? kinds.tier.read(tier.settings).exposure : fallback;
  return { tier: tier?.id ?? null, exposure: exposure === 'public' && isDataStore(element) ? 'isolated' : exposure };
}

/** Extends a spanning service to subnets in all of the zones, keeping those it has. */
export function extendTo(
  site: Site,
  elementId: string,
  zones: readonly Element[],
  fallback: SubnetClass = 'private',
): Result<void> {
  const element = site.draft.element(elementId);
  if (!element) return ok(undefined);
  const covered = new Set(zonesOfSubnets(site, element.subnets));
  const need = subnetNeed(site, element, fallback);
  const subnets = [...element.subnets];
  for (const zone of zones) {
    if (covered.has(zone.id)) continue;
    const subnet = subnetIn(site, zone, need);
    if (!subnet.ok) return subnet;
    subnets.push(subnet.value.id);
  }
  if (subnets.length > element.subnets.length) site.draft.patchElement(elementId, { subnets });
  return ok(undefined);
}

/** Extends a spanning service to at least two zones. */
export function extendToTwoZones(
  site: Site,
  elementId: string,
  options: { readonly prefer?: readonly string[]; readonly fallback?: SubnetClass } = {},
): Result<void> {
  const element = site.draft.element(elementId);
  if (!element) return ok(undefined);
  const need = subnetNeed(site, element, options.fallback ?? 'private');
  const zones = chooseZones(site, need.tier, zonesOfSubnets(site, element.subnets), options.prefer);
  return zones.ok ? extendTo(site, elementId, zones.value, options.fallback) : zones;
}

/** The zone of a zonal element; undefined where it lies in none. */
export const homeZone = (site: Site, element: Element): Element | undefined =>
  ancestorOfKind(site.draft.design(), element, 'availability-zone');
