import type { JsonObject } from '../util/json';
import type { Connection, Design, DesignHeader, Element } from './design';
import type { Change, DesignDiff } from './diff';

/**
 * A design being changed. Commands and fixes write to a draft and hand out its diff;
 * reading sees what was written before.
 */
export interface Draft {
  element(id: string): Element | undefined;
  connection(id: string): Connection | undefined;
  elements(): Iterable<Element>;
  connections(): Iterable<Connection>;
  header(): DesignHeader;
  putElement(element: Element): void;
  patchElement(id: string, fields: Partial<Omit<Element, 'id'>>): void;
  patchSettings(id: string, settings: JsonObject): void;
  removeElement(id: string): void;
  putConnection(connection: Connection): void;
  removeConnection(id: string): void;
  putHeader(header: DesignHeader): void;
  /** The design as it stands now. */
  design(): Design;
  /** What was changed since `draftOf`. */
  diff(): DesignDiff;
}

const changesBetween = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  touched: ReadonlySet<string>,
): Map<string, Change<T>> => {
  const changes = new Map<string, Change<T>>();
  for (const id of touched) {
    const from = before.get(id) ?? null;
    const to = after.get(id) ?? null;
    if (from !== to) changes.set(id, { from, to });
  }
  return changes;
};

/** Starts a draft of `design`, which itself never changes. */
export function draftOf(design: Design): Draft {
  const elements = new Map(design.elements);
  const connections = new Map(design.connections);
  const touchedElements = new Set<string>();
  const touchedConnections = new Set<string>();
  let header = design.header;
  const putElement = (element: Element): void => {
    elements.set(element.id, element);
    touchedElements.add(element.id);
  };
  const patchElement = (id: string, fields: Partial<Omit<Element, 'id'>>): void => {
    const element = elements.get(id);
    if (element) putElement({ ...element, ...fields });
  };
  return {
    element: (id) => elements.get(id),
    connection: (id) => connections.get(id),
    elements: () => elements.values(),
    connections: () => connections.values(),
    header: () => header,
    putElement,
    patchElement,
    patchSettings: (id, settings) => {
      const element = elements.get(id);
      if (element) putElement({ ...element, settings: { ...element.settings, ...settings } });
    },
    removeElement: (id) => {
      elements.delete(id);
      touchedElements.add(id);
    },
    putConnection: (connection) => {
      connections.set(connection.id, connection);
      touchedConnections.add(connection.id);
    },
    removeConnection: (id) => {
      connections.delete(id);
      touchedConnections.add(id);
    },
    putHeader: (next) => {
      header = next;
    },
    design: () => ({ header, elements: new Map(elements), connections: new Map(connections) }),
    diff: () => ({
      header: header === design.header ? null : { from: design.header, to: header },
      elements: changesBetween(design.elements, elements, touchedElements),
      connections: changesBetween(design.connections, connections, touchedConnections),
    }),
  };
}
