import type { Design, ElementId } from '../model/design';
import { type DesignDiff, emptyDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

const MAX_LENGTH = 1000;

/** Names an element; white space at the ends is dropped. An empty name is refused, since lists and templates go by it. */
export function renameElement(
  design: Design,
  { id, name }: { readonly id: ElementId; readonly name: string },
): Result<DesignDiff> {
  const element = design.elements.get(id);
  if (!element) return missing('element', id);
  const trimmed = name.trim();
  if (trimmed === '') return fail('bad-setting', `${element.name} needs a name; it keeps its former one.`);
  if (trimmed.length > MAX_LENGTH)
    return fail('bad-setting', `The name has ${trimmed.length} characters; at most ${MAX_LENGTH} are allowed.`);
  if (trimmed === element.name) return ok(emptyDiff);
  const draft = draftOf(design);
  draft.patchElement(id, { name: trimmed });
  return ok(draft.diff());
}
