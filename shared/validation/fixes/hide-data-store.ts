import { definitionOf } from '../../catalog/catalog';
import { ingressRule } from '../../catalog/fields';
import { kinds } from '../../catalog/services';
import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ancestorOfKind, ancestorsOf } from '../../model/hierarchy';
import { isWorld, type SubnetClass } from '../../topology/topology';
import { ok, type Result } from '../../util/result';
import { dropWrittenRules } from './close-written-rules';
import { ownSubnets } from './load-balance';
import { openSite, type Site, subnetIn } from './site';
import { isDataStore } from './spread';

const ACTORS: ReadonlySet<string> = new Set(['users', 'office']);

/** Takes away the public address and every way in from outside that needs one. */
function closeToWorld(site: Site, element: Element): void {
  const { draft } = site;
  const fields = definitionOf(element.kind)?.schema.shape ?? {};
  const patch: Record<string, Element['settings'][string]> = {};
  for (const key of ['publiclyAccessible', 'publicIp'])
    if (key in fields && element.settings[key] === true) patch[key] = false;
  const written = element.settings.extraIngress;
  if (Array.isArray(written))
    patch.extraIngress = written.filter((item: unknown) => {
      const rule = ingressRule.safeParse(item);
      return !rule.success || !isWorld(rule.data.cidr);
    });
  draft.patchSettings(element.id, patch);
  for (const { id, from, to } of [...draft.connections()])
    if (to === element.id && ACTORS.has(draft.element(from)?.kind ?? '')) draft.removeConnection(id);
}

/** Whether nothing but databases and caches lies in the subnet, so that it can change its exposure. */
function holdsOnlyData(site: Site, subnetId: string, selfId: string): boolean {
  const design = site.draft.design();
  for (const element of design.elements.values()) {
    if (element.id === selfId || isDataStore(element)) continue;
    if (element.subnets.includes(subnetId)) return false;
    if (
      element.kind !== 'note' &&
      element.kind !== 'group' &&
      ancestorsOf(design, element).some(({ id }) => id === subnetId)
    )
      return false;
  }
  return true;
}

const isPublic = (subnet: Element): boolean => {
  const { exposure, defaultRoute } = kinds.subnet.read(subnet.settings);
  return exposure === 'public' || defaultRoute === 'internet-gateway';
};

/** The subnet that takes the place of a public one: itself made isolated, or another of the zone. */
function hiddenSubnet(site: Site, subnet: Element, element: Element, exposure: SubnetClass): Result<string> {
  if (holdsOnlyData(site, subnet.id, element.id)) {
    const { defaultRoute: _route, ...settings } = subnet.settings;
    site.draft.patchElement(subnet.id, { settings: { ...settings, exposure } });
    return ok(subnet.id);
  }
  const zone = ancestorOfKind(site.draft.design(), subnet, 'availability-zone');
  if (!zone) return ok(subnet.id);
  const made = subnetIn(site, zone, { tier: element.tier ?? subnet.tier, exposure });
  return made.ok ? ok(made.value.id) : made;
}

function leavePublicSubnets(site: Site, element: Element): Result<void> {
  const tier = element.tier === null ? undefined : site.draft.element(element.tier);
  const stated = tier ? kinds.tier.read(tier.settings).exposure : 'isolated';
  const exposure = stated === 'public' ? 'isolated' : stated;
  if (tier && stated === 'public' && kinds.tier.read(tier.settings).role === 'database')
    site.draft.patchSettings(tier.id, { exposure });
  return leaveSubnets(site, element, isPublic, exposure);
}

/** Moves the element out of the subnets that match, into others of their zones. */
function leaveSubnets(
  site: Site,
  element: Element,
  matches: (subnet: Element) => boolean,
  exposure: SubnetClass,
): Result<void> {
  const moved: string[] = [];
  for (const id of ownSubnets(site, element.id)) {
    const subnet = site.draft.element(id);
    const next = subnet && matches(subnet) ? hiddenSubnet(site, subnet, element, exposure) : ok(id);
    if (!next.ok) return next;
    moved.push(next.value);
  }
  const [home] = moved;
  if (definitionOf(element.kind)?.scope === 'spanning')
    site.draft.patchElement(element.id, { subnets: [...new Set(moved)] });
  else if (home !== undefined && home !== element.parent && !isInside(site, element, home))
    site.draft.patchElement(element.id, { parent: home });
  return ok(undefined);
}

const isInside = (site: Site, element: Element, container: string): boolean =>
  ancestorsOf(site.draft.design(), element).some(({ id }) => id === container);

/** Makes a database or cache unreachable from the internet: no public address, no way in, no public subnet. */
export function hideDataStore(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const element = site.draft.element(id);
  if (!element) return ok(site.draft.diff());
  closeToWorld(site, element);
  const moved = leavePublicSubnets(site, element);
  return moved.ok ? ok(site.draft.diff()) : moved;
}

/** Moves a database or cache into subnets without any way out. */
export function isolateDataStore(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const element = opened.value.draft.element(id);
  const hasWayOut = (subnet: Element): boolean => {
    const { exposure, defaultRoute } = kinds.subnet.read(subnet.settings);
    return exposure !== 'isolated' || (defaultRoute !== 'auto' && defaultRoute !== 'none');
  };
  const moved = element ? leaveSubnets(opened.value, element, hasWayOut, 'isolated') : ok(undefined);
  return moved.ok ? ok(opened.value.draft.diff()) : moved;
}

/** Leaves only the connected services a way in: rules written by hand and lines from outside go. */
export function closeDataPort(design: Design, id: string): Result<DesignDiff> {
  const draft = draftOf(design);
  dropWrittenRules(draft, id, () => true);
  for (const line of [...draft.connections()])
    if (line.to === id && draft.element(line.from)?.kind === 'office') draft.removeConnection(line.id);
  return ok(draft.diff());
}
