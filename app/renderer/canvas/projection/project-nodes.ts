import { Position } from '@xyflow/react';
import { definitionOf } from '../../../../shared/catalog/catalog';
import type { Design, Element } from '../../../../shared/model/design';
import type { OutageState } from '../../outage/outage-view';
import { inDrawingOrder, layerOf, SERVICE_LAYER, shapeOf } from './drawing-order';
import { describeElement } from './element-label';
import type { FlowNode, Mark } from './flow-types';

export interface NodesInput {
  /** What is drawn: the design, or the one after the fix that is being shown. */
  readonly design: Pick<Design, 'elements'>;
  /** Elements of the real design that the shown fix removes; drawn struck through where they were. */
  readonly removed: readonly Element[];
  markOf(id: string): Mark | null;
  readonly selected: ReadonlySet<string>;
  findingCount(id: string): number;
  outageOf(id: string): OutageState | undefined;
}

/** Everything a node is made of. */
interface Ingredients {
  readonly element: Element;
  readonly parentId: string | null;
  readonly mark: Mark | null;
  readonly selected: boolean;
  /** The tier or container its label names. */
  readonly place: Element | undefined;
  readonly findings: number;
  readonly outage: OutageState | undefined;
}

interface Made extends Ingredients {
  readonly node: FlowNode;
}

const DATA: Readonly<Record<Mark | 'none', FlowNode['data']>> = {
  none: { mark: null },
  added: { mark: 'added' },
  removed: { mark: 'removed' },
  changed: { mark: 'changed' },
};

function makeNode({ element, parentId, mark, selected, place, findings, outage }: Ingredients): FlowNode {
  const { id, kind, frame } = element;
  const { width, height } = frame;
  const centre = { x: width / 2, y: height / 2, width: 1, height: 1, position: Position.Top };
  const title = definitionOf(kind)?.title ?? 'Element of an unknown kind';
  return {
    id,
    type: element.collapsed ? 'collapsed' : shapeOf(kind),
    position: { x: frame.x, y: frame.y },
    ...(parentId === null ? {} : { parentId }),
    // Size and handles are given, so that nothing has to be measured.
    width,
    height,
    measured: { width, height },
    handles: [
      { type: 'source', ...centre },
      { type: 'target', ...centre },
    ],
    zIndex: element.collapsed ? SERVICE_LAYER : layerOf(kind),
    selected,
    ...(mark === 'removed' || element.locked ? { draggable: false } : {}),
    ariaLabel: describeElement(element, place?.name, findings, outage),
    domAttributes: { 'aria-roledescription': title, ...{ 'data-element-id': id, 'data-kind': kind } },
    data: DATA[mark ?? 'none'],
  };
}

const isMadeOf = (made: Made, wanted: Ingredients): boolean =>
  made.element === wanted.element &&
  made.parentId === wanted.parentId &&
  made.mark === wanted.mark &&
  made.selected === wanted.selected &&
  made.place?.name === wanted.place?.name &&
  made.findings === wanted.findings &&
  made.outage === wanted.outage;

/** Makes nodes of elements, handing out the same object while nothing the node shows has changed. */
export function createNodeProjector(): (input: NodesInput) => FlowNode[] {
  let made = new Map<string, Made>();
  let order: { readonly of: Design['elements']; readonly elements: readonly Element[] } | undefined;
  return ({ design, removed, markOf, selected, findingCount, outageOf }) => {
    if (order?.of !== design.elements) order = { of: design.elements, elements: inDrawingOrder(design) };
    const next = new Map<string, Made>();
    const nodes: FlowNode[] = [];
    const add = (element: Element, mark: Mark | null): void => {
      const { id, parent, tier } = element;
      const wanted: Ingredients = {
        element,
        parentId: parent !== null && next.has(parent) ? parent : null,
        mark,
        selected: selected.has(id),
        place: design.elements.get(tier ?? parent ?? ''),
        findings: findingCount(id),
        outage: outageOf(id),
      };
      const known = made.get(id);
      const entry = known && isMadeOf(known, wanted) ? known : { ...wanted, node: makeNode(wanted) };
      next.set(id, entry);
      nodes.push(entry.node);
    };
    for (const element of order.elements) add(element, markOf(element.id));
    if (removed.length > 0)
      for (const element of inDrawingOrder({ elements: new Map(removed.map((gone) => [gone.id, gone])) }))
        add(element, 'removed');
    made = next;
    return nodes;
  };
}
