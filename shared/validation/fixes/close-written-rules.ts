import { type IngressRule, ingressRule } from '../../catalog/fields';
import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { type Draft, draftOf } from '../../model/draft';
import type { Json } from '../../util/json';
import { ok, type Result } from '../../util/result';

/** Drops inbound rules written by hand that match; what cannot be read stays. */
export function dropWrittenRules(draft: Draft, id: string, matches: (rule: IngressRule) => boolean): void {
  const written = draft.element(id)?.settings.extraIngress;
  if (!Array.isArray(written)) return;
  const items: readonly Json[] = written;
  const kept = items.filter((item) => {
    const parsed = ingressRule.safeParse(item);
    return !parsed.success || !matches(parsed.data);
  });
  if (kept.length < items.length) draft.patchSettings(id, { extraIngress: kept });
}

export function closeWrittenRules(
  design: Design,
  id: string,
  matches: (rule: IngressRule) => boolean,
): Result<DesignDiff> {
  const draft = draftOf(design);
  dropWrittenRules(draft, id, matches);
  return ok(draft.diff());
}
