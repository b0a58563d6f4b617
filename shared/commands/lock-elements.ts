import type { Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { ok, type Result } from '../util/result';
import { missing } from './parts/missing';

/** Locks elements, so that they are neither moved nor resized nor deleted, or unlocks them. */
export function lockElements(
  design: Design,
  { ids, locked }: { readonly ids: readonly ElementId[]; readonly locked: boolean },
): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of new Set(ids)) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    const { locked: was, ...free } = element;
    if ((was === true) !== locked) draft.putElement(locked ? { ...free, locked: true } : free);
  }
  return ok(draft.diff());
}
