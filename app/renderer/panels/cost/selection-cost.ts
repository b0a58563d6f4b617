import type { Estimate } from '../../../../shared/pricing/estimate';
import type { MonthlyFigure } from '../../../../shared/pricing/money';
import type { Topology } from '../../../../shared/topology/topology';
import type { Selection } from '../../store/selection';
import { addFigures } from './group-lines';

/** What the selected elements and connections cost with all that lies within them; null where nothing is selected. */
export function readSelectionCost(
  { byElement }: Pick<Estimate, 'byElement'>,
  topology: Topology,
  { elements, connections }: Selection,
): MonthlyFigure | null {
  const chosen = new Set([...elements, ...connections]);
  if (chosen.size === 0) return null;
  const isWithin = (id: string): boolean => {
    const tier = topology.service(id)?.tier?.id;
    if (tier !== undefined && chosen.has(tier)) return true;
    for (let at: string | null = id; at !== null; at = topology.design.elements.get(at)?.parent ?? null)
      if (chosen.has(at)) return true;
    return false;
  };
  return addFigures([...byElement].filter(([id]) => isWithin(id)).map(([, figure]) => figure));
}

/**
 * What free allowances and volume prices take off the whole design, in micro-dollars: they belong to no element. Only where a selection costs more
 * than all together does that want saying; else zero.
 */
export function sharedSavings({ lines, total }: Pick<Estimate, 'lines' | 'total'>, selected: MonthlyFigure): number {
  if (selected.micros <= total.micros) return 0;
  return lines.reduce((sum, { elementId, monthlyMicros }) => sum + (elementId === null ? (monthlyMicros ?? 0) : 0), 0);
}
