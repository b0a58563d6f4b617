import { SERVICE_HEIGHT, SERVICE_WIDTH } from '../../../../shared/layout/measures';
import type { Connection, Design, Element, Frame } from '../../../../shared/model/design';
import { absoluteRects, boundsOf, type Rect } from '../geometry/rect';

type Elements = Design['elements'];

/** The elements as they are drawn: what lies in collapsed containers left out, those containers as small as a service. */
export interface CollapsedView {
  readonly elements: Elements;
  /** The box that stands for an element: itself where it is drawn, else the outermost collapsed container around it. */
  standIn(id: string): string;
}

/** The outermost collapsed container around each element that is not drawn. */
function findHidden(elements: Elements, isOpen: (id: string) => boolean): ReadonlyMap<string, string> {
  const known = new Map<string, string | null>();
  const boxAround = (element: Element): string | null => {
    const found = known.get(element.id);
    if (found !== undefined) return found;
    // Also what ends a circle of parents.
    known.set(element.id, null);
    const parent = element.parent === null ? undefined : elements.get(element.parent);
    const box = parent ? (boxAround(parent) ?? (parent.collapsed && !isOpen(parent.id) ? parent.id : null)) : null;
    known.set(element.id, box);
    return box;
  };
  const hidden = new Map<string, string>();
  for (const element of elements.values()) {
    const box = boxAround(element);
    if (box !== null) hidden.set(element.id, box);
  }
  return hidden;
}

/** Where the box is drawn: a subnet's where its own content begins, clear of the services that span it; others in their corner. */
function boxOf(element: Element, children: readonly Frame[]): Frame {
  const { x, y } = element.frame;
  const content = element.kind === 'subnet' ? boundsOf(children) : undefined;
  return { x: x + (content?.x ?? 0), y: y + (content?.y ?? 0), width: SERVICE_WIDTH, height: SERVICE_HEIGHT };
}

const drawnAs = new WeakMap<Element, Element>();

const isSame = (a: Frame, b: Frame): boolean => a.x === b.x && a.y === b.y && a.width === b.width;

/** The same object from one time to the next while it is drawn the same. */
function asDrawn(element: Element, frame: Frame | null): Element {
  const known = drawnAs.get(element);
  if (known && (frame ? known.collapsed && isSame(known.frame, frame) : !known.collapsed)) return known;
  const { collapsed: _, ...open } = element;
  const made: Element = frame ? { ...element, frame } : open;
  drawnAs.set(element, made);
  return made;
}

const itself = (id: string): string => id;

function makeView(elements: Elements, isOpen: (id: string) => boolean): CollapsedView {
  let hasCollapsed = false;
  for (const { collapsed } of elements.values()) hasCollapsed ||= collapsed === true;
  if (!hasCollapsed) return { elements, standIn: itself };
  const hidden = findHidden(elements, isOpen);
  const drawn = new Map<string, Element>();
  for (const element of elements.values()) {
    if (hidden.has(element.id)) continue;
    if (!element.collapsed) drawn.set(element.id, element);
    else if (isOpen(element.id)) drawn.set(element.id, asDrawn(element, null));
    else {
      const children = [...elements.values()].flatMap(({ parent, frame }) => (parent === element.id ? [frame] : []));
      drawn.set(element.id, asDrawn(element, boxOf(element, children)));
    }
  }
  return { elements: drawn, standIn: (id) => hidden.get(id) ?? id };
}

const views = new WeakMap<Elements, CollapsedView>();
const closed = (): boolean => false;

/** How a design is drawn. Containers in `open` are drawn open, whatever the design says. */
export function collapsedView({ elements }: Pick<Design, 'elements'>, open?: ReadonlySet<string>): CollapsedView {
  if (open && open.size > 0) return makeView(elements, (id) => open.has(id));
  const known = views.get(elements);
  if (known) return known;
  const view = makeView(elements, closed);
  views.set(elements, view);
  return view;
}

/** Where everything that is drawn lies on the canvas. */
export const drawnRects = (design: Pick<Design, 'elements'>): Map<string, Rect> => absoluteRects(collapsedView(design));

/** A connection as it is drawn, with those it stands for. */
export interface DrawnConnection {
  readonly connection: Connection;
  readonly of: readonly Connection[];
}

const attachedAs = new WeakMap<Connection, Connection>();

function attach(connection: Connection, from: string, to: string): Connection {
  const known = attachedAs.get(connection);
  if (known?.from === from && known.to === to) return known;
  const { bends: _, ...straight } = connection;
  const made = { ...straight, from, to };
  attachedAs.set(connection, made);
  return made;
}

/** Makes the drawn connections of all: those within a box are left out, those into one are attached to it and merged. */
export function createMerger(): (connections: readonly Connection[], view: CollapsedView) => DrawnConnection[] {
  let made = new Map<string, DrawnConnection>();
  return (connections, { standIn }) => {
    const drawn: DrawnConnection[] = [];
    const groups = new Map<string, Connection[]>();
    for (const connection of connections) {
      const [from, to] = [standIn(connection.from), standIn(connection.to)];
      if (from === connection.from && to === connection.to) drawn.push({ connection, of: [connection] });
      else if (from !== to) {
        const key = `merged ${from} ${to}`;
        const group = groups.get(key);
        if (group) group.push(connection);
        else groups.set(key, [connection]);
      }
    }
    const next = new Map<string, DrawnConnection>();
    for (const [id, group] of groups) {
      const [first] = group;
      if (!first) continue;
      const from = standIn(first.from);
      const to = standIn(first.to);
      if (group.length === 1) {
        drawn.push({ connection: attach(first, from, to), of: group });
        continue;
      }
      const known = made.get(id);
      const isKnown = known?.of.length === group.length && known.of.every((item, index) => item === group[index]);
      const kind = group.every((item) => item.kind === first.kind) ? first.kind : 'several';
      const entry = known && isKnown ? known : { connection: { id, kind, from, to, settings: {} }, of: group };
      next.set(id, entry);
      drawn.push(entry);
    }
    made = next;
    return drawn;
  };
}
