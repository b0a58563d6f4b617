import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { ensureInternetGateway, ownSubnets, publicSubnets, tierOfRole } from './load-balance';
import { openSite } from './site';
import { chooseZones, zonesOfSubnets } from './spread';

/** Makes a load balancer face the internet, from public subnets in the zones it is in and at least two. */
export function faceInternet(design: Design, newId: NewId, id: string): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const tier = tierOfRole(site, 'load-balancing', 'public');
  const zones = chooseZones(site, tier.id, zonesOfSubnets(site, ownSubnets(site, id)));
  if (!zones.ok) return zones;
  const subnets = publicSubnets(site, zones.value, tier);
  if (!subnets.ok) return subnets;
  ensureInternetGateway(site);
  site.draft.patchElement(id, { subnets: subnets.value });
  const secure = site.draft.element(id)?.kind === 'application-load-balancer' ? { listener: 'https' } : {};
  site.draft.patchSettings(id, { ...secure, scheme: 'internet-facing' });
  return ok(site.draft.diff());
}
