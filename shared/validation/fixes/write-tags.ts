import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import { foldTagKey, type Tags, tagReader, withDesignTags, withTags } from '../../model/tags';
import { ok, type Result } from '../../util/result';

/** Tags that are missing, and where they go. */
export interface MissingTags {
  /** A container or a service; null for the design as a whole. */
  readonly subject: string | null;
  /** Ids of what lacks them. */
  readonly lacking: readonly string[];
  readonly tags: Tags;
}

/** The tags with these keys spelled as they are wanted; the same object where they are. */
function respell(tags: Tags, wanted: ReadonlyMap<string, string>): Tags {
  const next = Object.entries(tags).map(([key, value]) => [wanted.get(foldTagKey(key)) ?? key, value] as const);
  return next.every(([key]) => Object.hasOwn(tags, key)) ? tags : Object.fromEntries(next);
}

function respellAll(draft: Draft, keys: readonly string[]): void {
  const wanted = new Map(keys.map((key) => [foldTagKey(key), key]));
  const header = draft.header();
  const own = header.tags && respell(header.tags, wanted);
  if (own && own !== header.tags) draft.putHeader(withDesignTags(header, { tags: own }));
  for (const element of [...draft.elements()]) {
    const tags = element.tags && respell(element.tags, wanted);
    if (tags && tags !== element.tags) draft.putElement(withTags(element, tags));
  }
}

/**
 * Writes missing tags where everything that lacks them inherits them. A key that is there in another case is spelled as it is
 * required, wherever it stands, and keeps its values.
 */
export function writeTags(design: Design, missing: readonly MissingTags[]): Result<DesignDiff> {
  const draft = draftOf(design);
  respellAll(
    draft,
    missing.flatMap(({ tags }) => Object.keys(tags)),
  );
  for (const { subject, lacking, tags } of missing) {
    const now = draft.design();
    const tagsOf = tagReader(now);
    const isMissing = (key: string): boolean =>
      lacking.some((id) => {
        const element = now.elements.get(id);
        return element && !tagsOf(element).some((tag) => tag.key === key);
      });
    const added = Object.fromEntries(Object.entries(tags).filter(([key]) => isMissing(key)));
    if (Object.keys(added).length === 0) continue;
    const element = subject === null ? undefined : draft.element(subject);
    const header = draft.header();
    if (element) draft.putElement(withTags(element, { ...element.tags, ...added }));
    else draft.putHeader(withDesignTags(header, { tags: { ...header.tags, ...added } }));
  }
  return ok(draft.diff());
}
