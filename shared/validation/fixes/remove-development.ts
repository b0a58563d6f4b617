import type { Design } from '../../model/design';
import { withDevelopment } from '../../model/development';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Drops values for development, so that the drawn ones hold there too. */
export function removeDevelopment(design: Design, id: string, keys: readonly string[]): Result<DesignDiff> {
  const draft = draftOf(design);
  const element = draft.element(id);
  if (element) {
    const kept = Object.entries(element.development ?? {}).filter(([key]) => !keys.includes(key));
    draft.putElement(withDevelopment(element, Object.fromEntries(kept)));
  }
  return ok(draft.diff());
}
