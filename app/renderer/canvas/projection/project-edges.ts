import type { Connection, Design, Element } from '../../../../shared/model/design';
import { indexObstacles, type Obstacle } from '../geometry/obstacles';
import { absoluteRects, isSameRect, type Point, type Rect } from '../geometry/rect';
import { routeConnections } from '../geometry/route-connections';
import { EDGE_LAYER, isContainerKind, SELECTED_EDGE_LAYER } from './drawing-order';
import { describeConnection } from './element-label';
import type { FlowEdge, Mark } from './flow-types';

export interface EdgesInput {
  readonly design: Pick<Design, 'elements'>;
  readonly connections: readonly Connection[];
  markOf(id: string): Mark | null;
  readonly selected: ReadonlySet<string>;
}

interface Made {
  readonly connection: Connection;
  readonly points: readonly Point[];
  readonly mark: Mark | null;
  readonly selected: boolean;
  readonly label: string;
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

const isDrawnBetween = ({ data }: FlowEdge, from: Rect, to: Rect): boolean =>
  data !== undefined && isSameRect(data.fromRect, from) && isSameRect(data.toRect, to);

function makeEdge(fields: Omit<Made, 'edge'>, fromRect: Rect, toRect: Rect): FlowEdge {
  const { connection, points, mark, selected, label } = fields;
  return {
    id: connection.id,
    type: 'connection',
    source: connection.from,
    target: connection.to,
    selected,
    zIndex: selected ? SELECTED_EDGE_LAYER : EDGE_LAYER,
    ariaLabel: label,
    ariaRole: 'button',
    domAttributes: { 'aria-roledescription': 'Connection', ...{ 'data-connection-id': connection.id } },
    data: { mark, kind: connection.kind, points, fromRect, toRect },
  };
}

interface Geometry {
  readonly elements: Design['elements'];
  readonly rects: ReadonlyMap<string, Rect>;
  readonly connections: readonly Connection[];
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

const SERVICE_WEIGHT = 600;
const NAME_WEIGHT = 150;
const HEAD_WEIGHT = 60;
/** The name of a tier, in the middle of its gutter. */
const TIER_NAME = { width: 112, height: 36, inset: 8 };
/** Icon and name of a container, in its upper left corner. */
const HEAD = { width: 150, height: 24 };

/** What lines keep clear of: services and notes above all, and the names of tiers and containers. */
function obstacleOf({ id, kind }: Element, rects: ReadonlyMap<string, Rect>): readonly Obstacle[] {
  const rect = rects.get(id);
  if (!rect) return [];
  if (!isContainerKind(kind)) return [{ id, rect, weight: SERVICE_WEIGHT }];
  if (kind !== 'tier') return [{ id, rect: { ...rect, ...HEAD }, weight: HEAD_WEIGHT }];
  const { width, height, inset } = TIER_NAME;
  const name = { x: rect.x + inset, y: rect.y + (rect.height - height) / 2, width, height };
  return [{ id, rect: name, weight: NAME_WEIGHT }];
}

/** Routes again only where something moved or a connection came, went or changed its ends. */
function updateGeometry(before: Geometry | undefined, { design, connections }: EdgesInput): Geometry {
  const { elements } = design;
  const sameEnds =
    before !== undefined &&
    before.connections.length === connections.length &&
    connections.every(({ id, from, to }, index) => {
      const known = before.connections[index];
      return known !== undefined && known.id === id && known.from === from && known.to === to;
    });
  if (before && sameEnds && before.elements === elements) return before;
  const rects = absoluteRects(design);
  if (before && sameEnds && hasSameRects(before.rects, rects)) return { ...before, elements, connections };
  const obstacles = indexObstacles([...elements.values()].flatMap((element) => obstacleOf(element, rects)));
  return { elements, rects, connections, routes: routeConnections(connections, rects, obstacles) };
}

/** Makes edges of connections, handing out the same object while nothing the edge shows has changed. */
export function createEdgeProjector(): (input: EdgesInput) => FlowEdge[] {
  let made = new Map<string, Made>();
  let geometry: Geometry | undefined;
  return (input) => {
    geometry = updateGeometry(geometry, input);
    const next = new Map<string, Made>();
    const edges: FlowEdge[] = [];
    for (const connection of input.connections) {
      const points = geometry.routes.get(connection.id);
      const fromRect = geometry.rects.get(connection.from);
      const toRect = geometry.rects.get(connection.to);
      if (!points || !fromRect || !toRect) continue;
      const known = made.get(connection.id);
      const wanted = {
        connection,
        points: known && hasSamePoints(known.points, points) ? known.points : points,
        mark: input.markOf(connection.id),
        selected: input.selected.has(connection.id),
        label: describeConnection(input.design, connection),
      };
      const isSame =
        known !== undefined &&
        known.connection === connection &&
        known.points === wanted.points &&
        isDrawnBetween(known.edge, fromRect, toRect) &&
        known.mark === wanted.mark &&
        known.selected === wanted.selected &&
        known.label === wanted.label;
      const entry = isSame ? known : { ...wanted, edge: makeEdge(wanted, fromRect, toRect) };
      next.set(connection.id, entry);
      edges.push(entry.edge);
    }
    made = next;
    return edges;
  };
}
