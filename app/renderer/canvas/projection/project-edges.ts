import type { Connection, Design, Element } from '../../../../shared/model/design';
import { absoluteRects, isSameRect, type Point, type Rect } from '../geometry/rect';
import { createRouter, type Router } from '../geometry/route-connections';
import type { DrawnConnection } from './collapsed-view';
import { EDGE_LAYER, SELECTED_EDGE_LAYER } from './drawing-order';
import { describeConnection, describeMerged } from './element-label';
import type { FlowEdge, Mark } from './flow-types';
import { bordersOf, obstacleOf } from './obstacle-of';

export interface EdgesInput {
  readonly design: Pick<Design, 'elements'>;
  readonly connections: readonly DrawnConnection[];
  markOf(id: string): Mark | null;
  readonly selected: ReadonlySet<string>;
}

/** Everything an edge is made of. */
interface Ingredients {
  readonly connection: Connection;
  /** The connections it stands for. */
  readonly of: readonly Connection[];
  readonly from: Element;
  readonly to: Element;
  readonly fromRect: Rect;
  readonly toRect: Rect;
  readonly points: readonly Point[];
  readonly mark: Mark | null;
  readonly selected: boolean;
}

interface Made extends Ingredients {
  readonly edge: FlowEdge;
}

const hasSamePoints = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every((point, index) => point.x === b[index]?.x && point.y === b[index]?.y);

function hasSameRects(before: ReadonlyMap<string, Rect>, after: ReadonlyMap<string, Rect>): boolean {
  if (before.size !== after.size) return false;
  for (const [id, rect] of after) {
    const known = before.get(id);
    if (!known || !isSameRect(known, rect)) return false;
  }
  return true;
}

function makeEdge({ connection, of, from, to, fromRect, toRect, points, mark, selected }: Ingredients): FlowEdge {
  return {
    id: connection.id,
    type: 'connection',
    source: connection.from,
    target: connection.to,
    selected,
    // What stands for several is not itself in the design.
    ...(of.length > 1 ? { selectable: false } : {}),
    zIndex: selected ? SELECTED_EDGE_LAYER : EDGE_LAYER,
    ariaLabel: of.length > 1 ? describeMerged(of.length, from, to) : describeConnection(connection, from, to),
    ariaRole: 'button',
    domAttributes: {
      'aria-roledescription': 'Connection',
      ...{ 'data-connection-id': connection.id, 'data-kind': connection.kind },
    },
    data: {
      mark,
      kind: connection.kind,
      of: of.map(({ id }) => id),
      points,
      bends: connection.bends,
      fromRect,
      toRect,
    },
  };
}

const isMadeOf = (made: Made, wanted: Ingredients): boolean =>
  made.connection === wanted.connection &&
  made.from.name === wanted.from.name &&
  made.to.name === wanted.to.name &&
  made.mark === wanted.mark &&
  made.selected === wanted.selected &&
  (made.points === wanted.points || hasSamePoints(made.points, wanted.points)) &&
  isSameRect(made.fromRect, wanted.fromRect) &&
  isSameRect(made.toRect, wanted.toRect);

interface Geometry {
  readonly elements: Design['elements'];
  readonly rects: ReadonlyMap<string, Rect>;
  readonly connections: readonly Connection[];
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

/** Routes again only where something moved or a connection came, went or changed its ends. */
function updateGeometry(before: Geometry | undefined, { design, ...input }: EdgesInput, route: Router): Geometry {
  const connections = input.connections.map(({ connection }) => connection);
  const { elements } = design;
  const sameEnds =
    before !== undefined &&
    before.connections.length === connections.length &&
    connections.every(({ id, from, to, bends }, index) => {
      const known = before.connections[index];
      return known?.id === id && known.from === from && known.to === to && known.bends === bends;
    });
  if (before && sameEnds && before.elements === elements) return before;
  const rects = absoluteRects(design);
  if (before && sameEnds && hasSameRects(before.rects, rects)) return { ...before, elements, connections };
  const boxes = [...elements.values()].flatMap((element) => [
    ...obstacleOf(element, rects),
    ...bordersOf(element, rects),
  ]);
  return { elements, rects, connections, routes: route(connections, rects, boxes) };
}

/** Makes edges of connections, handing out the same object while nothing the edge shows has changed. */
export function createEdgeProjector(): (input: EdgesInput) => FlowEdge[] {
  let made = new Map<string, Made>();
  let geometry: Geometry | undefined;
  const route = createRouter();
  return (input) => {
    geometry = updateGeometry(geometry, input, route);
    const next = new Map<string, Made>();
    const edges: FlowEdge[] = [];
    const { elements } = input.design;
    for (const { connection, of } of input.connections) {
      const points = geometry.routes.get(connection.id);
      const [from, to] = [elements.get(connection.from), elements.get(connection.to)];
      const fromRect = geometry.rects.get(connection.from);
      const toRect = geometry.rects.get(connection.to);
      if (!points || !from || !to || !fromRect || !toRect) continue;
      const mark = input.markOf(connection.id);
      const selected = input.selected.has(connection.id);
      const wanted: Ingredients = { connection, of, from, to, fromRect, toRect, points, mark, selected };
      const known = made.get(connection.id);
      const entry = known && isMadeOf(known, wanted) ? known : { ...wanted, edge: makeEdge(wanted) };
      next.set(connection.id, entry);
      edges.push(entry.edge);
    }
    made = next;
    return edges;
  };
}
