import type { Design } from '../../model/design';
import { withDevelopment } from '../../model/development';
import type { DesignDiff } from '../../model/diff';
import { draftOf } from '../../model/draft';
import { isJsonObject, type JsonObject } from '../../util/json';
import { ok, type Result } from '../../util/result';
import { hideSecrets, type SecretKind } from '../written-secrets';

function withoutSecrets(values: JsonObject, kind: SecretKind): JsonObject {
  const hidden = hideSecrets(values, kind);
  return isJsonObject(hidden) ? hidden : values;
}

/** Takes secrets of that kind out of the text of elements and connections. */
export function removeSecrets(design: Design, ids: readonly string[], kind: SecretKind): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const element = draft.element(id);
    const line = draft.connection(id);
    if (element) {
      const name = String(hideSecrets(element.name, kind));
      const cleared = { ...element, name, settings: withoutSecrets(element.settings, kind) };
      draft.putElement(withDevelopment(cleared, withoutSecrets(element.development ?? {}, kind)));
    } else if (line) draft.putConnection({ ...line, settings: withoutSecrets(line.settings, kind) });
  }
  return ok(draft.diff());
}
