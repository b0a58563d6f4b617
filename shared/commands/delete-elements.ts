import type { Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { waiversOf, withWaivers } from '../model/waiver';
import { fail, ok, type Result } from '../util/result';
import { contentsOf } from './parts/contents';
import { lockedInside, lockedProblem } from './parts/locked';

/**
 * Deletes elements with all they hold and every connection that ends at one of them; ids of connections are taken too.
 * What spanned a deleted subnet shrinks to the rest; what belonged to a deleted tier belongs to none. Waivers of what is deleted
 * go with it. Ids that are gone already are passed over. Fails with `locked` where one of them is, or holds what is.
 */
export function deleteElements(design: Design, { ids }: { readonly ids: readonly ElementId[] }): Result<DesignDiff> {
  const roots = ids.flatMap((id) => design.elements.get(id) ?? []);
  const gone = contentsOf(design, ids);
  const problem = lockedProblem(roots, 'delete') ?? lockedInside(roots, gone.values());
  if (problem !== undefined) return fail('locked', problem);
  const draft = draftOf(design);
  for (const id of gone.keys()) draft.removeElement(id);
  for (const id of ids) if (design.connections.has(id)) draft.removeConnection(id);
  for (const { id, from, to } of design.connections.values())
    if (gone.has(from) || gone.has(to)) draft.removeConnection(id);
  for (const element of design.elements.values()) {
    if (gone.has(element.id)) continue;
    if (element.tier !== null && gone.has(element.tier)) draft.patchElement(element.id, { tier: null });
    if (element.subnets.some((id) => gone.has(id)))
      draft.patchElement(element.id, { subnets: element.subnets.filter((id) => !gone.has(id)) });
  }
  const waivers = waiversOf(design);
  const kept = waivers.filter(
    ({ element }) =>
      draft.element(element) ||
      draft.connection(element) ||
      (!design.elements.has(element) && !design.connections.has(element)),
  );
  if (kept.length < waivers.length) draft.putHeader(withWaivers(design.header, kept));
  return ok(draft.diff());
}
