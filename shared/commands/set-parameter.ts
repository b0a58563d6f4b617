import { definitionOf } from '../catalog/catalog';
import type { Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

/**
 * Leaves a setting of the elements to whoever deploys the export, or fixes it again. Fails with `bad-setting`, also where
 * the setting has a value for development: the default of a parameter cannot depend on that.
 */
export function setParameter(
  design: Design,
  {
    ids,
    key,
    isParameter,
  }: { readonly ids: readonly ElementId[]; readonly key: string; readonly isParameter: boolean },
): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    if (isParameter && !definitionOf(element.kind)?.schema.shape[key])
      return fail('bad-setting', `${element.name} has no setting “${key}”.`);
    if (isParameter && element.development !== undefined && Object.hasOwn(element.development, key))
      return fail(
        'bad-setting',
        `“${key}” of ${element.name} has another value in development, and a parameter has one default. Take that value back first.`,
      );
    const { parameters = [], ...fixed } = element;
    if (parameters.includes(key) === isParameter) continue;
    const next = isParameter ? [...parameters, key].sort() : parameters.filter((other) => other !== key);
    draft.putElement(next.length > 0 ? { ...fixed, parameters: next } : fixed);
  }
  return ok(draft.diff());
}
