import type { Design } from '../../../../shared/model/design';
import { subtreeOf } from '../../../../shared/model/hierarchy';
import type { MonthlyFigure } from '../../../../shared/pricing/money';
import type { OutageState } from '../../outage/outage-view';
import type { AppState } from '../../store/state';
import { isContainerKind } from '../projection/drawing-order';
import { type Derived, type FindingMark, findingMarkOf, type Light } from './slices';

/** Elements in a container and connections among them, the container included. */
function insideOf(design: Design, id: string): readonly string[] {
  const elements = new Set(subtreeOf(design, id).map((element) => element.id));
  const connections = [...design.connections.values()].filter(({ from, to }) => elements.has(from) && elements.has(to));
  return [...elements, ...connections.map((connection) => connection.id)];
}

const shownDesign = ({ design, preview }: AppState): Design => preview?.design ?? design;

/** How many services, actors and notes a container holds. */
export const partCount = (id: string): Derived<number> => ({
  inputs: (state) => [id, shownDesign(state).elements],
  derive: (state) => subtreeOf(shownDesign(state), id).filter(({ kind }) => !isContainerKind(kind)).length,
});

/** What everything in a container costs together; undefined where none of it costs anything. */
export const insideCost = (id: string): Derived<MonthlyFigure | undefined> => ({
  inputs: (state) => [id, shownDesign(state), state.preview?.analysis.costOf ?? state.costOf],
  derive: (state) => {
    const costs = state.preview?.analysis.costOf ?? state.costOf;
    const figures = insideOf(shownDesign(state), id).flatMap((inside) => costs.get(inside) ?? []);
    if (figures.length === 0) return undefined;
    return {
      micros: figures.reduce((sum, { micros }) => sum + micros, 0),
      isLowerBound: figures.some(({ isLowerBound, isUnpriced }) => isLowerBound || isUnpriced),
      isUnpriced: figures.every(({ isUnpriced }) => isUnpriced),
    };
  },
});

/** Count and worst tone of the findings of everything in a container, each counted once. */
export const insideFindings = (id: string): Derived<FindingMark | null> => ({
  inputs: (state) => [
    id,
    shownDesign(state),
    state.view.layers.findings,
    state.preview?.analysis.findingsOf ?? state.findingsOf,
  ],
  derive: (state) => findingMarkOf(insideOf(shownDesign(state), id)).derive(state),
});

/** Whether something in a container is selected, the container itself left out. */
export const holdsSelected = (id: string): Derived<boolean> => ({
  inputs: (state) => [id, state.design.elements, state.selection],
  derive: ({ design, selection }) => {
    if (selection.elements.length === 0) return false;
    const chosen = new Set(selection.elements);
    return subtreeOf(design, id).some((element) => element.id !== id && chosen.has(element.id));
  },
});

/** The light on a container of which something inside is brought out; undefined where nothing is. */
export const insideLight = (id: string): Derived<Light | undefined> => ({
  inputs: ({ design, highlight }) => [id, design.elements, highlight],
  derive: ({ design, highlight }) => {
    if (!highlight) return undefined;
    const ids = subtreeOf(design, id).map((element) => element.id);
    if (ids.some((inside) => highlight.cut.has(inside))) return 'cut';
    return ids.some((inside) => highlight.path.has(inside)) ? 'lit' : undefined;
  },
});

const WORST: readonly OutageState[] = ['lost', 'within', 'stopped', 'cut-off', 'degraded', 'up'];

/** The worst an outage does to anything in a container; undefined outside of outage mode. */
export const insideOutage = (id: string): Derived<OutageState | undefined> => ({
  inputs: ({ design, outage }) => [id, design.elements, outage],
  derive: ({ design, outage }) => {
    if (!outage) return undefined;
    const states = new Set(subtreeOf(design, id).map((element) => outage.stateOf.get(element.id)));
    return WORST.find((state) => states.has(state));
  },
});
