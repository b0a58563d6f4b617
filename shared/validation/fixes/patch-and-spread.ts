import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import type { JsonObject } from '../../util/json';
import { ok, type Result } from '../../util/result';
import { openSite } from './site';
import { extendToTwoZones } from './spread';

/** Changes settings of a spanning service and gives it subnets in at least two zones. */
export function patchAndSpread(
  design: Design,
  newId: NewId,
  id: string,
  settings: JsonObject,
  options: Parameters<typeof extendToTwoZones>[2] = {},
): Result<DesignDiff> {
  const opened = openSite(design, newId, id);
  if (!opened.ok) return opened;
  const site = opened.value;
  if (Object.keys(settings).length > 0) site.draft.patchSettings(id, settings);
  const spread = extendToTwoZones(site, id, options);
  return spread.ok ? ok(site.draft.diff()) : spread;
}
