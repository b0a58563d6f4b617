import type { Design } from '../../../shared/model/design';

/** All elements of the kinds of those given, in the order of the design. */
export function sameKind(design: Pick<Design, 'elements'>, ids: readonly string[]): readonly string[] {
  const kinds = new Set(ids.map((id) => design.elements.get(id)?.kind));
  return [...design.elements.values()].filter(({ kind }) => kinds.has(kind)).map(({ id }) => id);
}

/** What lies directly in a container, or belongs to a tier: of the containers given, else of those that hold what is given. */
export function besideOrInside(design: Pick<Design, 'elements'>, ids: readonly string[]): readonly string[] {
  const chosen = new Set(ids);
  const held = (holders: ReadonlySet<string | null>): readonly string[] =>
    [...design.elements.values()]
      .filter(
        ({ parent, tier, kind }) => holders.has(parent) || (kind !== 'subnet' && tier !== null && holders.has(tier)),
      )
      .map(({ id }) => id);
  const inside = held(chosen);
  if (inside.length > 0) return inside;
  return held(new Set(ids.map((id) => design.elements.get(id)?.parent ?? null)));
}
