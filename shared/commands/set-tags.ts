import { takesTags } from '../catalog/takes-tags';
import type { Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { type Tags, tagKeysFaults, tagsFaults, withDesignTags, withTags } from '../model/tags';
import { equalJson } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

/** Tags to set: key → value, null takes the tag away. Others stay. */
export type TagChanges = Readonly<Record<string, string | null>>;

function change(tags: Tags | undefined, changes: TagChanges): Result<Tags> {
  const next = new Map(Object.entries(tags ?? {}));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  const all = Object.fromEntries(next);
  const [fault] = tagsFaults(all);
  return fault === undefined ? ok(all) : fail('bad-setting', fault);
}

/**
 * Sets or takes away tags of elements' own. All or none change. Fails with `bad-setting` where AWS would not take a key or a
 * value, and for people and notes, which are nothing in AWS.
 */
export function setTags(
  design: Design,
  { ids, tags }: { readonly ids: readonly ElementId[]; readonly tags: TagChanges },
): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of new Set(ids)) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    if (!takesTags(element.kind))
      return fail('bad-setting', `${element.name} cannot be tagged: only services and what holds them can.`);
    const next = change(element.tags, tags);
    if (!next.ok) return next;
    if (!equalJson(next.value, element.tags ?? {})) draft.putElement(withTags(element, next.value));
  }
  return ok(draft.diff());
}

/** Sets or takes away tags of the whole design, or says which keys everything must be tagged with. Fails with `bad-setting`. */
export function setDesignTags(
  design: Design,
  { tags = {}, required }: { readonly tags?: TagChanges; readonly required?: readonly string[] },
): Result<DesignDiff> {
  const next = change(design.header.tags, tags);
  if (!next.ok) return next;
  const [fault] = required ? tagKeysFaults([...new Set(required)]) : [];
  if (fault !== undefined) return fail('bad-setting', fault);
  const { header } = design;
  const changed = withDesignTags(header, { tags: next.value, ...(required && { required }) });
  const draft = draftOf(design);
  if (
    !equalJson(changed.tags ?? {}, header.tags ?? {}) ||
    !equalJson(changed.requiredTags ?? [], header.requiredTags ?? [])
  )
    draft.putHeader(changed);
  return ok(draft.diff());
}
