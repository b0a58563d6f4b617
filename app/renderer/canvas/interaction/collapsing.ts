import { collapseElements } from '../../../../shared/commands/collapse-element';
import { shorten } from '../../format';
import { app } from '../../store/app';

/** Collapses containers to one box each, or opens them again, as one undo step; the keyboard stays with the first. */
export function setCollapsed(ids: readonly string[], collapsed: boolean): void {
  const [first] = ids;
  if (first === undefined) return;
  const name = shorten(app.getState().design.elements.get(first)?.name ?? 'container', 40);
  const verb = collapsed ? 'Collapse' : 'Expand';
  const label = ids.length === 1 ? `${verb} ${name}` : `${verb} ${ids.length} containers`;
  if (!app.dispatch(label, (design) => collapseElements(design, { ids, collapsed })).ok) return;
  app.select({ elements: ids });
  requestAnimationFrame(() => app.canvas()?.focus(first));
}
