import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Drops settings, so that their usual values hold. */
export function removeSettings(design: Design, id: string, keys: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  const element = draft.element(id);
  if (element) {
    const kept = Object.entries(element.settings).filter(([key]) => !keys.includes(key));
    draft.putElement({ ...element, settings: Object.fromEntries(kept) });
  }
  return ok(draft.diff());
}
