import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { ok, type Result } from '../../util/result';

/** Leaves a spanning service only those of its subnets that belong to the tier. */
export function keepToTier(design: Design, id: string, tierId: string): Result<DesignDiff> {
  const draft = draftOf(design);
  const element = draft.element(id);
  if (element)
    draft.patchElement(id, { subnets: element.subnets.filter((subnet) => draft.element(subnet)?.tier === tierId) });
  return ok(draft.diff());
}
