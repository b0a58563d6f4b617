import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Deletes services with all their connections. */
export function removeParts(design: Design, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const { id, from, to } of [...draft.connections()])
    if (ids.includes(from) || ids.includes(to)) draft.removeConnection(id);
  for (const id of ids) draft.removeElement(id);
  return ok(draft.diff());
}
