import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Sends the logs of machines to CloudWatch and keeps them for a month. */
export function keepLogs(design: Design, ids: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) draft.patchSettings(id, { logRetention: '30' });
  return ok(draft.diff());
}
