import type { Design, Element, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { openSite } from './site';
import { chooseZones, extendTo, zonesOfSubnets } from './spread';

/** Keeps a file system's data in several zones, with a mount target in those it has, in these, and in two at least. */
export function mountEverywhere(
  design: Design,
  newId: NewId,
  id: string,
  zoneIds: readonly string[],
): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  const files: Element | undefined = site.draft.element(id);
  if (!files) return ok(site.draft.diff());
  if (files.settings.oneZone === true) site.draft.patchSettings(id, { oneZone: false });
  const zones = chooseZones(site, files.tier, zonesOfSubnets(site, files.subnets), zoneIds);
  if (!zones.ok) return zones;
  const extended = extendTo(site, id, zones.value);
  return extended.ok ? ok(site.draft.diff()) : extended;
}
