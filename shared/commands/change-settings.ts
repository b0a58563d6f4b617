import type { Design, Element, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { equalJson, type JsonObject } from '../util/json';
import { fail, ok, type Result } from '../util/result';
import { storeKindSettings } from './parts/check-settings';
import { missing } from './parts/missing';
import { zoneLetter, zonesOf } from './parts/network';

/** Two columns of a VPC cannot be the same zone. */
function zoneProblem(design: Design, element: Element, settings: JsonObject): string | undefined {
  if (element.kind !== 'availability-zone' || element.parent === null) return undefined;
  const letter = zoneLetter({ ...element, settings });
  const twin = zonesOf(design, element.parent).find((zone) => zone.id !== element.id && zoneLetter(zone) === letter);
  return twin ? `Availability Zone ${letter} is already in this VPC (${twin.name}). Choose another letter.` : undefined;
}

/**
 * Sets some settings of the elements, the others stay; a value at its default is not stored. All or none change.
 * Fails with `bad-setting` where one of the kinds does not allow a value.
 */
export function changeSettings(
  design: Design,
  { ids, settings }: { readonly ids: readonly ElementId[]; readonly settings: JsonObject },
): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    const next = storeKindSettings(
      element.kind,
      { ...element.settings, ...settings },
      Object.keys(settings),
      element.name,
    );
    if (!next.ok) return next;
    const problem = zoneProblem(design, element, next.value);
    if (problem !== undefined) return fail('bad-setting', problem);
    if (!equalJson(next.value, element.settings)) draft.patchElement(id, { settings: next.value });
  }
  return ok(draft.diff());
}
