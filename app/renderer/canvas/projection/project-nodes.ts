import { Position } from '@xyflow/react';
import { definitionOf } from '../../../../shared/catalog/catalog';
import type { Design, Element } from '../../../../shared/model/design';
import { inDrawingOrder, layerOf, shapeOf } from './drawing-order';
import { describeElement } from './element-label';
import type { FlowNode, Mark } from './flow-types';

export interface NodesInput {
  /** What is drawn: the design, or the one after the fix that is being shown. */
  readonly design: Design;
  /** Elements of the real design that the shown fix removes; drawn struck through where they were. */
  readonly removed: readonly Element[];
  markOf(id: string): Mark | null;
  readonly selected: ReadonlySet<string>;
  findingCount(id: string): number;
}

interface Made {
  readonly element: Element;
  readonly parentId: string | null;
  readonly mark: Mark | null;
  readonly selected: boolean;
  readonly label: string;
  readonly node: FlowNode;
}

const DATA: Readonly<Record<Mark | 'none', FlowNode['data']>> = {
  none: { mark: null },
  added: { mark: 'added' },
  removed: { mark: 'removed' },
  changed: { mark: 'changed' },
};

function makeNode({ element, parentId, mark, selected, label }: Omit<Made, 'node'>): FlowNode {
  const { id, kind, frame } = element;
  const { width, height } = frame;
  const centre = { x: width / 2, y: height / 2, width: 1, height: 1, position: Position.Top };
  const title = definitionOf(kind)?.title ?? 'Element of an unknown kind';
  return {
    id,
    type: shapeOf(kind),
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
    zIndex: layerOf(kind),
    selected,
    ...(mark === 'removed' ? { draggable: false } : {}),
    ariaLabel: label,
    domAttributes: { 'aria-roledescription': title, ...{ 'data-element-id': id, 'data-kind': kind } },
    data: DATA[mark ?? 'none'],
  };
}

/** Makes nodes of elements, handing out the same object while nothing the node shows has changed. */
export function createNodeProjector(): (input: NodesInput) => FlowNode[] {
  let made = new Map<string, Made>();
  return ({ design, removed, markOf, selected, findingCount }) => {
    const next = new Map<string, Made>();
    const nodes: FlowNode[] = [];
    const add = (element: Element, mark: Mark | null): void => {
      const parentId = element.parent !== null && next.has(element.parent) ? element.parent : null;
      const wanted = {
        element,
        parentId,
        mark,
        selected: selected.has(element.id),
        label: describeElement(design, element, findingCount(element.id)),
      };
      const known = made.get(element.id);
      const isSame =
        known !== undefined &&
        known.element === element &&
        known.parentId === parentId &&
        known.mark === mark &&
        known.selected === wanted.selected &&
        known.label === wanted.label;
      const entry = isSame ? known : { ...wanted, node: makeNode(wanted) };
      next.set(element.id, entry);
      nodes.push(entry.node);
    };
    for (const element of inDrawingOrder(design)) add(element, markOf(element.id));
    for (const element of inDrawingOrder({ elements: new Map(removed.map((element) => [element.id, element])) }))
      add(element, 'removed');
    made = next;
    return nodes;
  };
}
