import { useMemo } from 'react';
import type { Design } from '../../../../shared/model/design';
import { useApp } from '../../store/app';

/** The selected elements with all that lies in them: a tier stands for its services. */
export function withContents(design: Design, selected: readonly string[]): ReadonlySet<string> {
  const found = new Set(selected);
  const isInside = (id: string | null): boolean => {
    for (let at = id, depth = 0; at !== null && depth < 40; depth += 1) {
      if (found.has(at)) return true;
      at = design.elements.get(at)?.parent ?? null;
    }
    return false;
  };
  if (selected.length > 0) for (const { id, parent } of design.elements.values()) if (isInside(parent)) found.add(id);
  return found;
}

/** Whose lines light up: the selection, and what the pointer is over. */
export function useLit(): { readonly selected: ReadonlySet<string>; readonly hovered: string | null } {
  const elements = useApp((state) => state.selection.elements);
  const connections = useApp((state) => state.selection.connections);
  const design = useApp((state) => state.design);
  const hovered = useApp((state) => state.hover);
  const selected = useMemo(
    () => new Set([...withContents(design, elements), ...connections]),
    [design, elements, connections],
  );
  return { selected, hovered };
}
