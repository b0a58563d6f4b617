import type { Design, Element } from '../../../../shared/model/design';
import type { Change, DesignDiff } from '../../../../shared/model/diff';
import { ancestorsOf } from '../../../../shared/model/hierarchy';
import type { OutageState } from '../../outage/outage-view';
import type { Selection } from '../../store/selection';
import { type CollapsedView, collapsedView, createMerger } from './collapsed-view';
import type { FlowEdge, FlowNode, Mark } from './flow-types';
import { createEdgeProjector } from './project-edges';
import { createNodeProjector } from './project-nodes';

export interface Projection {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
  /** The elements as they are drawn. */
  readonly drawn: Pick<Design, 'elements'>;
}

export interface ProjectionInput {
  readonly design: Design;
  /** A fix that is being shown: the design after it and what it changes. */
  readonly preview: { readonly design: Design; readonly diff: DesignDiff } | null;
  readonly selection: Selection;
  readonly findingsOf: ReadonlyMap<string, readonly unknown[]>;
  /** What an outage does to each element; outside of outage mode nothing. */
  readonly outageOf?: ReadonlyMap<string, OutageState> | undefined;
}

function markOf<T>(change: Change<T> | undefined, isVisibleChange: (from: T, to: T) => boolean): Mark | null {
  if (!change) return null;
  if (change.from === null) return 'added';
  if (change.to === null) return 'removed';
  return isVisibleChange(change.from, change.to) ? 'changed' : null;
}

const removedOf = <T>(changes: ReadonlyMap<string, Change<T>>): T[] =>
  [...changes.values()].flatMap(({ from, to }) => (from !== null && to === null ? [from] : []));

/** The document as React Flow's nodes and edges. What did not change stays the same object from one call to the next. */
export function createProjector(): (input: ProjectionInput) => Projection {
  const projectNodes = createNodeProjector();
  const projectEdges = createEdgeProjector();
  const merge = createMerger();
  return ({ design, preview, selection, findingsOf, outageOf }) => {
    const shown = preview?.design ?? design;
    const diff = preview?.diff;
    const removed = diff ? removedOf(diff.elements) : [];
    // Removed elements stay on the drawing, so lines to them can be drawn as well.
    const all = removed.length === 0 ? shown : withRemoved(shown, removed);
    const open = diff ? aroundChanges(all, diff) : undefined;
    const view = collapsedView(shown, open);
    const drawn = removed.length === 0 ? view : collapsedView(all, open);
    const connections = [...shown.connections.values(), ...(diff ? removedOf(diff.connections) : [])];
    const inBoxes = view.elements === shown.elements ? NO_BOXES : findingsInBoxes(view, shown, findingsOf);
    const nodes = projectNodes({
      design: view,
      removed,
      markOf: (id) => markOf(diff?.elements.get(id), (from, to) => from.settings !== to.settings),
      selected: new Set(selection.elements),
      outageOf: (id) => outageOf?.get(id),
      findingCount: (id) => inBoxes.get(id)?.size ?? findingsOf.get(id)?.length ?? 0,
    });
    const edges = projectEdges({
      design: drawn,
      connections: merge(connections, drawn),
      markOf: (id) => markOf(diff?.connections.get(id), () => true),
      selected: new Set(selection.connections),
    });
    return { nodes, edges, drawn };
  };
}

const NO_BOXES: ReadonlyMap<string, ReadonlySet<unknown>> = new Map();

/** The findings of everything a collapsed container holds, by its id. */
function findingsInBoxes(
  { standIn }: CollapsedView,
  { elements }: Pick<Design, 'elements'>,
  findingsOf: ProjectionInput['findingsOf'],
): ReadonlyMap<string, ReadonlySet<unknown>> {
  const found = new Map<string, Set<unknown>>();
  for (const [id, findings] of findingsOf) {
    const box = standIn(id);
    if (box === id && !elements.get(id)?.collapsed) continue;
    const known = found.get(box) ?? new Set();
    for (const finding of findings) known.add(finding);
    found.set(box, known);
  }
  return found;
}

/** The containers around what a shown fix changes: it would not be seen in a collapsed one. */
function aroundChanges(design: Pick<Design, 'elements'>, diff: DesignDiff): ReadonlySet<string> {
  const changed = [...diff.elements.values()].flatMap(({ from, to }) => to ?? from ?? []);
  return new Set(changed.flatMap((element) => ancestorsOf(design, element).map(({ id }) => id)));
}

const withRemoved = (design: Design, removed: readonly Element[]): Pick<Design, 'elements'> => ({
  elements: new Map([...design.elements, ...removed.map((element) => [element.id, element] as const)]),
});
