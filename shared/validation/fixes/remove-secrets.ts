import type { Design } from '../../model/design';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { isJsonObject } from '../../util/json';
import { ok, type Result } from '../../util/result';
import { hideSecrets, type SecretKind } from '../written-secrets';

/** Takes secrets of that kind out of the text of elements and connections. */
export function removeSecrets(design: Design, ids: readonly string[], kind: SecretKind): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const element = draft.element(id);
    const line = draft.connection(id);
    const settings = hideSecrets(element?.settings ?? line?.settings ?? {}, kind);
    if (!isJsonObject(settings)) continue;
    if (element) draft.putElement({ ...element, name: String(hideSecrets(element.name, kind)), settings });
    else if (line) draft.putConnection({ ...line, settings });
  }
  return ok(draft.diff());
}
