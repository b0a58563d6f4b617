import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { safeCacheFor } from './session-store';
import { openSite } from './site';

/** Gives the services a cache for what they read. */
export function cacheReads(design: Design, newId: NewId, ids: readonly string[]): Result<DesignDiff> {
  const opened = openSite(design, newId, ids[0] ?? '');
  if (!opened.ok) return opened;
  const cache = safeCacheFor(opened.value, ids, 'Cache');
  if (!cache.ok) return cache;
  for (const id of ids) joinOnce(opened.value.draft, newId, 'data', id, cache.value);
  return ok(opened.value.draft.diff());
}
