import { definitionOf } from '../catalog/catalog';
import { fieldMeta } from '../catalog/fields';
import type { Design, ElementId } from '../model/design';
import { withDevelopment } from '../model/development';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { equalJson, type Json, type JsonObject } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { storeKindSettings } from './parts/check-settings';
import { missing } from './parts/missing';

const NOTHING: JsonObject = {};

/**
 * Gives a setting of the elements a value of its own in development, or takes it back where no value is given. Fails with
 * `bad-setting` where the kind does not allow the value, or where the setting is a parameter.
 */
export function setDevelopment(
  design: Design,
  { ids, key, value }: { readonly ids: readonly ElementId[]; readonly key: string; readonly value?: Json },
): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    const { [key]: before, ...others } = element.development ?? NOTHING;
    if (value === undefined) {
      if (before !== undefined) draft.putElement(withDevelopment(element, others));
      continue;
    }
    const field = definitionOf(element.kind)?.schema.shape[key];
    if (!field) return fail('bad-setting', `${element.name} has no setting “${key}”.`);
    if (element.parameters?.includes(key))
      return fail(
        'bad-setting',
        `${fieldMeta.get(field)?.label ?? key} of ${element.name} is a parameter, and a parameter has one default. Fix it first, or give the value when deploying.`,
      );
    const checked = storeKindSettings(element.kind, { ...element.settings, [key]: value }, [key], element.name);
    if (!checked.ok) return checked;
    if (before === undefined || !equalJson(before, value))
      draft.putElement(withDevelopment(element, { ...others, [key]: value }));
  }
  return ok(draft.diff());
}
