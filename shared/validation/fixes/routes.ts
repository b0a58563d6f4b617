import { kinds } from '../../catalog/services';
import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import type { SubnetClass } from '../../topology/topology';
import { ok, type Result } from '../../util/result';
import { ensureInternetGateway, tierOfRole } from './load-balance';
import { openSite, subnetIn, subnetsOf, zonesOf } from './site';
import { homeZone } from './spread';

/** Lets the subnets' default routes follow their exposure, with an internet gateway where a public one needs it. */
export function routeAsLabelled(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const opened = openSite(design, newId, ids[0] ?? '');
  if (!opened.ok) return opened;
  const site = opened.value;
  for (const id of ids) {
    const subnet = site.draft.element(id);
    if (!subnet) continue;
    const { defaultRoute: _route, ...settings } = subnet.settings;
    if ('defaultRoute' in subnet.settings) site.draft.patchElement(id, { settings });
    if (kinds.subnet.read(settings).exposure === 'public') ensureInternetGateway(site);
  }
  return ok(site.draft.diff());
}

/** Changes the exposure of subnets to what their routes make of them. */
export function relabel(design: Design, ids: readonly string[], exposure: SubnetClass): DesignDiff {
  const draft = draftOf(design);
  for (const id of ids) draft.patchSettings(id, { exposure });
  return draft.diff();
}

/** Moves a NAT gateway to a public subnet, of its own zone where there is one, made where there is none. */
export function moveNatGateway(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const nat = site.draft.element(id);
  const home = (nat && homeZone(site, nat)) ?? zonesOf(site)[0];
  if (!home) return ok(site.draft.diff());
  const open = subnetsOf(site).find(({ subnet, zone }) => {
    const { exposure, defaultRoute } = kinds.subnet.read(subnet.settings);
    return (
      zone === home.id && exposure === 'public' && (defaultRoute === 'auto' || defaultRoute === 'internet-gateway')
    );
  })?.subnet;
  const subnet = open
    ? ok(open)
    : subnetIn(site, home, { tier: tierOfRole(site, 'load-balancing', 'public').id, exposure: 'public' });
  if (!subnet.ok) return subnet;
  ensureInternetGateway(site);
  site.draft.patchElement(id, { parent: subnet.value.id });
  return ok(site.draft.diff());
}
