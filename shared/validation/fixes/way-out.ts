import { definitionOf } from '../../catalog/catalog';
import { kinds } from '../../catalog/services';
import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ancestorOfKind } from '../../model/hierarchy';
import { ok, type Result } from '../../util/result';
import { ensureInternetGateway, ownSubnets, tierOfRole } from './load-balance';
import { addPart, openSite, type Site, subnetIn, subnetsOf } from './site';

/** Whether some NAT gateway of the VPC lies in the zone. */
const hasNat = (site: Site, zoneId: string): boolean => {
  const design = site.draft.design();
  return [...design.elements.values()].some(
    (element) => element.kind === 'nat-gateway' && ancestorOfKind(design, element, 'availability-zone')?.id === zoneId,
  );
};

/** Puts a NAT gateway into a public subnet of the zone unless it has one. */
export function ensureNatGateway(site: Site, zone: Element): Result<void> {
  if (hasNat(site, zone.id)) return ok(undefined);
  const open = subnetsOf(site).find((entry) => {
    const { exposure, defaultRoute } = kinds.subnet.read(entry.subnet.settings);
    const routed = defaultRoute === 'auto' || defaultRoute === 'internet-gateway';
    return entry.zone === zone.id && exposure === 'public' && routed;
  })?.subnet;
  const subnet = open
    ? ok(open)
    : subnetIn(site, zone, { tier: tierOfRole(site, 'load-balancing', 'public').id, exposure: 'public' });
  if (!subnet.ok) return subnet;
  ensureInternetGateway(site);
  addPart(site.draft, site.newId, 'nat-gateway', { parent: subnet.value.id });
  return ok(undefined);
}

/** The subnet itself where it is private by label, routed as labelled; else a private one of its zone. */
function privateSister(site: Site, subnet: Element, tier: string | null): Result<Element> {
  const zone = ancestorOfKind(site.draft.design(), subnet, 'availability-zone');
  if (!zone) return ok(subnet);
  const isPrivate = kinds.subnet.read(subnet.settings).exposure === 'private';
  const sister = isPrivate ? ok(subnet) : subnetIn(site, zone, { tier: tier ?? subnet.tier, exposure: 'private' });
  if (!sister.ok) return sister;
  const { defaultRoute, ...settings } = sister.value.settings;
  if (defaultRoute !== undefined && defaultRoute !== 'nat-gateway')
    site.draft.patchElement(sister.value.id, { settings });
  const routed = ensureNatGateway(site, zone);
  return routed.ok ? sister : routed;
}

/** Moves a machine into private subnets of the zones it is in, each with a NAT gateway, and takes its public address away. */
export function leavePublicNetwork(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const element = site.draft.element(id);
  if (!element) return ok(site.draft.diff());
  if (element.settings.publicIp === true) site.draft.patchSettings(id, { publicIp: false });
  const next: string[] = [];
  for (const own of ownSubnets(site, id)) {
    const subnet = site.draft.element(own);
    if (!subnet) continue;
    const sister = privateSister(site, subnet, element.tier);
    if (!sister.ok) return sister;
    next.push(sister.value.id);
  }
  const [home] = next;
  if (definitionOf(element.kind)?.scope === 'spanning') site.draft.patchElement(id, { subnets: [...new Set(next)] });
  else if (home !== undefined && !ownSubnets(site, id).includes(home)) site.draft.patchElement(id, { parent: home });
  return ok(site.draft.diff());
}

/** Gives each of the zones a NAT gateway of its own. */
export function addNatGateways(
  design: Design,
  newId: NewId,
  fromId: string,
  zoneIds: readonly string[],
): Result<DesignDiff> {
  const opened = openSite(design, newId, fromId);
  if (!opened.ok) return opened;
  for (const id of zoneIds) {
    const zone = opened.value.draft.element(id);
    const added = zone ? ensureNatGateway(opened.value, zone) : ok(undefined);
    if (!added.ok) return added;
  }
  return ok(opened.value.draft.diff());
}
