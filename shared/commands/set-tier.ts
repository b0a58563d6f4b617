import { definitionOf } from '../catalog/catalog';
import type { Design, Element, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';
import { subnetsOfTier } from './parts/network';

/** A spanning service goes to the subnets of a tier of its own VPC; for all else the tier is only a label. */
const subnetsIn = (design: Design, element: Element, tier: Element | undefined): readonly ElementId[] =>
  tier && definitionOf(element.kind)?.scope === 'spanning' && tier.parent === element.parent
    ? subnetsOfTier(design, tier.id).map(({ id }) => id)
    : element.subnets;

/** Says which tier elements belong to; null: none. Their placement stays, except that spanning services take the tier's subnets. */
export function setTier(
  design: Design,
  { ids, tier }: { readonly ids: readonly ElementId[]; readonly tier: ElementId | null },
): Result<DesignDiff> {
  const band = tier === null ? undefined : design.elements.get(tier);
  if (tier !== null && !band) return missing('element', tier);
  if (band && band.kind !== 'tier') return fail('illegal-placement', `${band.name} is not a tier.`);
  const draft = draftOf(design);
  for (const id of ids) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    const definition = definitionOf(element.kind);
    if (definition?.scope === 'canvas' || (definition?.scope === 'container' && element.kind !== 'subnet'))
      return fail('illegal-placement', `${element.name} cannot belong to a tier; only services and subnets can.`);
    if (element.tier !== tier) draft.patchElement(id, { tier, subnets: subnetsIn(design, element, band) });
  }
  return ok(draft.diff());
}
