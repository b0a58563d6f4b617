import type { Design, ElementId } from '../model/design';
import type { DesignDiff } from '../model/diff';
import { draftOf } from '../model/draft';
import { fail, ok, type Result } from '../util/result';
import { missing } from './parts/missing';

/**
 * Zones and tiers are the columns and rows of their VPC's grid: a folded column would tear holes into every row and every
 * service that spans it. The VPC as a whole and each subnet can be collapsed instead.
 */
const COLLAPSIBLE: ReadonlySet<string> = new Set(['region', 'vpc', 'subnet', 'group']);

/** Why an element cannot be collapsed; undefined where it can. */
export function collapseProblem(design: Design, id: ElementId): string | undefined {
  const element = design.elements.get(id);
  if (!element) return 'The element is gone.';
  if (element.collapsed) return undefined;
  if (element.kind === 'availability-zone' || element.kind === 'tier')
    return `${element.name} is a ${element.kind === 'tier' ? 'row' : 'column'} of its VPC and cannot be collapsed by itself. Collapse the VPC or single subnets.`;
  if (!COLLAPSIBLE.has(element.kind)) return `${element.name} holds nothing. Only containers can be collapsed.`;
  for (const other of design.elements.values()) if (other.parent === id) return undefined;
  return `${element.name} is empty, so there is nothing to collapse.`;
}

/** Draws containers as one box each, or opens them again. What they hold stays where it is. Fails with `bad-setting`. */
export function collapseElements(
  design: Design,
  { ids, collapsed }: { readonly ids: readonly ElementId[]; readonly collapsed: boolean },
): Result<DesignDiff> {
  const draft = draftOf(design);
  for (const id of ids) {
    const element = design.elements.get(id);
    if (!element) return missing('element', id);
    const problem = collapsed ? collapseProblem(design, id) : undefined;
    if (problem !== undefined) return fail('bad-setting', problem);
    const { collapsed: was, ...open } = element;
    if ((was === true) !== collapsed) draft.putElement(collapsed ? { ...open, collapsed: true } : open);
  }
  return ok(draft.diff());
}
