import { definitionOf } from '../catalog/catalog';
import type { Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

/** Leaves a setting of the elements to whoever deploys the export, or fixes it again. Fails with `bad-setting`. */
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
    const { parameters = [], ...fixed } = element;
    if (parameters.includes(key) === isParameter) continue;
    const next = isParameter ? [...parameters, key].sort() : parameters.filter((other) => other !== key);
    draft.putElement(next.length > 0 ? { ...fixed, parameters: next } : fixed);
  }
  return ok(draft.diff());
}
