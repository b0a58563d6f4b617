import type { Design, Element, ElementId, Frame } from '../../model/design';
import { ancestorsOf } from '../../model/hierarchy';
import { compareText } from '../../util/sorting';
import { snap } from '../measures';

/** A connection as the container that holds both ends sees it: between the two children that hold them. */
export interface Link {
  readonly from: ElementId;
  readonly to: ElementId;
  /** How many connections it stands for. */
  readonly count: number;
}

export type LinksByContainer = ReadonlyMap<ElementId | null, readonly Link[]>;

const chainOf = (design: Design, element: Element): readonly Element[] => [element, ...ancestorsOf(design, element)];

/** All connections lifted to the level at which their ends part, by the container there; null is the canvas. */
export function liftLinks(design: Design): LinksByContainer {
  const counts = new Map<ElementId | null, Map<string, Link>>();
  const chains = new Map<ElementId, readonly Element[]>();
  const chain = (id: ElementId): readonly Element[] => {
    const element = design.elements.get(id);
    const known = chains.get(id) ?? (element ? chainOf(design, element) : []);
    chains.set(id, known);
    return known;
  };
  const ordered = [...design.connections.values()].sort((a, b) => compareText(a.id, b.id));
  for (const connection of ordered) {
    const from = chain(connection.from);
    const above = new Map(chain(connection.to).map((element) => [element.parent, element]));
    const source = from.find(({ parent }) => above.has(parent));
    const target = source && above.get(source.parent);
    if (!source || !target || source === target) continue;
    const links = counts.get(source.parent) ?? new Map<string, Link>();
    counts.set(source.parent, links);
    const key = JSON.stringify([source.id, target.id]);
    links.set(key, { from: source.id, to: target.id, count: (links.get(key)?.count ?? 0) + 1 });
  }
  return new Map([...counts].map(([id, links]) => [id, [...links.values()]]));
}

/** What the placing of a flat graph is asked, in the words of ELK's JSON. */
export interface FlowGraph {
  readonly id: string;
  readonly layoutOptions: Readonly<Record<string, string>>;
  readonly children: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface FlowEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly layoutOptions: Readonly<Record<string, string>>;
}

/** Where the placing put a node. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Places a graph, somewhere else and later: in a worker, or at once in a test. */
export type PlaceGraph = (graph: FlowGraph) => Promise<readonly Placed[]>;

/** From left to right as traffic and data flow; parts without connections side by side in rows. */
const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.randomSeed': '1',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.aspectRatio': '1.6',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.componentComponent': '32',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  // Its lines are not looked at, and more tries change little.
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.thoroughness': '3',
};

/** The graph of some siblings, in the order given. */
export function flowGraph(sizes: ReadonlyMap<ElementId, Frame>, links: readonly Link[]): FlowGraph {
  const known = links.filter(({ from, to }) => sizes.has(from) && sizes.has(to));
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: [...sizes].map(([id, { width, height }]) => ({ id, width, height })),
    edges: known.map(({ from, to, count }, index) => ({
      id: `link-${index}`,
      sources: [from],
      targets: [to],
      layoutOptions: { 'elk.layered.priority.straightness': String(Math.min(count, 10)) },
    })),
  };
}

/** The frames after the placing, on the grid, the whole at `corner`. A node that was not placed keeps its frame. */
export function readPlaced(
  sizes: ReadonlyMap<ElementId, Frame>,
  placed: readonly Placed[],
  corner: { readonly x: number; readonly y: number },
): ReadonlyMap<ElementId, Frame> {
  const left = placed.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const top = placed.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const frames = new Map(sizes);
  for (const { id, x, y } of placed) {
    const frame = sizes.get(id);
    if (frame) frames.set(id, { ...frame, x: snap(corner.x + x - left), y: snap(corner.y + y - top) });
  }
  return frames;
}
