import type { Design, NewId } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { ok, type Result } from '../../util/result';
import { joinOnce } from './bucket-behind-cdn';
import { addRegionalStore } from './session-store';

/** Gives the data of a cache a home in a new DynamoDB table that its users write to; the cache holds copies. */
export function keepInTable(
  design: Design,
  newId: NewId,
  cacheId: string,
  callerIds: readonly string[],
): Result<DesignDiff> {
  const store = { kind: 'dynamodb-table', name: 'Records', settings: {} };
  const added = addRegionalStore(design, newId, [cacheId], store);
  if (!added.ok) return added;
  const { draft } = added.value.site;
  for (const id of callerIds) joinOnce(draft, newId, 'data', id, added.value.store);
  draft.patchSettings(cacheId, { holds: 'copies' });
  return ok(draft.diff());
}
